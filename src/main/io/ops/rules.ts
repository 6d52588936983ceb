// Owns which settings the flows obey, by the names they know them by. Refuses settings that only an
// adapter needs.
import type { Rules } from '../../flow/ports';
import type { Settings } from './settings';

/** The rules of a start. */
export function rulesOf({ auctions, demo, show }: Settings): Rules {
  return {
    auctionMs: auctions.defaultDurationMs,
    mostOpen: auctions.maxConcurrent,
    staleMs: auctions.staleMs,
    clockToleranceMs: auctions.clockToleranceMs,
    airByMs: auctions.airByMs,
    jsonWindowMs: auctions.jsonWindowMs,
    fallback: auctions.houseFallback,
    show: show ?? null,
    demo,
  };
}
