// Owns what the engine keeps in memory: everything here can be read back from the journal, and is,
// when a commit fails. Refuses to be shared: the flows of one engine hold it, nobody else.
import type { Marker } from '../../../contract/marker';
import type { PriceBookVersion } from '../../../contract/price-book';
import type { Mode } from '../../../contract/status';
import type { Bidder } from '../../core/auction/bidder';
import type { AuctionState } from '../../core/auction/record';
import type { RecentReadings } from '../../core/codec/recent-readings';
import type { Purses } from '../../core/ledger/purses';
import type { Recall } from '../../core/marker/duplicates';
import type { Ports } from '../ports';

/** The newest state of a marker whose copies are still counted. */
export interface Copied {
  marker: Marker | null;
  readonly rawBase64: string;
  copies: number;
  rows: number;
}

/** An auction that has not ended. `seq` is its place in the journal, once it is durable. */
export interface LiveAuction {
  state: AuctionState;
  seq: number;
  readonly receivedMonoMs: number;
  /** The monotonic deadline, and the secret of the draw; both from the opening on. */
  endsMonoMs: number;
  seed: string;
}

/** Counters since the engine started; they survive a reload, the memory does not. */
export interface MarkerCounts {
  total: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  heartbeats: number;
  lastTotal: number;
  lastAtMonoMs: number;
  perSecond: number;
}

/** Refused cues of one source in the running minute. */
export interface Rejects {
  rows: number;
  readonly counts: Record<string, number>;
}

/** What a reload replaces as a whole. */
export interface Memory {
  readonly bootId: string;
  readonly truckId: string;
  mode: { mode: Mode; sinceMs: number };
  book: PriceBookVersion;
  readonly bidders: Map<string, Bidder>;
  readonly purses: Purses;
  readonly recall: Recall;
  readonly copied: Map<string, Copied>;
  readonly copiedSince: Set<string>;
  readonly open: Map<string, LiveAuction>;
  waiting: LiveAuction[];
  readonly lastOfEvent: Map<string, number>;
  readonly counters: Record<'marker' | 'auction' | 'settlement', number>;
  readonly auctionCounts: Record<string, number>;
  readonly settlementCounts: Record<string, number>;
  readonly alarms: Set<() => void>;
  readonly rejects: Map<string, Rejects>;
  rejectRows: number;
  rejectsSinceMs: number;
  lastManualMonoMs: number;
  statusTimed: boolean;
}

/** One engine. `memory` is null while the store does not take writes. */
export interface Truck {
  readonly ports: Ports;
  readonly readings: RecentReadings;
  readonly counts: MarkerCounts;
  memory: Memory | null;
  trouble: string | null;
  stopping: boolean;
  /** Set by the engine's start: closes every auction whose deadline has passed. */
  fellDue: (memory: Memory) => void;
  /** Set by the engine's start; drops the memory and reloads. */
  storageFailed: (memory: Memory, why: unknown) => void;
}

const PREFIX = { marker: 'M', auction: 'A', settlement: 'S' } as const;
const DIGITS = { marker: 6, auction: 4, settlement: 4 } as const;

/** The next id of a kind: M-000123, A-0218, S-0187. Short, because people say them aloud. */
export function nextId(memory: Memory, kind: keyof typeof PREFIX): string {
  memory.counters[kind] += 1;
  return `${PREFIX[kind]}-${String(memory.counters[kind]).padStart(DIGITS[kind], '0')}`;
}

/** Sets an alarm that dies with this memory. */
export function alarm(truck: Truck, monoMs: number, ring: (memory: Memory) => void): void {
  const { memory } = truck;
  if (memory === null) return;
  const cancel = truck.ports.timers.at(monoMs, () => {
    memory.alarms.delete(cancel);
    if (truck.memory === memory) ring(memory);
  });
  memory.alarms.add(cancel);
}

/** Adds one to a counter by name. */
export function countUp(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by;
}
