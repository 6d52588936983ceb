// Owns reading of big-endian fields from a stretch of bytes. Refuses to throw on short input: a
// read past the end gives 0 and marks the reader torn, so that a decoder checks once, at the end.
import { hexOf } from './hex';

/**
 * A thing whose fields may still be set. Readers fill one object in instead of copying several into
 * one, which is what keeps decoding fast.
 */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Reads fields one after another from `at` up to, not including, `end`. */
export class ByteReader {
  /** True once a read went past the end; everything read since then is worthless. */
  torn = false;

  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    public end: number,
  ) {}

  /** Bytes not read yet. */
  left(): number {
    return this.end - this.at;
  }

  /** An unsigned byte. */
  u8(): number {
    const at = this.step(1);
    return at < 0 ? 0 : (this.bytes[at] ?? 0);
  }

  /** An unsigned 16-bit number. */
  u16(): number {
    const at = this.step(2);
    return at < 0 ? 0 : ((this.bytes[at] ?? 0) << 8) | (this.bytes[at + 1] ?? 0);
  }

  /** An unsigned 32-bit number. */
  u32(): number {
    const at = this.step(4);
    return at < 0 ? 0 : wordAt(this.bytes, at);
  }

  /** An unsigned 40-bit number. */
  u40(): number {
    const at = this.step(5);
    return at < 0 ? 0 : (this.bytes[at] ?? 0) * 0x1_0000_0000 + wordAt(this.bytes, at + 1);
  }

  /** An unsigned 48-bit number. */
  u48(): number {
    return this.u16() * 0x1_0000_0000 + this.u32();
  }

  /** The next `count` bytes as a view, empty and torn where there are fewer. */
  take(count: number): Uint8Array {
    const at = this.step(count);
    return at < 0 ? this.bytes.subarray(this.end, this.end) : this.bytes.subarray(at, at + count);
  }

  /** The next `count` bytes as lower-case hex, empty and torn where there are fewer. */
  hex(count: number): string {
    const at = this.step(count);
    return at < 0 ? '' : hexOf(this.bytes, at, at + count);
  }

  /** The next `count` bytes as one character each, empty and torn where there are fewer. */
  latin1(count: number): string {
    const at = this.step(count);
    let text = '';
    if (at < 0) return text;
    for (let index = at; index < at + count; index += 1) {
      text += String.fromCharCode(this.bytes[index] ?? 0);
    }
    return text;
  }

  /** Where the next `count` bytes begin, behind which it goes on; -1 and torn if too few. */
  step(count: number): number {
    const at = this.at;
    if (count > this.end - at) {
      this.torn = true;
      this.at = this.end;
      return -1;
    }
    this.at = at + count;
    return at;
  }
}

/** The unsigned 32-bit number at `at`; bytes that are not there count as 0. */
export function wordAt(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16);
  return (high | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;
}
