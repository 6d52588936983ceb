// Owns the shape of an auction's facts: what is fixed when it opens, the sealed bids, and what was
// decided. decide() reads these and nothing else, so a journal can be replayed to the same end.
import type { AuctionReason, BidReason } from '../../../contract/reasons';
import type { PriceTrace } from '../../../contract/price-book';

/** The version of the rules that decide; a change of decide() that changes an end raises it. */
export const RULE_VERSION = 'first-1';

/** Everything that is fixed about an auction when it is created. Times in epoch milliseconds. */
export interface AuctionTerms {
  readonly auctionId: string;
  readonly markerId: string;
  readonly slotId: string;
  readonly slotKind: 'replay' | 'overlay' | 'spot';
  readonly slotMs: number;
  readonly airByMs: number;
  /** When its cue came in, and when the splice is; absent in older journals, or where untold. */
  readonly arrivedAtMs?: number;
  readonly spliceAtMs?: number;
  /** The cue forbids the slot in some regions. */
  readonly regionalBlackout?: true;
  readonly format: 'first';
  readonly durationMs: number;
  readonly eventType: string;
  readonly gameId: string | null;
  readonly teamId: string | null;
  /** The splice_event_id or segmentation_event_id of its cue, for a later cancel; null for JSON. */
  readonly eventId: number | null;
  readonly eventKind: 'splice' | 'segmentation' | null;
  readonly importance: 'low' | 'normal' | 'high' | 'critical';
  readonly price: PriceTrace;
  readonly rehearsal: boolean;
  readonly ruleVersion: string;
}

/** A sealed bid. `seq` is the server's order of arrival inside the auction, from 1. */
export interface SealedBid {
  readonly bidId: string;
  readonly bidderId: string;
  readonly name: string;
  readonly seq: number;
  readonly amountCents: number;
}

/** A bidder that did not bid, and why. */
export interface NoBid {
  readonly bidderId: string;
  readonly name: string;
  readonly reason: BidReason;
}

/** What is fixed and copied into the record when the auction opens. */
export interface Opening {
  readonly auctionId: string;
  readonly openedAtMs: number;
  readonly endsAtMs: number;
  readonly tieRule: 'sha256(seed|auction|bidder), lowest wins';
  /** SHA-256 of the seed, published before anything is decided. */
  readonly seedCommitment: string;
  readonly bids: readonly SealedBid[];
  readonly noBids: readonly NoBid[];
}

/** One bidder's end. */
export interface Outcome {
  readonly bidderId: string;
  readonly name: string;
  readonly bidId: string | null;
  readonly amountCents: number | null;
  readonly reason: BidReason;
  readonly minToWinCents: number | null;
}

/** What decide() says. */
export interface Decision {
  readonly status: 'SOLD' | 'UNSOLD';
  readonly reason: AuctionReason;
  readonly winner: SealedBid | null;
  readonly priceCents: number | null;
  readonly outcomes: readonly Outcome[];
}

/** How an auction ended: by decision, or dropped without one. */
export type AuctionEnd =
  | {
      readonly kind: 'closed';
      readonly closedAtMs: number;
      readonly latenessMs: number;
      readonly seed: string;
      readonly decision: Decision;
    }
  | {
      readonly kind: 'dropped';
      readonly status: 'CANCELLED' | 'ABORTED_CRASH' | 'UNSOLD';
      readonly reason: AuctionReason;
      readonly closedAtMs: number;
      readonly outcomes: readonly Outcome[];
    };

/** All that is known of one auction. */
export interface AuctionState {
  readonly terms: AuctionTerms;
  readonly createdAtMs: number;
  readonly opening: Opening | null;
  readonly end: AuctionEnd | null;
}

/** Where a row stands in the journal. */
export interface Place {
  readonly seq: number;
  readonly recordedAtMs: number;
}
