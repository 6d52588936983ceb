// Owns the streams that run through datagrams, those of allowed sources and those of strangers
// apart: nothing a stranger sends joins, or drives out, the stream of an allowed source. Refuses a
// datagram that belongs to no stream.
import type { CompletedCue, ReadingKit } from '../reading';
import { SourceStreams, type Arrived } from './source-streams';

/** A datagram as far as streams go, and whether its source is outside the allow list. */
export interface Judged extends Arrived {
  readonly vouched?: { readonly stranger: boolean };
}

/** The streams of an engine. */
export class Transports<D extends Judged> {
  private readonly allowed: SourceStreams<D>;
  private readonly strangers: SourceStreams<D>;

  constructor(text: ReadingKit) {
    this.allowed = new SourceStreams(text);
    this.strangers = new SourceStreams(text);
  }

  /** The cues a datagram completed; null where it belongs to no stream. */
  read(datagram: D): readonly CompletedCue<D>[] | null {
    const { vouched } = datagram;
    return (vouched?.stranger === true ? this.strangers : this.allowed).read(datagram);
  }

  /** When flush() has something to look at, monotonic ms; null where nothing waits. */
  due(): number | null {
    const [a, b] = [this.allowed.dueMs, this.strangers.dueMs];
    return a === null || b === null ? (a ?? b) : Math.min(a, b);
  }

  /** The cues that waited for packets which are now, monotonic ms, taken for lost. */
  flush(nowMs: number): readonly CompletedCue<D>[] {
    return [...this.allowed.flush(nowMs), ...this.strangers.flush(nowMs)];
  }
}
