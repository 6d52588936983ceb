// Owns whether the wall clock jumped: it is laid beside the monotonic one at every look. Refuses to
// take a slow correction for a jump; NTP slews by at most half a millisecond a second.
import type { Machine } from '../../../../contract/host/machine';
import type { Clock } from '../../../flow/ports';

/** A jump is more than this between two looks. */
export const STEP_MS = 500;

/** Looks at the clock. `look` gives the jump since the last look in ms, null for none. */
export interface ClockSteps {
  readonly look: () => number | null;
  readonly reading: () => Machine['clock'];
}

/** Starts from how the two clocks stand now. */
export function clockSteps({ wallMs, monoMs }: Clock): ClockSteps {
  let offsetMs = wallMs() - monoMs();
  let steps = 0;
  let last: { readonly atMs: number; readonly stepMs: number } | null = null;
  return {
    look: () => {
      const nowMs = wallMs();
      const stepMs = Math.round(nowMs - monoMs() - offsetMs);
      offsetMs += stepMs;
      if (Math.abs(stepMs) <= STEP_MS) return null;
      steps += 1;
      last = { atMs: nowMs, stepMs };
      return stepMs;
    },
    reading: () => ({
      source: 'system clock',
      steps,
      lastStepAt: last === null ? null : new Date(last.atMs).toISOString(),
      lastStepMs: last?.stepMs ?? null,
    }),
  };
}
