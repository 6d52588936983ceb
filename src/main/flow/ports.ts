// Owns the doors of the flows: what they need from the world and what the world may ask of them.
// Refuses implementations; compose.ts puts them in.
import type { Bid, Auction, Explain } from '../../contract/auction';
import type { FeedItem, FeedName } from '../../contract/feed';
import type { Fault } from '../../contract/faults';
import type { Marker, MarkerStatus, TestCueInput, TestCueResult } from '../../contract/marker';
import type { Page } from '../../contract/page';
import type { PriceBookChange, PriceBookVersion } from '../../contract/price-book';
import type { Settlement } from '../../contract/settlement';
import type { LiveStats, Mode } from '../../contract/status';
import type { Bidder, Purse } from '../core/auction/bidder';
import type { AuctionTerms, Opening } from '../core/auction/record';
import type { Draft, MarkerFacts } from '../core/ledger/entries';
import type { ByteText, Sha256 } from '../core/lib/bytes';

/** Wall time is for people, monotonic time for deadlines. Both in milliseconds. */
export interface Clock {
  readonly wallMs: () => number;
  readonly monoMs: () => number;
}

/** Wakes flows on the monotonic clock; a cancelled alarm never rings. */
export interface Timers {
  /** Rings at or after `monoMs`, after one more turn of the poll phase. Gives the cancel. */
  readonly at: (monoMs: number, ring: () => void) => () => void;
  /** Runs at the end of this turn, after everything due in it. */
  readonly endOfTurn: (run: () => void) => void;
}

/** Randomness: hex text of `bytes` random bytes. */
export type Random = (bytes: number) => string;

/** What the store gave a flow's entries: their places in the chain. */
export interface Receipt {
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly recordedAtMs: number;
}

/** What the engine needs in memory to go on. */
export interface Snapshot {
  readonly head: { readonly seq: number; readonly hash: string };
  readonly truckId: string | null;
  readonly mode: { readonly mode: Mode; readonly sinceMs: number } | null;
  readonly book: PriceBookVersion | null;
  readonly bidders: readonly Bidder[];
  readonly purses: readonly (Purse & { bidderId: string; rehearsal: boolean })[];
  /** Markers heard within the last minutes, oldest first: the duplicate rule's memory. */
  readonly recentMarkers: readonly (MarkerFacts & { readonly seq: number })[];
  /** Auctions that were CREATED, OPEN or CLOSING when the last engine ended. */
  readonly unfinished: readonly {
    readonly terms: AuctionTerms;
    readonly opening: Opening | null;
  }[];
  /** Highest number used in ids, by kind. */
  readonly counters: Readonly<Record<'marker' | 'auction' | 'settlement', number>>;
  readonly auctionCounts: Readonly<Record<string, number>>;
  readonly settlementCounts: Readonly<Record<string, number>>;
  /** The newest rows of each feed, oldest first. */
  readonly recent: {
    readonly markers: readonly Marker[];
    readonly auctions: readonly Auction[];
    readonly settlements: readonly Settlement[];
  };
}

/** Questions the store answers, each under 5 ms. `after` is a cursor the store gave out. */
export interface Queries {
  markers: {
    ask: { after?: string | undefined; limit: number; status?: MarkerStatus | undefined };
    answer: Page<Marker>;
  };
  auctions: {
    ask: {
      after?: string | undefined;
      limit: number;
      offset?: number | undefined;
      status?: string | undefined;
      category?: string | undefined;
    };
    answer: Page<Auction>;
  };
  auction: { ask: { id: string }; answer: Auction | null };
  bids: { ask: { id: string; after?: string | undefined; limit: number }; answer: Page<Bid> };
  explain: { ask: { id: string }; answer: Explain | null };
  priceBookVersions: {
    ask: { after?: string | undefined; limit: number };
    answer: Page<PriceBookVersion>;
  };
  settlements: {
    ask: { after?: string | undefined; limit: number; state?: string | undefined };
    answer: Page<Settlement>;
  };
  settlement: { ask: { id: string }; answer: Settlement | null };
}

/** The journal and its projections. Flows are recorded in the order in which they are appended. */
export interface Store {
  /** Records one flow whole, in one transaction. Resolves once it is durable; rejects if refused. */
  readonly append: (drafts: readonly Draft[]) => Promise<Receipt>;
  readonly ask: <Q extends keyof Queries>(
    name: Q,
    ask: Queries[Q]['ask'],
  ) => Promise<Queries[Q]['answer']>;
  /** Reads everything the engine keeps in memory. Also ends the refusal after a failed commit. */
  readonly load: () => Promise<Snapshot>;
  /** Rows appended and not yet durable. */
  readonly pending: () => number;
  readonly health: () => Promise<StoreHealth>;
  readonly close: () => Promise<void>;
}

/** What the store knows about itself. */
export interface StoreHealth {
  readonly ok: boolean;
  readonly detail: string;
  readonly sqliteVersion: string;
  readonly journalRows: number;
  readonly bytes: number;
}

/** Where what has been recorded is told. Nothing is told before it is durable. */
export interface Board {
  readonly post: <F extends FeedName>(feed: F, id: string, item: FeedItem<F>) => void;
  /** Forgets everything and starts a new epoch (the engine reloaded from disk). */
  readonly restart: (epoch: string) => void;
}

/** The message of `domain.md`, Decision out. */
export interface DecisionOut {
  readonly slotId: string;
  readonly markerId: string;
  readonly auctionId: string;
  readonly advertiser: string | null;
  readonly creativeId: string | null;
  readonly durationMs: number;
  readonly airBy: string;
  readonly priceCents: number | null;
  readonly currency: string;
  readonly state: 'SOLD' | 'UNSOLD';
  readonly fallback?: string;
}

/** Delivers decisions to playout and graphics; retries by itself until the air-by time. */
export interface DecisionTargets {
  readonly deliver: (decision: DecisionOut) => void;
}

/** Where durations go. Milliseconds. */
export interface Meter {
  readonly note: (
    what: 'receiveToDurable' | 'receiveToOpen' | 'closeToDurable' | 'closeLateness',
    ms: number,
  ) => void;
}

/** One line of the log a fact; the implementation limits repetition by `code`. */
export interface Log {
  readonly info: (code: string, facts?: Record<string, unknown>) => void;
  readonly warn: (code: string, facts?: Record<string, unknown>) => void;
  readonly error: (code: string, facts?: Record<string, unknown>) => void;
}

/** Settings the flows obey. */
export interface Rules {
  readonly auctionMs: number;
  readonly mostOpen: number;
  readonly staleMs: number;
  readonly clockToleranceMs: number;
  readonly airByMs: number;
  readonly jsonWindowMs: number;
  readonly autoExecute: boolean;
  readonly fallback: string;
}

/** All that the flows are handed. */
export interface Ports {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly sha256: Sha256;
  readonly text: ByteText;
  readonly store: Store;
  readonly board: Board;
  readonly targets: DecisionTargets;
  readonly meter: Meter;
  readonly log: Log;
  readonly rules: Rules;
}

/** A datagram with the moment it was taken from the socket. */
export interface Datagram {
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  readonly receivedAtMs: number;
  readonly receivedMonoMs: number;
}

/** What a listener counts of what became of its datagrams. */
export type Heard = 'accepted' | 'duplicate' | 'heartbeat' | 'rejected';

/** What sockets may ask of the flows. Synchronous: it decides in memory and never waits. */
export interface Intake {
  readonly hear: (datagram: Datagram) => readonly Heard[];
  /** Cues the listener refused before decoding (over the rate, oversize). */
  readonly refuse: (address: string, why: 'rate' | 'oversize') => void;
}

/** A question's answer, or a fault for the caller. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly fault: Fault;
    };

/** Who asks. */
export interface Caller {
  readonly actor: string;
}

/** What a client may ask of the flows: the write side of the contract. */
export interface Commands {
  readonly fireTestCue: (input: TestCueInput, caller: Caller) => Promise<Answer<TestCueResult>>;
  readonly changeMode: (
    change: { mode: Mode; why: string; overridden?: readonly string[] },
    caller: Caller,
  ) => Promise<Answer<null>>;
  readonly changePriceBook: (
    change: PriceBookChange,
    caller: Caller,
  ) => Promise<Answer<PriceBookVersion>>;
  readonly currentPriceBook: () => PriceBookVersion;
}

/** What io/serve mounts: commands, the store's questions, the feeds and what the engine measures. */
export interface Engine {
  readonly commands: Commands;
  readonly ask: Store['ask'];
  readonly liveStats: () => LiveStats;
  /** What stands in the way of taking work, null when nothing does. */
  readonly trouble: () => string | null;
  readonly storeHealth: () => Promise<StoreHealth>;
}
