// Owns the line that says what became of the auction a manual cue opened, following it to its end.
// Pure. Refuses to guess: an auction the feed does not have is only named.
import type { Auction } from '../../../contract/auction';
import { AUCTION_REASONS } from '../../../contract/reasons';
import { amountText } from '../parts/text/money';

/** The line for one auction. `auctions` is what the feed knows. */
export function becameText(auctionId: string, auctions: readonly Auction[]): string {
  const auction = auctions.find((known) => known.id === auctionId);
  if (auction === undefined) return `opens ${auctionId}`;
  const { status, winner, priceCents, reason, id } = auction;
  if (status === 'SOLD' && winner !== null && priceCents !== null) {
    return `${id} sold ${amountText(priceCents, auction.currency)} to ${winner.name}`;
  }
  if (status === 'CANCELLED') return `${id} was cancelled`;
  const why = reason === null ? '' : ` ${AUCTION_REASONS[reason]}`;
  return `${id} ${status.toLowerCase().replaceAll('_', ' ')}.${why}`;
}
