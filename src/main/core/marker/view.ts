// Owns the public form of a marker: the facts as recorded, with the place the store gave them.
// Refuses to show what only the duplicate rule needs.
import type { Marker } from '../../../contract/marker';
import type { MarkerFacts, MarkerRepeat } from './marker-facts';

/** Where the store put a marker, and how many copies were heard since. */
export interface MarkerPlace {
  readonly seq: number;
  readonly recordedAtMs: number;
  readonly copies?: number;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The marker row that others see. */
export function markerView(facts: MarkerFacts, place: MarkerPlace): Marker {
  const { receivedAtMs, decidedAtMs, identity: _identity, copies, ...shown } = facts;
  return {
    seq: place.seq,
    ...shown,
    receivedAt: iso(receivedAtMs),
    decidedAt: iso(decidedAtMs),
    recordedAt: iso(place.recordedAtMs),
    copies: place.copies ?? copies,
  };
}

/** The row of a byte-equal copy: its original's, but for where and when it was heard. */
export function repeatView(
  original: MarkerFacts,
  repeat: MarkerRepeat,
  place: MarkerPlace,
): Marker {
  const { id, of, receivedAtMs, decidedAtMs, address, port, protocol, loopDelayMs } = repeat;
  // The original's delay says nothing about its copy, and only the original ended a slot.
  const { loopDelayMs: _originals, endsAuctionId: _ended, ...shared } = original;
  const facts: MarkerFacts = {
    ...shared,
    ...(loopDelayMs === undefined ? {} : { loopDelayMs }),
    id,
    status: 'DUPLICATE',
    reason: 'duplicate',
    duplicateOf: of,
    auctionId: null,
    source: { address, port, protocol },
    receivedAtMs,
    decidedAtMs,
    copies: 0,
  };
  return markerView(facts, place);
}
