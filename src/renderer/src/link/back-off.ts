// Owns how long to wait before trying again: 250 ms doubling to 3 s, with jitter, so that a rack of
// consoles does not come back in one blow. Pure; chance is passed in.
export const BACK_OFF_LEAST_MS = 250;
export const BACK_OFF_MOST_MS = 3_000;

/** The wait after `failures` in a row (1 or more); `chance` is 0 to 1. Half fixed, half jitter. */
export function backOffMs(failures: number, chance: number): number {
  const step = Math.min(BACK_OFF_MOST_MS, BACK_OFF_LEAST_MS * 2 ** Math.max(0, failures - 1));
  return Math.max(BACK_OFF_LEAST_MS, Math.round(step / 2 + (step / 2) * chance));
}
