// Owns writing of big-endian fields into growing bytes. Refuses to cut a value down silently: one
// that does not fit its field marks the writer unfit, so that an encoder checks once, at the end.

const FIRST_BYTES = 128;

/** Writes fields one after another. */
export class ByteWriter {
  /** True once a value did not fit its field; the bytes are then worthless. */
  unfit = false;
  private held = new Uint8Array(FIRST_BYTES);
  private used = 0;

  /** Bytes written so far. */
  get length(): number {
    return this.used;
  }

  /** Writes a number into `width` bytes (1 to 6). */
  uint(value: number, width: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** (8 * width)) this.unfit = true;
    for (let shift = width - 1; shift >= 0; shift -= 1) {
      this.push(Math.floor(value / 2 ** (8 * shift)) % 256);
    }
  }

  u8(value: number): void {
    this.uint(value, 1);
  }

  u16(value: number): void {
    this.uint(value, 2);
  }

  u32(value: number): void {
    this.uint(value, 4);
  }

  /** A 33-bit number in five bytes, with `lead` as the seven bits before it. */
  u33(value: number, lead: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** 33) this.unfit = true;
    this.u8((lead << 1) | (value >= 2 ** 32 ? 1 : 0));
    this.uint(value % 2 ** 32, 4);
  }

  /** A byte of flags, highest bit first: eight entries. */
  flags(...bits: readonly (boolean | number)[]): void {
    let byte = 0;
    for (const bit of bits) byte = (byte << 1) | (bit ? 1 : 0);
    this.push(byte);
  }

  /** Bytes as they are. */
  put(bytes: Uint8Array): void {
    for (const byte of bytes) this.push(byte);
  }

  /** One byte a character; a character above U+00FF does not fit. */
  latin1(text: string): void {
    for (let index = 0; index < text.length; index += 1) this.u8(text.charCodeAt(index));
  }

  /** What was written, as a copy. */
  bytes(): Uint8Array {
    return this.held.slice(0, this.used);
  }

  private push(byte: number): void {
    if (this.used === this.held.length) {
      const wider = new Uint8Array(this.held.length * 2);
      wider.set(this.held);
      this.held = wider;
    }
    this.held[this.used] = byte;
    this.used += 1;
  }
}
