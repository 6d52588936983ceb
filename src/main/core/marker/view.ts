// Owns the public form of a marker: the facts as recorded, with the place the store gave them.
// Refuses to show what only the duplicate rule needs.
import type { Marker } from '../../../contract/marker';
import type { MarkerIdentity } from './marker-identity';

/** A marker as recorded: the public row without what the store adds. */
type Recorded = Omit<Marker, 'seq' | 'recordedAt'> & {
  readonly receivedAtMs: number;
  readonly identity: MarkerIdentity | null;
};

/** Where the store put a marker, and how many copies were heard since. */
export interface MarkerPlace {
  readonly seq: number;
  readonly recordedAtMs: number;
  readonly copies?: number;
}

/** The marker row that others see. */
export function markerView(facts: Recorded, place: MarkerPlace): Marker {
  const { receivedAtMs: _arrival, identity: _identity, copies, ...shown } = facts;
  return {
    seq: place.seq,
    ...shown,
    recordedAt: new Date(place.recordedAtMs).toISOString(),
    copies: place.copies ?? copies,
  };
}
