// Owns the ends of auctions that were never decided: cancelled, cut off by a crash, never opened.
// Refuses to leave a bidder without a reason, and never awards.
import type { BidReason } from '../../../contract/reasons';
import type { AuctionEnd, Opening, Outcome } from './record';

/** Why an auction was dropped. */
export type DropReason =
  'cancelled' | 'slot_ended' | 'held' | 'engine_crash' | 'capacity' | 'insufficient_time';

/** What is dropped. `bidders` counts only where it never opened: then nobody has bid yet. */
export interface DropParts {
  readonly reason: DropReason;
  readonly opening: Opening | null;
  readonly bidders: readonly { readonly bidderId: string; readonly name: string }[];
  /** Epoch ms. */
  readonly closedAtMs: number;
}

const ENDS = {
  cancelled: ['CANCELLED', 'auction_cancelled'],
  slot_ended: ['CANCELLED', 'auction_cancelled'],
  held: ['CANCELLED', 'auction_cancelled'],
  engine_crash: ['ABORTED_CRASH', 'engine_crash'],
  capacity: ['UNSOLD', 'insufficient_time'],
  insufficient_time: ['UNSOLD', 'insufficient_time'],
} as const satisfies Record<DropReason, readonly [string, BidReason]>;

/** The status an auction dropped for this reason has, and the reason its bidders get. */
export function dropStatus(reason: DropReason): (typeof ENDS)[DropReason][0] {
  return ENDS[reason][0];
}

/** The end without a decision: bids and unopened bidders get its reason, no-bids keep their own. */
export function dropped(parts: DropParts): Extract<AuctionEnd, { kind: 'dropped' }> {
  const { reason, closedAtMs } = parts;
  const status = dropStatus(reason);
  return { kind: 'dropped', status, reason, closedAtMs, outcomes: dropOutcomes(parts) };
}

/** One outcome a bidder, in order of bidderId. */
export function dropOutcomes(parts: Pick<DropParts, 'reason' | 'opening' | 'bidders'>): Outcome[] {
  const reason = ENDS[parts.reason][1];
  const nothing = { bidId: null, amountCents: null, minToWinCents: null };
  const outcomes: Outcome[] =
    parts.opening === null
      ? parts.bidders.map(({ bidderId, name }) => ({ bidderId, name, ...nothing, reason }))
      : [
          ...parts.opening.bids.map(({ bidderId, name, bidId, amountCents }) => {
            return { bidderId, name, bidId, amountCents, reason, minToWinCents: null };
          }),
          ...parts.opening.noBids.map((noBid) => ({ ...nothing, ...noBid })),
        ];
  return outcomes.sort((a, b) => (a.bidderId < b.bidderId ? -1 : 1));
}
