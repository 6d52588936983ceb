// Owns one RTP stream in its order, demultiplexed: packets in, cues out, each with the datagram
// that completed it, which after a wait is not the one that came last. Refuses to know of other
// legs. RFC 3550, RFC 2250.
import { TransportStream } from '../mpegts/stream';
import type { CompletedCue, ReadingKit } from '../reading';
import { InOrder, type Carried, type Timed } from './in-order';

/** One stream. */
export class Leg<D extends Timed> {
  private readonly order: InOrder<D>;
  private found: CompletedCue<D>[] = [];

  constructor(text: ReadingKit) {
    const stream = new TransportStream(text, 'rtp');
    this.order = new InOrder(({ payload, datagram }) => {
      const readings = stream.push(payload, datagram.receivedMonoMs);
      for (const reading of readings) this.found.push({ reading, datagram });
    });
  }

  /** When what waits counts as lost, monotonic; null where nothing waits. */
  get dueMs(): number | null {
    return this.order.dueMs;
  }

  /** Takes a packet; the cues it completed, or that waited for it. */
  take(packet: Carried<D>): readonly CompletedCue<D>[] {
    this.order.take(packet);
    return this.given();
  }

  /** The cues that have waited long enough. */
  flush(nowMs: number): readonly CompletedCue<D>[] {
    this.order.flush(nowMs);
    return this.given();
  }

  private given(): readonly CompletedCue<D>[] {
    const { found } = this;
    if (found.length > 0) this.found = [];
    return found;
  }
}
