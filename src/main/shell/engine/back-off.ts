// Owns how long the host waits before it starts the engine anew: at once-ish after the first end,
// then doubling up to a bound. Refuses to give up: on air nobody has time to press a button.

/** The bounds of the wait. */
export interface BackOff {
  readonly leastMs: number;
  readonly mostMs: number;
}

/** The wait after `failures` ends in a row (1 or more). */
export function pauseMs(failures: number, { leastMs, mostMs }: BackOff): number {
  return Math.min(mostMs, leastMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
}
