// Owns putting a price and its why on the clipboard as one line of text, for the phone. Refuses to
// fail silently where the browser does not let it.
import type { Auction, Explain } from '../../../../contract/auction';
import { traceText } from '../../auctions/trace';
import { moneyText } from '../../parts/text/money';
import { eventName } from '../../parts/text/words';
import { say } from '../../store/notices';

/** 'A-0218 Goal, Kestrelair, 14,250.00 USD: 6,000.00 × rivalry 1.30 = floor 7,800.00'. */
export function priceLine(auction: Auction, price: Explain['price']): string {
  const { id, eventType, winner, priceCents, currency } = auction;
  const sold =
    winner === null || priceCents === null
      ? 'not sold'
      : `${winner.name}, ${moneyText(priceCents, currency)}`;
  return `${id} ${eventName(eventType)}, ${sold}: ${traceText(price)}`;
}

/** Copies it and says so. */
export async function copyPrice(auction: Auction, price: Explain['price']): Promise<void> {
  try {
    await navigator.clipboard.writeText(priceLine(auction, price));
    say('info', `The price of ${auction.id} is copied as text.`);
  } catch {
    say('warning', 'This browser does not let the page copy. The price stands on the tile.');
  }
}
