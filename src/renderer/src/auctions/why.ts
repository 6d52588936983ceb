// Owns the sentences that explain an auction: why this price, why this end, what would have won.
// Pure. Refuses to say more than the record holds; while bids are sealed it says just that.
import type { Auction, BidderOutcome, Explain } from '../../../contract/auction';
import { AUCTION_REASONS, BID_REASONS } from '../../../contract/reasons';
import { amountText } from '../parts/text/money';
import { plural } from '../parts/text/words';

const OPEN: readonly Auction['status'][] = ['OPEN', 'EXTENDED', 'CLOSING'];

/** Whether bids may still come. */
export function isOpen(auction: Pick<Auction, 'status'>): boolean {
  return OPEN.includes(auction.status);
}

/** Whether it waits for others to close before it opens. */
export function isWaiting(auction: Pick<Auction, 'status'>): boolean {
  return auction.status === 'CREATED';
}

function soldSentence(auction: Auction, explain: Explain): string {
  const winner = auction.winner;
  const price = auction.priceCents;
  if (winner === null || price === null) return AUCTION_REASONS.sold;
  const counted = explain.bidders.filter(
    (bidder) => bidder.amountCents !== null && bidder.amountCents >= explain.price.floorCents,
  ).length;
  const pays = price === winner.bidCents ? 'pays its own bid' : 'pays less than its bid';
  const rank = counted > 1 ? `the highest of ${counted}` : 'the only one';
  const over = price - explain.price.floorCents;
  const place =
    over === 0 ? 'exactly the floor' : `${amountText(over, auction.currency)} over the floor`;
  return `${winner.name} ${pays}, ${rank} at or over the floor. The price is ${place}.`;
}

/** Why it ended as it did, in one or two sentences. */
export function endSentence(auction: Auction, explain: Explain): string {
  if (isWaiting(auction)) return 'It opens when another closes, if there is time left to air.';
  const bids = plural(auction.bidCount, 'sealed bid');
  if (isOpen(auction)) return `${bids} so far. Bids are opened at the close.`;
  if (auction.status === 'SOLD') return soldSentence(auction, explain);
  const reason = auction.reason === null ? '' : AUCTION_REASONS[auction.reason];
  const best = Math.max(-1, ...explain.bidders.map((bidder) => bidder.amountCents ?? -1));
  const short = explain.price.floorCents - best;
  if (auction.reason !== 'below_floor' || best < 0) return reason;
  const amount = (cents: number): string => amountText(cents, auction.currency);
  return `${reason} The best, ${amount(best)}, was ${amount(short)} short.`;
}

/** Bidders in reading order: the winner, those who lost by amount, those who did not bid. */
export function readingOrder(bidders: readonly BidderOutcome[]): readonly BidderOutcome[] {
  const rank = { won: 0, lost: 1, 'no-bid': 2 } as const;
  return [...bidders].sort(
    (a, b) =>
      rank[a.outcome] - rank[b.outcome] ||
      (b.amountCents ?? 0) - (a.amountCents ?? 0) ||
      a.name.localeCompare(b.name, 'en'),
  );
}

/** What a bidder's end is held against: the floor, and what the slot fetched. */
export interface Against {
  readonly floorCents: number;
  /** Null where it was not sold. */
  readonly priceCents: number | null;
  readonly currency: string;
}

/** Why one bidder ended as it did, and by how much where an amount decided. */
export function bidderSentence(bidder: BidderOutcome, against: Against): string {
  const { reason, amountCents } = bidder;
  const { floorCents, priceCents, currency } = against;
  const plain = BID_REASONS[reason][2];
  if (reason === 'won') {
    const over = (amountCents ?? floorCents) - floorCents;
    return over === 0 ? 'Won at the floor.' : `Won, ${amountText(over, currency)} over the floor.`;
  }
  if (amountCents === null) return plain;
  if (reason === 'below_floor' && amountCents < floorCents)
    return `Below the floor by ${amountText(floorCents - amountCents, currency)}.`;
  if (reason === 'outbid' && priceCents !== null && priceCents > amountCents)
    return `Outbid by ${amountText(priceCents - amountCents, currency)}.`;
  return plain;
}
