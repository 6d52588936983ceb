// Owns whether a marker matters enough to start an auction: switched on, important enough, and far
// enough from the last one of its event. Refuses clocks: both times are handed in.
import type { EventPrice, Importance } from '../../../contract/price-book';
import type { MarkerReason } from '../../../contract/reasons';

/** Lowest first, as numbers to compare. */
export const IMPORTANCE_RANK = {
  low: 0,
  normal: 1,
  high: 2,
  critical: 3,
} as const satisfies Record<Importance, number>;

/** The event's row, now, and when its last marker was accepted (null: never); monotonic ms. */
export interface ThresholdQuestion {
  readonly event: EventPrice;
  readonly nowMs: number;
  readonly lastMs: number | null;
}

/** Why the marker starts nothing; null where it passes. */
export function thresholdReason({ event, nowMs, lastMs }: ThresholdQuestion): MarkerReason | null {
  if (!event.enabled) return 'event_disabled';
  if (IMPORTANCE_RANK[event.importance] < IMPORTANCE_RANK[event.minimumImportance]) {
    return 'below_importance';
  }
  return lastMs !== null && nowMs - lastMs < event.minimumGapMs ? 'minimum_gap' : null;
}
