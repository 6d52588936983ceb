// Owns what a preview comes to: the sums of the floors, what would not have sold, what would have
// sold too, and where each stands on a scale. Pure. Refuses to guess where a bid is not known.
import type { PreviewedAuction } from '../../../contract/price-book';

export type Turn = 'same' | 'no sale' | 'sells' | 'moved' | 'unknown event';

/** What the new floor would have done to one auction. */
export function turnOf(auction: PreviewedAuction): Turn {
  const { sold, bestBidCents, floorCents, newFloorCents } = auction;
  if (newFloorCents === null) return 'unknown event';
  if (sold && bestBidCents !== null && bestBidCents < newFloorCents) return 'no sale';
  // Unsold over the same floor was unsold for another reason than the price.
  const lower = newFloorCents < floorCents;
  if (!sold && lower && bestBidCents !== null && bestBidCents >= newFloorCents) return 'sells';
  return floorCents === newFloorCents ? 'same' : 'moved';
}

/** The sums over a preview. */
export function sumsOf(auctions: readonly PreviewedAuction[]) {
  const sum = (list: readonly (number | null)[]): number =>
    list.reduce<number>((total, cents) => total + (cents ?? 0), 0);
  return {
    beforeCents: sum(auctions.map((auction) => auction.floorCents)),
    afterCents: sum(auctions.map((auction) => auction.newFloorCents)),
    lost: auctions.filter((auction) => turnOf(auction) === 'no sale').length,
    won: auctions.filter((auction) => turnOf(auction) === 'sells').length,
  };
}

/** Where an amount stands between the smallest and the largest, 0 to 1, by its logarithm. */
export function scaleOf(auctions: readonly PreviewedAuction[]): (cents: number | null) => number {
  const all = auctions
    .flatMap((auction) => [
      auction.floorCents,
      auction.newFloorCents ?? 0,
      auction.bestBidCents ?? 0,
    ])
    .filter((cents) => cents > 0)
    .map(Math.log);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  return (cents) => {
    if (cents === null || cents <= 0 || most <= least) return 0;
    return (Math.log(cents) - least) / (most - least);
  };
}
