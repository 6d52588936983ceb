// Owns the decision of a sealed first-price auction: a pure function of terms, opening and seed, so
// that a journal replays to the same end (RULE_VERSION names these rules). Refuses clocks, chance,
// and any bidder without a reason.
import type { AuctionReason, BidReason } from '../../../contract/reasons';
import type { Sha256 } from '../lib/bytes';
import type { AuctionTerms, Decision, NoBid, Opening, Outcome, SealedBid } from './record';

/** What decides. `seed` is the text whose SHA-256 the opening committed to. */
export interface DecisionParts {
  readonly terms: AuctionTerms;
  readonly opening: Opening;
  readonly seed: string;
  readonly sha256: Sha256;
}

/** No-bids of bidders the house did not let in: nobody else means nobody was eligible. */
const NOT_ELIGIBLE: ReadonlySet<BidReason> = new Set(['inactive', 'rehearsal_only', 'currency']);

/**
 * The highest bid at or over the floor wins and pays its bid; equal bids draw by the lowest
 * SHA-256(seed|auction|bidder). Outcomes stand in order of bidderId, one a bidder.
 */
export function decide(parts: DecisionParts): Decision {
  const { terms, opening } = parts;
  const { floorCents } = terms.price;
  const winner = drawn(highest(opening.bids, floorCents), parts);
  const outcomes = [
    ...opening.bids.map((bid) => bidOutcome(bid, winner, floorCents)),
    ...opening.noBids.map((noBid) => noBidOutcome(noBid, winner, floorCents)),
  ];
  return {
    status: winner === null ? 'UNSOLD' : 'SOLD',
    reason: winner === null ? unsoldReason(opening) : 'sold',
    winner,
    priceCents: winner === null ? null : winner.amountCents,
    outcomes: outcomes.sort((a, b) => (a.bidderId < b.bidderId ? -1 : 1)),
  };
}

/** All bids of the highest amount that reaches the floor. */
function highest(bids: readonly SealedBid[], floorCents: number): SealedBid[] {
  let best: SealedBid[] = [];
  let bestCents = floorCents;
  for (const bid of bids) {
    if (bid.amountCents > bestCents) best = [bid];
    else if (bid.amountCents === bestCents) best.push(bid);
    bestCents = Math.max(bestCents, bid.amountCents);
  }
  return best;
}

function drawn(best: readonly SealedBid[], parts: DecisionParts): SealedBid | null {
  const [only, ...others] = best;
  if (only === undefined || others.length === 0) return only ?? null;
  let winner = only;
  let lowest = lot(only, parts);
  for (const bid of others) {
    const mine = lot(bid, parts);
    if (mine < lowest) [winner, lowest] = [bid, mine];
  }
  return winner;
}

function lot(bid: SealedBid, { terms, seed, sha256 }: DecisionParts): string {
  return sha256(`${seed}|${terms.auctionId}|${bid.bidderId}`);
}

/**
 * What would have won for certain: one more than the winning bid (an equal bid only draws), or the
 * floor where nobody won.
 */
function enough(winner: SealedBid | null, floorCents: number): number {
  return winner === null ? floorCents : winner.amountCents + 1;
}

function bidOutcome(bid: SealedBid, winner: SealedBid | null, floorCents: number): Outcome {
  const { bidderId, name, bidId, amountCents } = bid;
  const won = bid === winner;
  const minToWinCents = won ? null : enough(winner, floorCents);
  return {
    bidderId,
    name,
    bidId,
    amountCents,
    reason: fate(bid, winner, floorCents),
    minToWinCents,
  };
}

function fate(bid: SealedBid, winner: SealedBid | null, floorCents: number): BidReason {
  if (bid === winner) return 'won';
  if (bid.amountCents < floorCents || winner === null) return 'below_floor';
  return bid.amountCents === winner.amountCents ? 'tie_lost' : 'outbid';
}

/** Price decided a no-bid only where the floor was above the bidder's own limit. */
function noBidOutcome(noBid: NoBid, winner: SealedBid | null, floorCents: number): Outcome {
  const { bidderId, name, reason } = noBid;
  const minToWinCents = reason === 'price_limit' ? enough(winner, floorCents) : null;
  return { bidderId, name, bidId: null, amountCents: null, reason, minToWinCents };
}

function unsoldReason({ bids, noBids }: Opening): AuctionReason {
  if (bids.length > 0) return 'below_floor';
  return noBids.every(({ reason }) => NOT_ELIGIBLE.has(reason)) ? 'no_eligible_bidder' : 'no_bid';
}
