// Owns how long an auction may last: its full time, or what is left before the splice. Refuses to
// open one that could not end before its slot must be on air.
import type { AUCTION_LEAST_MS, AUCTION_SPLICE_MARGIN_MS } from '../../../contract/limits';

/** Shortest auction, and what is kept free before a splice. */
export const LEAST_MS: typeof AUCTION_LEAST_MS = 100;
const SPLICE_MARGIN_MS: typeof AUCTION_SPLICE_MARGIN_MS = 100;

/** All times on one clock, in ms. `spliceAtMs` is null where the cue has no splice time. */
export interface WindowQuestion {
  readonly nowMs: number;
  readonly durationMs: number;
  readonly spliceAtMs: number | null;
  readonly airByMs: number;
}

/** The time it gets, in whole ms, or that there is too little. */
export type Window =
  | { readonly ok: true; readonly durationMs: number }
  | { readonly ok: false; readonly reason: 'insufficient_time' };

const TOO_LATE: Window = { ok: false, reason: 'insufficient_time' };

/**
 * The full duration where the splice is not nearer than that; else what is left less 100 ms, but
 * never below 100 ms. Without a splice time the air-by time bounds it, without a margin.
 */
export function openingWindow(question: WindowQuestion): Window {
  const { nowMs, durationMs, spliceAtMs, airByMs } = question;
  const beforeAir = Math.floor(airByMs - nowMs);
  const beforeSplice = spliceAtMs === null ? beforeAir : Math.floor(spliceAtMs - nowMs);
  const margin = spliceAtMs !== null && beforeSplice < durationMs ? SPLICE_MARGIN_MS : 0;
  const windowMs = Math.min(durationMs, beforeAir, beforeSplice - margin);
  return windowMs < LEAST_MS ? TOO_LATE : { ok: true, durationMs: windowMs };
}
