// Owns what a preview comes to: the sums of the floors, what would not have sold, what would have
// sold too, and where each stands on a scale. Pure. Refuses to guess where a bid is not known.
import type { PreviewedAuction } from '../../../../contract/price-book';

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

/** The sums over a preview, in one currency; what is in another is counted apart. */
export function sumsOf(all: readonly PreviewedAuction[], currency: string) {
  const auctions = all.filter((auction) => auction.currency === currency);
  const sum = (list: readonly (number | null)[]): number =>
    list.reduce<number>((total, cents) => total + (cents ?? 0), 0);
  return {
    beforeCents: sum(auctions.map((auction) => auction.floorCents)),
    afterCents: sum(auctions.map((auction) => auction.newFloorCents)),
    lost: auctions.filter((auction) => turnOf(auction) === 'no sale').length,
    won: auctions.filter((auction) => turnOf(auction) === 'sells').length,
    elsewhere: all.length - auctions.length,
  };
}

/** The smallest and the largest amount of a preview; null where there is none. */
function spanOf(auctions: readonly PreviewedAuction[]): readonly [number, number] | null {
  const all = auctions
    .flatMap((auction) => [
      auction.floorCents,
      auction.newFloorCents ?? 0,
      auction.bestBidCents ?? 0,
    ])
    .filter((cents) => cents > 0);
  return all.length === 0 ? null : [Math.min(...all), Math.max(...all)];
}

/** Where an amount stands between the smallest and the largest, 0 to 1, by its logarithm. */
export function scaleOf(auctions: readonly PreviewedAuction[]): (cents: number | null) => number {
  const span = spanOf(auctions);
  if (span === null) return () => 0;
  const [least, most] = span.map(Math.log) as [number, number];
  return (cents) => {
    if (cents === null || cents <= 0 || most <= least) return 0;
    return (Math.log(cents) - least) / (most - least);
  };
}

const LEADS = [[1, 2, 5], [1, 5], [1]] as const;
const MARKS_MOST = 6;

/** Round amounts for the axis of that scale, at most six. */
export function axisOf(auctions: readonly PreviewedAuction[]): readonly number[] {
  const [least, most] = spanOf(auctions) ?? [1, 1];
  const decades = Array.from({ length: 16 }, (_, power) => 10 ** power);
  const within = LEADS.map((leads) =>
    decades
      .flatMap((decade) => leads.map((lead) => lead * decade))
      .filter((cents) => cents >= least && cents <= most),
  );
  return within.find((marks) => marks.length <= MARKS_MOST) ?? (within.at(-1) ?? []).slice(-6);
}

const UNITS: readonly (readonly [number, string])[] = [
  [1e9, 'bn'],
  [1e6, 'm'],
  [1e3, 'k'],
];

/** 1000000 cents of USD -> '10k'. */
export function shortAmount(cents: number, digits: number): string {
  const major = cents / 10 ** digits;
  const [size, unit] = UNITS.find(([least]) => major >= least) ?? [1, ''];
  return `${major / size}${unit}`;
}
