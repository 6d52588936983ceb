// Owns the reckoning of the engine's clock from the `at` of what it sends. Pure. A message is older
// than its arrival by the way it took, never younger, so of the last samples the largest difference
// is the truest.

/** Samples the reckoning looks back over: about three seconds of batches. */
export const SAMPLES_KEPT = 32;
/** A difference this far from the reckoning is a step of the engine's clock, not a slow message. */
export const STEP_MS = 2_000;

/** Differences, engine time less our monotonic time, oldest first. */
export type Samples = readonly number[];

/** Adds a sample: `atMs` engine epoch ms, `monoMs` our monotonic ms at arrival. */
export function addSample(samples: Samples, atMs: number, monoMs: number): Samples {
  const sample = atMs - monoMs;
  const offset = offsetMs(samples);
  if (offset !== null && Math.abs(sample - offset) > STEP_MS) return [sample];
  return [...samples, sample].slice(-SAMPLES_KEPT);
}

/** What to add to our monotonic clock to have the engine's time; null before the first sample. */
export function offsetMs(samples: Samples): number | null {
  return samples.length === 0 ? null : Math.max(...samples);
}
