// Owns how an auction looks from outside: its row, its bids, its explanation. Refuses to show what
// is sealed: while it is open there are no bids, no bidders and no seed to see.
import type {
  Auction,
  AuctionStatus,
  Bid,
  BidderOutcome,
  Explain,
  Slot,
} from '../../../contract/auction';
import type { BidReason, BID_REASONS } from '../../../contract/reasons';
import type { AuctionState, AuctionTerms, Outcome, Place, SealedBid } from './record';

/** What the journal does not say: that the time is up and the decision on its way to the disk. */
export interface ViewExtra {
  readonly closing: boolean;
}

/** OpenRTB number and outcome of each reason; the types hold it equal to the contract's list. */
const CODES: { [R in BidReason]: readonly [Reasons[R][0], Reasons[R][1]] } = {
  won: [0, 'won'],
  internal: [1, 'lost'],
  auction_cancelled: [2, 'lost'],
  engine_crash: [1, 'lost'],
  below_floor: [100, 'lost'],
  outbid: [102, 'lost'],
  tie_lost: [102, 'lost'],
  late: [101, 'lost'],
  insufficient_time: [15, 'no-bid'],
  budget: [501, 'no-bid'],
  filter: [502, 'no-bid'],
  price_limit: [503, 'no-bid'],
  rehearsal_only: [504, 'no-bid'],
  currency: [505, 'no-bid'],
  inactive: [506, 'no-bid'],
};
type Reasons = typeof BID_REASONS;

/**
 * The auction's row. `place.seq` is the journal's number of its creation, `place.recordedAtMs` the
 * time of its newest entry. A sealed auction never extends, so its end is also its latest end.
 */
export function auctionView(
  state: AuctionState,
  place: Place,
  extra: ViewExtra = { closing: false },
): Auction {
  const { terms, opening, end } = state;
  const endsAt = opening === null ? null : iso(opening.endsAtMs);
  return {
    seq: place.seq,
    id: terms.auctionId,
    status: statusOf(state, extra),
    format: terms.format,
    kind: 'marker',
    markerId: terms.markerId,
    slot: slotOf(terms),
    eventType: terms.eventType,
    gameId: terms.gameId,
    teamId: terms.teamId,
    createdAt: iso(state.createdAtMs),
    openedAt: opening === null ? null : iso(opening.openedAtMs),
    endsAt,
    maxEndsAt: endsAt,
    closedAt: end === null ? null : iso(end.closedAtMs),
    recordedAt: iso(place.recordedAtMs),
    ...marginOf(state),
    closeLatenessMs: end?.kind === 'closed' ? end.latenessMs : null,
    valueCents: terms.price.valueCents,
    floorCents: terms.price.floorCents,
    currency: terms.price.currency,
    bidCount: opening?.bids.length ?? 0,
    ...resultOf(state),
    reason: reasonOf(state),
    rehearsal: terms.rehearsal,
    ruleVersion: terms.ruleVersion,
  };
}

/** Why the price, why this winner; who bid what only after the end, and the seed with it. */
export function explainView(state: AuctionState): Explain {
  const { terms, opening, end } = state;
  return {
    auctionId: terms.auctionId,
    status: statusOf(state, { closing: false }),
    reason: reasonOf(state),
    price: terms.price,
    bidders: outcomesOf(state).map(bidderOutcome),
    seedCommitment: opening?.seedCommitment ?? null,
    seed: end?.kind === 'closed' ? end.seed : null,
  };
}

/** The bids in the order in which they were placed; empty while they are sealed. */
export function bidViews(state: AuctionState): Bid[] {
  const { terms, opening, end } = state;
  if (opening === null || end === null) return [];
  const reasons = new Map(outcomesOf(state).map(({ bidId, reason }) => [bidId, reason]));
  const view = (bid: SealedBid): Bid => {
    const reason = reasons.get(bid.bidId) ?? null;
    return {
      id: bid.bidId,
      auctionId: terms.auctionId,
      bidderId: bid.bidderId,
      name: bid.name,
      seq: bid.seq,
      amountCents: bid.amountCents,
      currency: terms.price.currency,
      placedAt: iso(opening.openedAtMs),
      status: reason === 'won' ? 'WON' : 'LOST',
      reason,
    };
  };
  return opening.bids.map(view);
}

function statusOf({ opening, end }: AuctionState, { closing }: ViewExtra): AuctionStatus {
  if (end !== null) return end.kind === 'closed' ? end.decision.status : end.status;
  if (opening === null) return 'CREATED';
  return closing ? 'CLOSING' : 'OPEN';
}

function reasonOf({ end }: AuctionState): Auction['reason'] {
  if (end === null) return null;
  return end.kind === 'closed' ? end.decision.reason : end.reason;
}

function outcomesOf({ end }: AuctionState): readonly Outcome[] {
  if (end === null) return [];
  return end.kind === 'closed' ? end.decision.outcomes : end.outcomes;
}

function resultOf({ end }: AuctionState): Pick<Auction, 'winner' | 'priceCents'> {
  if (end?.kind !== 'closed' || end.decision.winner === null) {
    return { winner: null, priceCents: null };
  }
  const { bidderId, name, amountCents } = end.decision.winner;
  const winner = { bidderId, name, bidCents: amountCents };
  return { winner, priceCents: end.decision.priceCents };
}

function bidderOutcome(one: Outcome): BidderOutcome {
  const [code, outcome] = CODES[one.reason];
  const { bidderId, name, amountCents, reason, minToWinCents } = one;
  return { bidderId, name, amountCents, outcome, code, reason, minToWinCents };
}

/** Only what was decided, or had no time to be, has a margin. */
function marginOf({ terms, end }: AuctionState): Pick<Auction, 'margin'> {
  const { airByMs, arrivedAtMs } = terms;
  if (end === null || arrivedAtMs === undefined) return {};
  if (end.kind === 'dropped' && end.status !== 'UNSOLD') return {};
  const [spareMs, ofMs] = [airByMs - end.closedAtMs, airByMs - arrivedAtMs];
  return { margin: { spareMs: Math.round(spareMs), ofMs: Math.round(ofMs) } };
}

function slotOf(terms: AuctionTerms): Slot {
  const { slotId, slotKind, slotMs, airByMs, spliceAtMs, regionalBlackout } = terms;
  const slot = { id: slotId, kind: slotKind, durationMs: slotMs, airBy: iso(airByMs) };
  return {
    ...slot,
    ...(spliceAtMs === undefined ? {} : { spliceAt: iso(spliceAtMs) }),
    ...(regionalBlackout === undefined ? {} : { regionalBlackout }),
  };
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
