// Owns the shape of what is counted of cues. Refuses to count: the flows do.
// Counters since the start outlast a reload of the memory; those of a minute do not.

/** Counters since the engine started; they survive a reload, the memory does not. */
export interface MarkerCounts {
  total: number;
  accepted: number;
  duplicates: number;
  rejected: number;
  heartbeats: number;
  lastTotal: number;
  lastAtMonoMs: number;
  perSecond: number;
}

/** Refused cues of one source in the running minute. */
export interface Rejects {
  rows: number;
  readonly counts: Record<string, number>;
}
