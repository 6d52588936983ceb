// Owns the word for a stretch of bytes, and walking along them field by field. Pure. Refuses to
// decode: it only counts where a field that the engine read must lie.

/** First and last byte of a field. */
export type Span = readonly [number, number];

/** Fields by name, nested ones as 'upid.type'. */
export type Spans = Readonly<Record<string, Span>>;

/** Two bytes as one number, the high one first; what is not there counts as 0. */
export function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Puts fields one behind the other. */
export class Walk {
  readonly spans: Record<string, Span> = {};

  constructor(
    readonly bytes: Uint8Array,
    public at: number,
  ) {}

  /** The next `count` bytes are these fields'; none of 0 bytes is placed. Gives the first byte. */
  take(count: number, ...names: readonly string[]): number {
    const first = this.bytes[this.at] ?? 0;
    if (count > 0) for (const name of names) this.spans[name] = [this.at, this.at + count - 1];
    this.at += count;
    return first;
  }

  /** A splice_time(): five bytes where it says a time, else one. */
  time(...names: readonly string[]): void {
    this.take((this.bytes[this.at] ?? 0) & 0x80 ? 5 : 1, ...names);
  }
}
