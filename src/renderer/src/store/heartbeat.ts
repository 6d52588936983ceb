// Owns the stale rule. Pure. The heartbeat is the last good batch of the status feed; without one
// for STALE_AFTER_MS nothing on the screen is live, and no clock runs on.
import { STALE_AFTER_MS } from '../../../contract/limits';

/** What is known of the engine's word. */
export interface Heartbeat {
  /** Our monotonic ms at the last good status batch; before the first, at the page's start. */
  readonly heardMonoMs: number;
  /** The engine's own time (epoch ms) in that batch, null before the first. */
  readonly wordAtMs: number | null;
}

/** How long the engine has been silent. */
export function silentMs(beat: Heartbeat, monoMs: number): number {
  return Math.max(0, monoMs - beat.heardMonoMs);
}

/** Whether what is on the screen has stopped being live. */
export function isStale(beat: Heartbeat, monoMs: number): boolean {
  return silentMs(beat, monoMs) > STALE_AFTER_MS;
}

/** The engine's time now: reckoned while it speaks, its last word once it is stale. */
export function engineTimeMs(
  beat: Heartbeat,
  clock: { readonly monoMs: number; readonly offsetMs: number | null },
): number | null {
  if (isStale(beat, clock.monoMs) || clock.offsetMs === null) return beat.wordAtMs;
  return clock.monoMs + clock.offsetMs;
}
