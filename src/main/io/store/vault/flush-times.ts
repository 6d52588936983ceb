// Owns how long commits take: the COMMIT alone, which is the write to the WAL and its flush to the
// disk. Refuses averages; the slow ones are what a producer must see.
import { createHistogram } from 'node:perf_hooks';
import type { StoreHealth } from '../../../flow/ports';

const MICROS = 1_000;

function ms(micros: number): number {
  return Math.round(micros / 100) / 10;
}

/** Takes times in ms and reads them to a tenth; null before the first. */
export function flushTimes() {
  const histogram = createHistogram();
  return {
    note: (tookMs: number): void => histogram.record(Math.max(1, Math.round(tookMs * MICROS))),
    reading: (): StoreHealth['flushMs'] => {
      if (histogram.count === 0) return null;
      const [p50, p99] = [histogram.percentile(50), histogram.percentile(99)];
      return { p50: ms(p50), p99: ms(p99), max: ms(histogram.max) };
    },
  };
}
