// Owns the line that says what became of a fired cue, following its auction to the end. Pure.
// Refuses to say "sent": it says what the engine did with it.
import type { Auction } from '../../../contract/auction';
import { AUCTION_REASONS, MARKER_REASONS } from '../../../contract/reasons';
import { moneyText } from '../parts/text/money';
import type { FiredCue } from './cue-log';

/** The line for one cue. `auctions` is what the feed knows. */
export function becameText(cue: FiredCue, auctions: readonly Auction[]): string {
  if (cue.result.kind === 'waiting') return 'sent, no answer yet';
  if (cue.result.kind === 'refused') return `refused: ${cue.result.sentence}`;
  const { status, reason, auctionId, markerId } = cue.result.answer;
  if (auctionId === null) {
    const why = reason === null ? '' : ` ${MARKER_REASONS[reason]}`;
    return `${status} as ${markerId}.${why}`;
  }
  const auction = auctions.find((known) => known.id === auctionId);
  if (auction === undefined) return `${status}, opens ${auctionId}`;
  return auctionText(auction);
}

function auctionText(auction: Auction): string {
  if (auction.status === 'SOLD' && auction.winner !== null && auction.priceCents !== null) {
    const price = moneyText(auction.priceCents, auction.currency);
    return `${auction.id} sold to ${auction.winner.name} for ${price}`;
  }
  const why = auction.reason === null ? '' : ` ${AUCTION_REASONS[auction.reason]}`;
  return `${auction.id} ${auction.status.toLowerCase().replaceAll('_', ' ')}.${why}`;
}
