// Owns reading of big-endian fields from a stretch of bytes. Refuses to throw on short input: a
// read past the end gives 0 and marks the reader torn, so that a decoder checks once, at the end.

/** Reads fields one after another from `at` up to, not including, `end`. */
export class ByteReader {
  /** True once a read went past the end; everything read since then is worthless. */
  torn = false;

  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    readonly end: number,
  ) {}

  /** Bytes not read yet. */
  left(): number {
    return this.end - this.at;
  }

  /** An unsigned byte. */
  u8(): number {
    if (this.at >= this.end) {
      this.torn = true;
      return 0;
    }
    return this.bytes[this.at++] ?? 0;
  }

  /** An unsigned 16-bit number. */
  u16(): number {
    return (this.u8() << 8) | this.u8();
  }

  /** An unsigned 32-bit number. */
  u32(): number {
    return this.u16() * 0x1_0000 + this.u16();
  }

  /** An unsigned 40-bit number. */
  u40(): number {
    return this.u8() * 0x1_0000_0000 + this.u32();
  }

  /** An unsigned 48-bit number. */
  u48(): number {
    return this.u16() * 0x1_0000_0000 + this.u32();
  }

  /** The next `count` bytes as a view, empty and torn where there are fewer. */
  take(count: number): Uint8Array {
    if (count > this.end - this.at) {
      this.torn = true;
      this.at = this.end;
      return this.bytes.subarray(this.end, this.end);
    }
    const taken = this.bytes.subarray(this.at, this.at + count);
    this.at += count;
    return taken;
  }
}
