// Owns the verdict on a cue's age by its own timestamp. Refuses to know the time: arrival is handed
// in. A cue without a timestamp is never stale.

/** Limits in milliseconds. */
export interface AgeLimits {
  /** Older than this is stale. */
  readonly staleMs: number;
  /** This far ahead is nothing worth a word. */
  readonly clockToleranceMs: number;
  /** Further ahead than this is refused. */
  readonly aheadMs: number;
}

/** `clock_offset` is a warning only; the others make the marker STALE. */
export type Age = 'stale' | 'clock_ahead' | 'clock_offset' | null;

/** The age of a cue with this timestamp that arrived at `receivedAtMs`, both epoch. */
export function staleness(
  timestampMs: number | null,
  receivedAtMs: number,
  limits: AgeLimits,
): Age {
  if (timestampMs === null) return null;
  const aheadMs = timestampMs - receivedAtMs;
  if (-aheadMs > limits.staleMs) return 'stale';
  if (aheadMs > limits.aheadMs) return 'clock_ahead';
  return aheadMs > limits.clockToleranceMs ? 'clock_offset' : null;
}
