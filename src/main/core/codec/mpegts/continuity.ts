// Owns the continuity_counter of each PID: what follows, what was lost, and the one legal
// duplicate of a packet. Refuses a second duplicate and a duplicate with other bytes: that is a
// loss. ISO/IEC 13818-1 2.4.3.3.
import { PACKET_BYTES } from './packet-cutter';

/** How a packet stands to the one before it on its PID. */
export type Follows = 'next' | 'duplicate' | 'lost' | 'jumped';

/** A packet with payload; `jumps` is its discontinuity_indicator. */
export interface Packet {
  readonly bytes: Uint8Array;
  readonly at: number;
  readonly jumps: boolean;
}

interface Before {
  readonly packet: Uint8Array;
  counter: number;
  repeated: boolean;
}

const FIELD = 0x20;
const HEAD_BYTES = 4;

/** The counters of one stream's PIDs. */
export class Continuity {
  private readonly before = new Map<number, Before>();

  /** The PID starts anew. */
  forget(pid: number): void {
    this.before.delete(pid);
  }

  /** How this packet follows, and remembers it. */
  follows(pid: number, { bytes, at, jumps }: Packet): Follows {
    const counter = (bytes[at + 3] ?? 0) & 0x0f;
    const before = this.before.get(pid);
    if (before === undefined) {
      // A copy by all means: what a host's own byte type calls slice may be a view.
      const packet = new Uint8Array(bytes.subarray(at, at + PACKET_BYTES));
      this.before.set(pid, { packet, counter, repeated: false });
      return 'next';
    }
    if (counter === before.counter && !jumps && !before.repeated && same(before, bytes, at)) {
      before.repeated = true;
      return 'duplicate';
    }
    const expected = (before.counter + 1) & 0x0f;
    before.packet.set(bytes.subarray(at, at + PACKET_BYTES));
    before.counter = counter;
    before.repeated = false;
    if (jumps) return 'jumped';
    return counter === expected ? 'next' : 'lost';
  }
}

/** Equal but for a PCR, which a duplicate has of its own. */
function same({ packet }: Before, bytes: Uint8Array, at: number): boolean {
  const field = ((bytes[at + 3] ?? 0) & FIELD) === 0 ? 0 : 1 + (bytes[at + HEAD_BYTES] ?? 0);
  for (let index = 1; index < PACKET_BYTES; index += 1) {
    if (index >= HEAD_BYTES && index < HEAD_BYTES + field) continue;
    if (packet[index] !== bytes[at + index]) return false;
  }
  return true;
}
