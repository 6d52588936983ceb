// Owns the histograms behind the latencies and the loop delay. Refuses averages: p50, p99 and max
// are what a producer can act on.
import { createHistogram, monitorEventLoopDelay, type RecordableHistogram } from 'node:perf_hooks';
import type { LiveStats } from '../../../contract/status';
import type { Meter } from '../../flow/ports';

const NAMES = ['receiveToDurable', 'receiveToOpen', 'closeToDurable', 'closeLateness'] as const;
type Name = (typeof NAMES)[number];

/** A meter that can be read. Latencies in milliseconds, to the microsecond. */
export interface ReadableMeter extends Meter {
  readonly latencyMs: () => LiveStats['latencyMs'];
  readonly loopDelayMs: () => LiveStats['loopDelayMs'];
  readonly close: () => void;
}

function toMs(value: number, perMs: number): number {
  return Number.isFinite(value) ? Math.round((value / perMs) * 1000) / 1000 : 0;
}

function reading(histogram: RecordableHistogram): { p50: number; p99: number; max: number } {
  if (histogram.count === 0) return { p50: 0, p99: 0, max: 0 };
  return {
    p50: toMs(histogram.percentile(50), 1000),
    p99: toMs(histogram.percentile(99), 1000),
    max: toMs(histogram.max, 1000),
  };
}

/** Opens the meter; the loop delay is sampled each 10 ms and what lies above that is delay. */
export function openMeter(): ReadableMeter {
  const histograms = Object.fromEntries(
    NAMES.map((name) => [name, createHistogram()]),
  ) as unknown as Record<Name, RecordableHistogram>;
  const resolutionMs = 10;
  const loop = monitorEventLoopDelay({ resolution: resolutionMs });
  loop.enable();
  const above = (percentile: number): number =>
    loop.count === 0 ? 0 : Math.max(0, toMs(loop.percentile(percentile), 1e6) - resolutionMs);
  return {
    note: (what, ms) => histograms[what].record(Math.max(1, Math.round(ms * 1000))),
    latencyMs: () => ({
      receiveToDurable: reading(histograms.receiveToDurable),
      receiveToOpen: reading(histograms.receiveToOpen),
      closeToDurable: reading(histograms.closeToDurable),
      closeLateness: reading(histograms.closeLateness),
    }),
    loopDelayMs: () => ({ p50: above(50), p99: above(99) }),
    close: () => void loop.disable(),
  };
}
