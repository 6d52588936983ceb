// Owns the order in which auctions wait for a free place and when waiting ends: importance first,
// then arrival. Refuses to open one whose slot would be on air before it could end.
import type { Importance } from '../../../contract/price-book';
import { IMPORTANCE_RANK } from '../pricing/thresholds';
import { LEAST_MS, openingWindow } from './window';

/** An auction that waits. Times in ms on the clock of `nowMs`; `arrival` counts upwards. */
export interface Waiting {
  readonly auctionId: string;
  readonly importance: Importance;
  readonly arrival: number;
  readonly durationMs: number;
  readonly spliceAtMs: number | null;
  readonly airByMs: number;
}

/** What happens to those who wait: opened with what is left of their time, or out of time. */
export interface Turn {
  readonly open: readonly { readonly auctionId: string; readonly durationMs: number }[];
  /** These end UNSOLD `capacity`. */
  readonly outOfTime: readonly string[];
  readonly keep: readonly string[];
}

/** Who goes first: negative where `a` does. */
export function compareWaiting(a: Waiting, b: Waiting): number {
  const byImportance = IMPORTANCE_RANK[b.importance] - IMPORTANCE_RANK[a.importance];
  return byImportance === 0 ? a.arrival - b.arrival : byImportance;
}

/** The last moment at which it can still open; after it the auction is out of time. */
export function openableUntilMs({ durationMs, spliceAtMs, airByMs }: Waiting): number {
  const beforeAirMs = airByMs - LEAST_MS;
  if (spliceAtMs === null) return beforeAirMs;
  return Math.min(beforeAirMs, spliceAtMs - Math.min(2 * LEAST_MS, durationMs));
}

/** Takes one turn of the queue with this many places free. */
export function takeTurn(waiting: readonly Waiting[], nowMs: number, free: number): Turn {
  const open: { auctionId: string; durationMs: number }[] = [];
  const outOfTime: string[] = [];
  const keep: string[] = [];
  for (const one of waiting.toSorted(compareWaiting)) {
    const window = openingWindow({ ...one, nowMs });
    if (!window.ok) outOfTime.push(one.auctionId);
    else if (open.length >= free) keep.push(one.auctionId);
    else open.push({ auctionId: one.auctionId, durationMs: window.durationMs });
  }
  return { open, outOfTime, keep };
}
