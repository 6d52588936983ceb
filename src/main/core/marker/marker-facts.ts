// Owns the shape of a marker as it is journalled: the public row without what the store adds, times
// as numbers. A copy to the last byte is journalled as what differs from its original.
import type { Marker } from '../../../contract/marker';
import type { MarkerIdentity } from './marker-identity';

/** A marker as recorded. Times in epoch ms. */
export type MarkerFacts = Omit<Marker, 'seq' | 'recordedAt' | 'receivedAt' | 'decidedAt'> & {
  readonly receivedAtMs: number;
  readonly decidedAtMs: number;
  /** What the duplicate rule compares after a restart. */
  readonly identity: MarkerIdentity | null;
};

/** What a release from quarantine made of a marker: all that it changed. */
export type MarkerRelease = Pick<
  MarkerFacts,
  'status' | 'reason' | 'eventType' | 'auctionId' | 'duplicateOf' | 'warnings' | 'endsAuctionId'
> &
  Required<Pick<MarkerFacts, 'released'>>;

/** What a byte-equal copy has of its own. */
export interface MarkerRepeat {
  readonly id: string;
  /** The marker it is a copy of. */
  readonly of: string;
  readonly receivedAtMs: number;
  readonly decidedAtMs: number;
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  /** The engine's loop delay when it came in; absent in older journals. */
  readonly loopDelayMs?: number;
}
