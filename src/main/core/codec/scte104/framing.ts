// Owns the cutting of a TCP stream into SCTE 104 messages, however the stream was cut into chunks.
// Refuses a stream that cannot be SCTE 104 (TLS, HTTP, a lost place) at its first two bytes, and
// holds at most one message that is not complete. ANSI/SCTE 104 2023 8.2.
import type { MessageFaultCode } from './fault';
import { LEAD_BYTES, leastBytes } from './message';
import { MULTIPLE } from './multiple';
import { singleOp } from './single';

/** The whole messages a chunk completed, and the fault that ended the stream, if one did. */
export interface Framed {
  readonly messages: readonly Uint8Array[];
  readonly fault: MessageFaultCode | null;
}

/** One stream's framing. After a fault it takes nothing more. */
export class Framing {
  /** As long as what is waited for: the lead, then the whole message. */
  private held = new Uint8Array(LEAD_BYTES);
  private length = 0;
  private broken: MessageFaultCode | null = null;

  /** Bytes of a message that is not complete yet. */
  get waiting(): number {
    return this.length;
  }

  /** Takes a chunk, each byte once; the messages are copies of their own. */
  push(chunk: Uint8Array): Framed {
    const messages: Uint8Array[] = [];
    for (let at = 0; at < chunk.length && this.broken === null;) {
      const part = chunk.subarray(at, at + this.held.length - this.length);
      this.held.set(part, this.length);
      this.length += part.length;
      at += part.length;
      const whole = this.taken();
      if (whole !== null) messages.push(whole);
    }
    return { messages, fault: this.broken };
  }

  /** The message that is held, where it is whole; else makes room for what is still to come. */
  private taken(): Uint8Array | null {
    const { held, length } = this;
    if (held.length === LEAD_BYTES) this.grown(length);
    else if (length === held.length) {
      this.hold(LEAD_BYTES, 0);
      return held;
    }
    return null;
  }

  private grown(length: number): void {
    if (length < 2) return;
    const opID = u16(this.held, 0);
    if (opID !== MULTIPLE && singleOp(opID) === null) this.broken = 'opid';
    if (this.broken === null && length === LEAD_BYTES) {
      const size = u16(this.held, 2);
      if (size >= leastBytes(opID)) this.hold(size, LEAD_BYTES);
      else this.broken = 'message_size_too_small';
    }
    if (this.broken !== null) this.hold(LEAD_BYTES, 0);
  }

  private hold(size: number, kept: number): void {
    const next = new Uint8Array(size);
    next.set(this.held.subarray(0, kept));
    this.held = next;
    this.length = kept;
  }
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
