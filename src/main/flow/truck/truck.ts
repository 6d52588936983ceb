// Owns what the engine keeps in memory: everything here can be read back from the journal, and is,
// when a commit fails. Refuses to be shared: the flows of one engine hold it, nobody else.
import type { Marker } from '../../../contract/marker';
import type { PriceBookVersion } from '../../../contract/price-book';
import type { Mode } from '../../../contract/status';
import type { Bidder } from '../../core/auction/bidder';
import type { AuctionState } from '../../core/auction/record';
import type { CueReading } from '../../core/codec/datagram';
import type { Transports } from '../../core/codec/forms/transports';
import type { RecentReadings } from '../../core/codec/recent-readings';
import type { Draft, MarkerFacts } from '../../core/ledger/entries';
import type { Purses } from '../../core/ledger/purses';
import type { Recall } from '../../core/marker/duplicates';
import type { CueTrail } from '../../core/marker/manual/cue-trail';
import type { SlotsCued } from '../../core/marker/timing/slots-cued';
import type { SourceAges } from '../../core/marker/timing/source-ages';
import type { MarkerPlace } from '../../core/marker/view';
import type { Datagram, Ports } from '../ports';
import type { ManualMemory } from './manual-memory';
import type { QuarantineMemory } from './quarantine-memory';
import type { MarkerCounts, Rejects } from './marker-counts';
import type { MoneyTotals } from './money-totals';

/** A marker whose copies are counted. `place` is null until it is durable. */
export interface Copied {
  readonly facts: MarkerFacts;
  /** As the codec gave it: the same object means the same bytes. Null after a restart. */
  readonly reading: CueReading | null;
  place: MarkerPlace | null;
  copies: number;
  rows: number;
}

/** A copy that waits for the end of its turn to be recorded. */
export interface CopyRow {
  readonly id: string;
  readonly entry: Draft;
  readonly view: (place: MarkerPlace) => Marker;
  readonly receivedMonoMs: number;
}

/** An auction that has not ended. `seq` is its place in the journal, once it is durable. */
export interface LiveAuction {
  state: AuctionState;
  seq: number;
  readonly receivedMonoMs: number;
  /** The monotonic deadline, and the secret of the draw; both from the opening on. */
  endsMonoMs: number;
  seed: string;
  /** Air-by on the monotonic clock: a step of the wall clock moves it not. */
  readonly airByMonoMs: number;
  /** The splice on that clock; null where the cue did not tell it. */
  readonly spliceMonoMs: number | null;
}

/** What a reload replaces as a whole. */
export interface Memory {
  readonly bootId: string;
  readonly truckId: string;
  mode: { mode: Mode; sinceMs: number };
  /** New auctions are held since then; null while they open as cues come. */
  hold: { readonly sinceMs: number } | null;
  book: PriceBookVersion;
  readonly bidders: Map<string, Bidder>;
  readonly purses: Purses;
  readonly recall: Recall;
  readonly copied: Map<string, Copied>;
  readonly copiedSince: Set<string>;
  copyRows: CopyRow[];
  readonly open: Map<string, LiveAuction>;
  waiting: LiveAuction[];
  /** Slots that cues opened, for the cues that end them. */
  readonly slots: SlotsCued;
  readonly lastOfEvent: Map<string, number>;
  readonly counters: Record<'marker' | 'auction' | 'settlement', number>;
  readonly auctionCounts: Record<string, number>;
  readonly settlementCounts: Record<string, number>;
  readonly totals: MoneyTotals;
  readonly alarms: Set<() => void>;
  readonly rejects: Map<string, Rejects>;
  rejectRows: number;
  rejectsSinceMs: number;
  readonly manual: ManualMemory;
  readonly quarantine: QuarantineMemory;
  trail: CueTrail;
  waitingArmed: boolean;
  /** An alarm is set for the packets of streams that are waited for. */
  lossAwaited: boolean;
  copiedBytes: number;
}

/** One engine. `memory` is null while the store does not take writes. */
export interface Truck {
  readonly ports: Ports;
  readonly readings: RecentReadings;
  readonly transports: Transports<Datagram>;
  readonly counts: MarkerCounts;
  /** The clocks of the sources; they outlast a reload of the memory, not a restart. */
  readonly sources: SourceAges;
  memory: Memory | null;
  trouble: string | null;
  stopping: boolean;
  /** The mode and the hold when the memory was dropped; shown until it is read back. */
  lastMode: { mode: Mode; sinceMs: number } | null;
  lastHold: { readonly sinceMs: number } | null;
  /** Heard before the journal was read at the start; taken in as soon as it is. */
  early: Datagram[] | null;
  /** What is added to monotonic time to get wall time as it was at the start. */
  readonly steadyOffsetMs: number;
  /** Set by the engine's start: closes every auction whose deadline has passed. */
  fellDue: (memory: Memory) => void;
  /** Set by the engine's start; drops the memory and reloads. */
  storageFailed: (memory: Memory, why: unknown) => void;
}
