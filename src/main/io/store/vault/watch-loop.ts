// Owns how long the store's thread was held, sampled by its own loop. Refuses to keep the thread
// alive for it.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { paceOf, sampleOf, SAMPLE_EVERY_MS, withSample } from '../../../core/lib/series/pace';
import type { Pace, PaceSample } from '../../../core/lib/series/pace';

const EVERY_MS = 10;

/** Watches from now on. */
export function watchLoop(): { readonly pace: () => Pace } {
  const loop = monitorEventLoopDelay({ resolution: EVERY_MS });
  loop.enable();
  let samples: PaceSample[] = [];
  let started = false;
  const take = (): void => {
    const sample = sampleOf(loop, { atMs: Date.now(), everyMs: EVERY_MS });
    // The first two seconds are the start itself, in which the database is opened.
    if (started) samples = withSample(samples, sample);
    started = true;
    loop.reset();
  };
  setInterval(take, SAMPLE_EVERY_MS).unref();
  return { pace: () => paceOf(samples) };
}
