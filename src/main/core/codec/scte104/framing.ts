// Owns the cutting of a TCP stream into SCTE 104 messages, however the stream was cut into chunks.
// Refuses a stream that cannot be SCTE 104 (TLS, HTTP, a lost place) at its first two bytes, and
// holds at most one message that is not complete. ANSI/SCTE 104 2023 8.2.
import { joinedBytes } from '../../lib/bytes';
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
  private held = new Uint8Array(0);
  private broken: MessageFaultCode | null = null;

  /** Bytes of a message that is not complete yet. */
  get waiting(): number {
    return this.held.length;
  }

  /** Takes a chunk; the messages are copies of their own. */
  push(chunk: Uint8Array): Framed {
    if (this.broken !== null) return { messages: [], fault: this.broken };
    const bytes = joinedBytes(this.held, chunk);
    const messages: Uint8Array[] = [];
    let at = 0;
    for (;;) {
      const size = this.sizeAt(bytes, at);
      if (size === null || bytes.length - at < size) break;
      messages.push(new Uint8Array(bytes.subarray(at, at + size)));
      at += size;
    }
    this.held = new Uint8Array(bytes.subarray(this.broken === null ? at : bytes.length));
    return { messages, fault: this.broken };
  }

  /** The size of the message at `at`, null while it is not known or can be none. */
  private sizeAt(bytes: Uint8Array, at: number): number | null {
    const left = bytes.length - at;
    if (left < 2) return null;
    const opID = u16(bytes, at);
    if (opID !== MULTIPLE && singleOp(opID) === null) this.broken = 'opid';
    if (this.broken !== null || left < LEAD_BYTES) return null;
    const size = u16(bytes, at + 2);
    if (size < leastBytes(opID)) this.broken = 'message_size_too_small';
    return this.broken === null ? size : null;
  }
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
