// Owns the histograms behind the latencies and the loop delay. Refuses averages: p50, p99 and max
// are what a producer can act on.
import { createHistogram, monitorEventLoopDelay, type RecordableHistogram } from 'node:perf_hooks';
import type { LiveStats } from '../../../contract/status';
import { NO_PACE, paceOf, sampleOf, SAMPLE_EVERY_MS, withSample } from '../../core/lib/series/pace';
import type { Pace, PaceSample } from '../../core/lib/series/pace';
import type { Meter } from '../../flow/ports';

const NAMES = ['receiveToDurable', 'receiveToOpen', 'closeToDurable', 'closeLateness'] as const;
type Name = (typeof NAMES)[number];

/** The loop is looked at so often. */
const EVERY_MS = 10;
/** A beat by which a cue is told how late the loop ran: rare, and read without asking anybody. */
const BEAT_MS = 20;

/** A meter that can be read. Latencies in milliseconds, to the microsecond. */
export interface ReadableMeter extends Meter {
  readonly latencyMs: () => LiveStats['latencyMs'];
  readonly loopDelayMs: () => LiveStats['loopDelayMs'];
  /** How long the loop was held, over the last ten minutes. */
  readonly pace: () => Pace;
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

/** The loop's delay, sampled each 10 ms; what lies above that is delay. */
function watchLoop(wallMs: () => number) {
  const loop = monitorEventLoopDelay({ resolution: EVERY_MS });
  loop.enable();
  let samples: PaceSample[] = [];
  let pace = NO_PACE;
  let started = false;
  const take = (): void => {
    // The first two seconds are the start itself, in which nothing was promised.
    if (started) {
      samples = withSample(samples, sampleOf(loop, { atMs: wallMs(), everyMs: EVERY_MS }));
      pace = paceOf(samples);
    }
    started = true;
    loop.reset();
  };
  const timer = setInterval(take, SAMPLE_EVERY_MS).unref();
  const close = (): void => {
    clearInterval(timer);
    loop.disable();
  };
  return { pace: () => pace, close };
}

/** The beat: how late the last one came, or how overdue the next one is. To the tenth. */
function watchBeat() {
  let lateMs = 0;
  let dueMs = performance.now() + BEAT_MS;
  const timer = setInterval(() => {
    const nowMs = performance.now();
    lateMs = nowMs - dueMs;
    dueMs = nowMs + BEAT_MS;
  }, BEAT_MS).unref();
  return {
    loopDelayAtMs: (monoMs: number): number =>
      Math.round(Math.max(0, lateMs, monoMs - dueMs) * 10) / 10,
    stop: () => {
      clearInterval(timer);
    },
  };
}

/** Opens the meter. `wallMs` tells when the loop was held longest. */
export function openMeter(wallMs: () => number): ReadableMeter {
  const histograms = Object.fromEntries(
    NAMES.map((name) => [name, createHistogram()]),
  ) as unknown as Record<Name, RecordableHistogram>;
  const { pace, close } = watchLoop(wallMs);
  const { loopDelayAtMs, stop } = watchBeat();
  return {
    note: (what, ms) => histograms[what].record(Math.max(1, Math.round(ms * 1000))),
    latencyMs: () => ({
      receiveToDurable: reading(histograms.receiveToDurable),
      receiveToOpen: reading(histograms.receiveToOpen),
      closeToDurable: reading(histograms.closeToDurable),
      closeLateness: reading(histograms.closeLateness),
    }),
    loopDelayMs: () => ({ p50: pace().p50, p99: pace().p99 }),
    loopDelayAtMs,
    pace,
    close: () => {
      stop();
      close();
    },
  };
}
