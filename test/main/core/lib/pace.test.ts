// Owns proof of the pace: percentiles over all samples, the worst with its moment, ten minutes
// kept. Refuses a real loop.
import { createHistogram } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import {
  NO_PACE,
  paceOf,
  sampleOf,
  SAMPLES_MOST,
  withSample,
  type PaceSample,
} from '../../../../src/main/core/lib/series/pace';

function sample(atMs: number, delaysMs: readonly number[]): PaceSample {
  const histogram = createHistogram();
  for (const ms of delaysMs) histogram.record((10 + ms) * 1e6);
  return sampleOf(histogram, { atMs, everyMs: 10 });
}

describe('the pace', () => {
  it('is nothing before the first sample, or of an empty one', () => {
    expect(paceOf([])).toEqual(NO_PACE);
    expect(paceOf([sample(5, [])])).toMatchObject({ p50: 0, p99: 0, worst: 0, trail: [0] });
  });

  it('takes p50 and p99 over all samples, and the worst with its moment', () => {
    const calm = Array.from({ length: 99 }, () => 0.3);
    const pace = paceOf([
      sample(2_000, calm),
      sample(4_000, [...calm, 41.8]),
      sample(6_000, [...calm, 1.2]),
    ]);
    expect(pace.p50).toBeCloseTo(0.3, 1);
    expect(pace.p99).toBeLessThan(1.5);
    expect(pace.worst).toBeCloseTo(41.8, 1);
    expect(pace.worstAtMs).toBe(4_000);
    expect(pace.trail).toHaveLength(3);
    expect(paceOf([sample(1, [...calm, 30, 30])]).p99).toBeGreaterThan(29);
  });

  it('never says less than nothing for a timer that was early', () => {
    expect(sample(1, [-2]).worst).toBe(0);
  });

  it('keeps ten minutes', () => {
    let samples: PaceSample[] = [];
    for (let n = 0; n <= SAMPLES_MOST; n += 1) samples = withSample(samples, sample(n, [n]));
    expect(samples).toHaveLength(SAMPLES_MOST);
    expect(samples[0]?.atMs).toBe(1);
  });
});
