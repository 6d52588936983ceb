// Owns where an auction's bids stand on a plane of ms and money: the bids, the floor, the close,
// and round marks on both axes, all as shares (0 to 1). Pure. Refuses bids that are still sealed.
import type { Auction, Bid } from '../../../../contract/auction';
import { epochMs } from '../../parts/text/time';
import { marksOf } from '../../auctions/screen/times';

/** A bid at its share of the width and of the height (from below). */
export interface PlottedBid {
  readonly id: string;
  /** 1 is the best. */
  readonly rank: number;
  readonly x: number;
  readonly y: number;
  readonly counts: boolean;
}

/** The plane. Marks are [value, share]: ms on x, cents on y. */
export interface BidsPlot {
  readonly bids: readonly PlottedBid[];
  readonly floorY: number;
  readonly closeX: number;
  readonly msMarks: readonly (readonly [number, number])[];
  readonly centMarks: readonly (readonly [number, number])[];
  readonly spanMs: number;
}

/** Room after the close, as a share of the auction's length. */
const AFTER_SHARE = 0.14;

/** Round amounts between two, at most five. */
export function roundCents(leastCents: number, mostCents: number): readonly number[] {
  const rough = Math.max(1, (mostCents - leastCents) / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((known) => known >= rough) ?? rough;
  const first = Math.ceil(leastCents / step) * step;
  const count = Math.max(0, Math.floor((mostCents - first) / step) + 1);
  return Array.from({ length: count }, (_, at) => first + at * step);
}

/** The plane of an auction; null before it opened. Bids in the order in which they came. */
export function bidsPlot(auction: Auction, bids: readonly Bid[]): BidsPlot | null {
  const [openMs, endMs] = [epochMs(auction.openedAt), epochMs(auction.endsAt)];
  if (openMs === null || endMs === null || endMs <= openMs) return null;
  const spanMs = (endMs - openMs) * (1 + AFTER_SHARE);
  const amounts = [auction.floorCents, ...bids.map(({ amountCents }) => amountCents)];
  const [least, most] = [Math.min(...amounts), Math.max(...amounts)];
  const padCents = Math.max((most - least) * 0.15, most * 0.02, 1);
  const [fromCents, toCents] = [Math.max(0, least - padCents), most + padCents];
  const yOf = (cents: number): number => (cents - fromCents) / (toCents - fromCents);
  const ranked = [...bids].sort((a, b) => b.amountCents - a.amountCents || a.seq - b.seq);
  return {
    bids: bids.map(({ id, placedAt, amountCents }) => ({
      id,
      rank: ranked.findIndex((bid) => bid.id === id) + 1,
      x: Math.max(0, (epochMs(placedAt) ?? openMs) - openMs) / spanMs,
      y: yOf(amountCents),
      counts: amountCents >= auction.floorCents,
    })),
    floorY: yOf(auction.floorCents),
    closeX: (endMs - openMs) / spanMs,
    msMarks: marksOf(spanMs).map((ms) => [ms, ms / spanMs] as const),
    centMarks: roundCents(fromCents, toCents).map((cents) => [cents, yOf(cents)] as const),
    spanMs,
  };
}

/** Places nearer than this share of both axes would write one rank over another. */
const NEAR_X = 0.05;
const NEAR_Y = 0.1;

/** What is written beside each bid: its rank, or those of all that stand as near. '' for those. */
export function ranksBeside(bids: readonly PlottedBid[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  const groups: PlottedBid[][] = [];
  for (const bid of [...bids].sort((a, b) => a.rank - b.rank)) {
    const near = groups.find(([first]) => {
      if (first === undefined) return false;
      return Math.abs(first.x - bid.x) < NEAR_X && Math.abs(first.y - bid.y) < NEAR_Y;
    });
    if (near === undefined) groups.push([bid]);
    else near.push(bid);
  }
  for (const group of groups) {
    const [first, ...rest] = group;
    const last = rest.at(-1);
    if (first === undefined) continue;
    words.set(first.id, last === undefined ? `${first.rank}` : `${first.rank}\u2013${last.rank}`);
  }
  return words;
}
