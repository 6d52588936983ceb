// Owns the cutting of a byte stream into transport packets of 188, 192 or 204 bytes, wherever it
// was cut before and whatever lies between them. Refuses to take one sync byte alone for a place:
// the next packet's must stand where it should. ISO/IEC 13818-1 2.4.3.2; the other two sizes have a
// recorder's timecode before each packet, or a broadcaster's parity behind it.
import { joinedBytes } from '../../lib/bytes';

export const PACKET_BYTES = 188;
const SYNC = 0x47;
const STRIDES = [188, 192, 204] as const;
/** While no place is found, so much is kept: two packets of the widest kind. */
const HELD_MOST = 408;
const NONE = new Uint8Array(0);

/** Told where each packet begins; it is PACKET_BYTES long. */
export type OnPacket = (bytes: Uint8Array, at: number) => void;

/** One stream's cutter. */
export class PacketCutter {
  /** Bytes that were no part of a packet. */
  skipped = 0;
  private stride = 0;
  /** The beginning of a packet whose rest has not come. */
  private held: Uint8Array = NONE;
  /** Bytes of the next chunk that still lie between two packets. */
  private between = 0;

  constructor(private readonly onPacket: OnPacket) {}

  /** Whether `chunk` goes on where the stream stopped: its next sync byte is where it should be. */
  continues(chunk: Uint8Array): boolean {
    if (this.stride === 0) {
      const { length } = this.held;
      return length > 0 && STRIDES.some((stride) => chunk[stride - length] === SYNC);
    }
    const at = this.held.length === 0 ? this.between : this.stride - this.held.length;
    return at < chunk.length ? chunk[at] === SYNC : this.held.length > 0;
  }

  /** Takes the next bytes of the stream. */
  push(chunk: Uint8Array): void {
    const bytes = this.held.length === 0 ? chunk : joinedBytes(this.held, chunk);
    let at = this.held.length === 0 ? this.between : 0;
    while (at < bytes.length) {
      if (this.stride === 0 || bytes[at] !== SYNC) {
        const found = findSync(bytes, at);
        if (found === null) return this.lost(bytes, at);
        this.skipped += found.at - at;
        at = found.at;
        this.stride = found.stride;
      }
      if (bytes.length - at < PACKET_BYTES) break;
      this.onPacket(bytes, at);
      at += this.stride;
    }
    this.between = Math.max(0, at - bytes.length);
    this.held = at < bytes.length ? new Uint8Array(bytes.subarray(at)) : NONE;
  }

  /** No place yet: the end is kept, since it may begin a packet. */
  private lost(bytes: Uint8Array, at: number): void {
    const from = Math.max(at, bytes.length - HELD_MOST);
    this.skipped += from - at;
    this.held = new Uint8Array(bytes.subarray(from));
    this.between = 0;
    this.stride = 0;
  }
}

/** The next place where packets seem to begin, and how far apart they stand; null for none. */
export function findSync(
  bytes: Uint8Array,
  from: number,
): { readonly at: number; readonly stride: number } | null {
  for (let at = bytes.indexOf(SYNC, from); at >= 0; at = bytes.indexOf(SYNC, at + 1)) {
    for (const stride of STRIDES) {
      const third = bytes[at + 2 * stride];
      if (bytes[at + stride] === SYNC && (third === undefined || third === SYNC)) {
        return { at, stride };
      }
    }
  }
  return null;
}
