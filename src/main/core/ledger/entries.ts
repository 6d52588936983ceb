// Owns the list of everything the journal can say. Every change of state is one of these; every
// table is a projection of them. Refuses anything that is not plain JSON.
import type { PriceBookVersion } from '../../../contract/price-book';
import type { AuctionReason } from '../../../contract/reasons';
import type { Mode } from '../../../contract/status';
import type { Bidder } from '../auction/bidder';
import type { AuctionTerms, Decision, Opening, Outcome } from '../auction/record';
import type { MarkerFacts, MarkerRelease, MarkerRepeat } from '../marker/marker-facts';
import type { MarkerIdentity } from '../marker/marker-identity';

export type { MarkerIdentity };

export type { MarkerFacts, MarkerRelease, MarkerRepeat };

/** A settlement at birth. */
export interface SettlementFacts {
  readonly settlementId: string;
  readonly auctionId: string;
  readonly markerId: string;
  readonly advertiserId: string;
  readonly advertiser: string;
  readonly eventType: string;
  readonly createdAtMs: number;
  readonly grossCents: number;
  readonly agencyCommissionCents: number;
  readonly netCents: number;
  readonly taxCents: number;
  readonly totalDueCents: number;
  readonly currency: string;
  readonly means: 'card' | 'invoice';
  readonly orderId: string;
  readonly rehearsal: boolean;
}

/** Bodies by entry type. */
export interface EntryBodies {
  /** `demo`: everything in this journal is made up; true or absent. */
  'truck-founded': { readonly truckId: string; readonly demo?: boolean };
  'engine-started': { readonly bootId: string; readonly version: string };
  'engine-stopped': { readonly bootId: string };
  'mode-changed': { readonly mode: Mode; readonly why: string; readonly overridden: string[] };
  /** New auctions held by a person, or let open again. */
  'hold-changed': { readonly held: boolean; readonly why: string };
  /** A source's cues count by arrival, or by their own time again; forgotten at a restart. */
  'arrival-trusted': {
    readonly address: string;
    readonly trusted: boolean;
    readonly why: string;
  };
  'bidder-registered': { readonly bidder: Bidder };
  'price-book-applied': { readonly version: PriceBookVersion };
  'marker-recorded': { readonly marker: MarkerFacts };
  /** A copy to the last byte: everything else is its original's. */
  'marker-repeated': { readonly repeat: MarkerRepeat };
  /** A person let a quarantined marker be judged. */
  'marker-released': { readonly markerId: string; readonly release: MarkerRelease };
  /** A person started or stopped a listener; a restart opens every one again. */
  'listener-changed': {
    readonly listenerId: string;
    readonly to: 'started' | 'stopped';
    readonly why: string;
  };
  'marker-copied': { readonly markerId: string; readonly copies: number };
  'cues-rejected': {
    readonly address: string;
    readonly fromMs: number;
    readonly toMs: number;
    readonly counts: Record<string, number>;
  };
  'auction-created': { readonly terms: AuctionTerms };
  'auction-opened': { readonly opening: Opening };
  'auction-closed': {
    readonly auctionId: string;
    readonly closedAtMs: number;
    readonly latenessMs: number;
    readonly seed: string;
    readonly decision: Decision;
  };
  /** An end without a decision: cancelled, aborted by a crash, or never opened. */
  'auction-dropped': {
    readonly auctionId: string;
    readonly status: 'CANCELLED' | 'ABORTED_CRASH' | 'UNSOLD';
    readonly reason: AuctionReason;
    readonly closedAtMs: number;
    readonly outcomes: readonly Outcome[];
  };
  'settlement-born': { readonly settlement: SettlementFacts };
}

export type EntryType = keyof EntryBodies;

/** An entry before the store has given it a place in the chain. */
export type Draft<T extends EntryType = EntryType> = {
  [K in T]: {
    readonly type: K;
    readonly body: EntryBodies[K];
    /** Who: 'engine', 'operator:<name>', 'command line', 'source:<address>'. */
    readonly actor: string;
    /** What it follows from: an id, or a sentence. */
    readonly cause: string;
    /** Epoch ms at which the fact came in, and at which it was decided. */
    readonly arrivedAtMs: number;
    readonly decidedAtMs: number;
  };
}[T];

/** An entry in the chain. `hash` covers everything but itself. */
export type Entry<T extends EntryType = EntryType> = Draft<T> & {
  readonly seq: number;
  readonly recordedAtMs: number;
  readonly prevHash: string;
  readonly hash: string;
};
