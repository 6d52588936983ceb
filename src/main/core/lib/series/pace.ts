// Owns how long something was held up over the last minutes: samples of two seconds in, p50, p99,
// worst with its moment and a trail out. Refuses averages, which hide the one stall that matters.

/** What is needed of a histogram: its count, its maximum and its percentiles (0 to 100). */
export interface Histogram {
  readonly count: number;
  readonly max: number;
  readonly percentiles: ReadonlyMap<number, number>;
}

/** The delays of one sample, ms: how many were at most so long, shortest first. */
export interface PaceSample {
  readonly atMs: number;
  readonly worst: number;
  readonly steps: readonly (readonly [ms: number, count: number])[];
}

/** The reading. Milliseconds, to a tenth. */
export interface Pace {
  readonly p50: number;
  readonly p99: number;
  readonly worst: number;
  readonly worstAtMs: number | null;
  readonly trail: readonly number[];
}

/** The pace before the first sample. */
export const NO_PACE: Pace = { p50: 0, p99: 0, worst: 0, worstAtMs: null, trail: [] };

/** Time between two samples, and how many are kept: ten minutes. */
export const SAMPLE_EVERY_MS = 2_000;
export const SAMPLES_MOST = 300;

function tenth(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** A sample of a histogram of nanoseconds, less what a timer of `everyMs` takes by itself. */
export function sampleOf(
  { count, max, percentiles }: Histogram,
  { atMs, everyMs }: { readonly atMs: number; readonly everyMs: number },
): PaceSample {
  const delayMs = (ns: number): number => Math.max(0, tenth(ns / 1e6 - everyMs));
  let seen = 0;
  const steps: [number, number][] = [];
  for (const [percent, ns] of [...percentiles].sort(([a], [b]) => a - b)) {
    const upTo = Math.round((percent / 100) * count);
    if (upTo > seen) steps.push([delayMs(ns), upTo - seen]);
    seen = Math.max(seen, upTo);
  }
  return { atMs, worst: count === 0 ? 0 : delayMs(max), steps };
}

/** The samples with one more; the oldest give way. */
export function withSample(samples: readonly PaceSample[], sample: PaceSample): PaceSample[] {
  return [...samples, sample].slice(-SAMPLES_MOST);
}

/** Reads the samples, oldest first. */
export function paceOf(samples: readonly PaceSample[]): Pace {
  if (samples.length === 0) return NO_PACE;
  const steps = samples.flatMap((sample) => sample.steps).sort(([a], [b]) => a - b);
  const all = steps.reduce((sum, [, count]) => sum + count, 0);
  const at = (share: number): number => {
    let seen = 0;
    return steps.find(([, count]) => (seen += count) >= share * all)?.[0] ?? 0;
  };
  const worst = Math.max(...samples.map((sample) => sample.worst));
  const worstAtMs = samples.findLast((sample) => sample.worst === worst)?.atMs ?? null;
  const trail = samples.map((sample) => sample.worst);
  return { p50: at(0.5), p99: at(0.99), worst, worstAtMs, trail };
}
