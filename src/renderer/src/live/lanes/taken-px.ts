// Owns which px of a lane are taken, in buckets, so that asking costs the same however many marks
// there are. Pure. Refuses nothing: what is taken twice is taken.

/** From and to, in px. */
export type Span = readonly [fromPx: number, toPx: number];

const BUCKET_PX = 128;

/** The taken px of one lane. */
export class TakenPx {
  private readonly buckets = new Map<number, Span[]>();

  /** Takes a span. */
  take(span: Span): void {
    for (const at of this.bucketsOf(span)) {
      const bucket = this.buckets.get(at);
      if (bucket === undefined) this.buckets.set(at, [span]);
      else bucket.push(span);
    }
  }

  /** Whether nothing lies in a span; spans that begin at `besidesPx` do not count. */
  isFree(span: Span, besidesPx?: number): boolean {
    const [from, to] = span;
    return this.bucketsOf(span).every((at) =>
      (this.buckets.get(at) ?? []).every(
        ([otherFrom, otherTo]) => otherFrom === besidesPx || to <= otherFrom || from >= otherTo,
      ),
    );
  }

  private bucketsOf([from, to]: Span): number[] {
    const first = Math.floor(from / BUCKET_PX);
    const count = Math.floor(Math.max(from, to) / BUCKET_PX) - first + 1;
    return Array.from({ length: count }, (_, at) => first + at);
  }
}
