// Owns the words the flows of cues share: a readable cue on its way in, and what became of it.
// Refuses cues that cannot be read; they are rejected before.
import type { GoodReading } from '../../core/codec/datagram';
import type { MarkerFacts } from '../../core/ledger/entries';
import type { Datagram, Heard, Receipt } from '../ports';

/** A cue that could be read, and where it came from. */
export interface Arriving {
  readonly reading: GoodReading;
  readonly datagram: Datagram;
}

/** What became of it; `durable` is null where nothing but a counter changed. */
export interface Arrival {
  readonly heard: Heard;
  readonly facts: MarkerFacts | null;
  readonly durable: Promise<Receipt | null> | null;
}
