// Owns the memory of messages run lately, so that a copy is acknowledged as its original was and
// not run again: same sender, same instance, same message_number, same bytes, within half a
// minute. Refuses to grow: the oldest give way. ANSI/SCTE 104 2023 8.2.3.3.
import type { MultipleMessage } from '../../../core/codec/scte104/message';
import type { Answer, Taken } from './taken';

const SAME_MS = 30_000;
const KEPT_MOST = 1_024;

type Kept = Taken & { readonly answer: Answer };

function keyOf(address: string, message: MultipleMessage): string {
  const { as_index, dpi_pid_index, message_number } = message;
  return [address, as_index, dpi_pid_index, message_number].join(' ');
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** What one listener has run lately. */
export class SentTwice {
  private readonly kept = new Map<string, Kept>();

  /** The answer to the original this message is a copy of, or null. The window does not slide. */
  find(address: string, message: MultipleMessage, taken: Taken): Answer | null {
    const kept = this.kept.get(keyOf(address, message));
    if (kept === undefined || !equal(kept.bytes, taken.bytes)) return null;
    return taken.receivedMonoMs - kept.receivedMonoMs <= SAME_MS ? kept.answer : null;
  }

  /** Remembers a message that was run. */
  keep(address: string, message: MultipleMessage, kept: Kept): void {
    const key = keyOf(address, message);
    this.kept.delete(key);
    this.kept.set(key, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT_MOST && oldest !== undefined) this.kept.delete(oldest);
  }
}
