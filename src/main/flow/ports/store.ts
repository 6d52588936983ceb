// Owns the door to the store: what is appended, what is asked, what is read back at a start.
// Refuses SQL and threads; they are the store's own business.
import type { Auction, Bid, Explain } from '../../../contract/auction';
import type { Marker, MarkerStatus } from '../../../contract/marker';
import type { Page } from '../../../contract/page';
import type { PriceBookVersion } from '../../../contract/price-book';
import type { Settlement } from '../../../contract/settlement';
import type { Mode, MoneyTotal } from '../../../contract/status';
import type { Bidder, Purse } from '../../core/auction/bidder';
import type { AuctionState, Place } from '../../core/auction/record';
import type { Draft, MarkerFacts } from '../../core/ledger/entries';
import type { Pace } from '../../core/lib/series/pace';

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
  /** The journal was founded by a demo: everything in it is made up. */
  readonly demo: boolean;
  readonly mode: { readonly mode: Mode; readonly sinceMs: number } | null;
  /** Since when new auctions are held, null while they are not. */
  readonly hold: { readonly sinceMs: number } | null;
  readonly book: PriceBookVersion | null;
  readonly bidders: readonly Bidder[];
  readonly purses: readonly (Purse & { bidderId: string; rehearsal: boolean })[];
  /** Markers of which a copy could still come, oldest first: the duplicate rule's memory. */
  readonly recentMarkers: readonly (MarkerFacts & Place)[];
  /** Auctions that had not ended when the last engine did, with the seq of their creation. */
  readonly unfinished: readonly { readonly state: AuctionState; readonly seq: number }[];
  /** Ended auctions whose slot may still air, for announcing again what may not have been heard. */
  readonly lastEnded: readonly AuctionState[];
  /** Highest number used in ids, by kind. */
  readonly counters: Readonly<Record<'marker' | 'auction' | 'settlement', number>>;
  readonly auctionCounts: Readonly<Record<string, number>>;
  readonly settlementCounts: Readonly<Record<string, number>>;
  /** Sums over all there is, one a currency and kind. */
  readonly totals: readonly MoneyTotal[];
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
    ask: {
      after?: string | undefined;
      /** Only older than this seq, the newest of them; then `next` is the next `before`. */
      before?: number | undefined;
      limit: number;
      status?: MarkerStatus | undefined;
    };
    answer: Page<Marker>;
  };
  marker: { ask: { id: string }; answer: Marker | null };
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
  /** Records one flow whole, in one transaction. Resolves once durable; rejects if refused. */
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
  /** Of these, not yet written back. */
  readonly walBytes: number;
  /** How long commits took to lie on the disk, ms; null before the first. */
  readonly flushMs: { readonly p50: number; readonly p99: number; readonly max: number } | null;
  /** How long the store's own thread was held; null where it has none. */
  readonly pace: Pace | null;
}
