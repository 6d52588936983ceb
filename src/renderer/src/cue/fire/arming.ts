// Owns the way to a manual cue: selected, armed for 10 s where the mode asks for it, fired. Pure;
// the times are handed in. Refuses to stay armed: a new selection, a shot, or the 10 s disarm.
import type { ManualPad } from '../../../../contract/marker';
import type { Mode } from '../../../../contract/status';

/** ON AIR, what was armed disarms by itself after this. */
export const ARMED_MS = 10_000;

/** What is selected (null: nothing) and until when it is armed (monotonic ms, null: it is not). */
export interface Arming {
  readonly pad: ManualPad | null;
  readonly untilMs: number | null;
}

/** Nothing selected. */
export const SAFE: Arming = { pad: null, untilMs: null };

/** A pad was pressed; the selected one again: nothing is selected. */
export function selected(now: Arming, pad: ManualPad): Arming {
  return { pad: now.pad === pad ? null : pad, untilMs: null };
}

/** Arms what is selected; nothing where nothing is. */
export function armed(now: Arming, nowMs: number): Arming {
  return now.pad === null ? now : { ...now, untilMs: nowMs + ARMED_MS };
}

/** Keeps the selection, not the arming. */
export function disarmed(now: Arming): Arming {
  return { ...now, untilMs: null };
}

/** What is left of the arming in ms; 0 where it is not armed. */
export function armedLeftMs(now: Arming, nowMs: number): number {
  return now.untilMs === null ? 0 : Math.max(0, now.untilMs - nowMs);
}

/** How far a cue is from being fired. */
export type Readiness = 'off' | 'empty' | 'dry only' | 'arm first' | 'ready';

/** Where it stands. SETUP allows a dry run; REHEARSAL a hold; ON AIR a hold once it is armed. */
export function readiness(at: {
  readonly mode: Mode | null;
  readonly arming: Arming;
  /** Something stands in the way of everything, or of the selected pad. */
  readonly blocked: boolean;
}): Readiness {
  const { mode, arming, blocked } = at;
  if (blocked || mode === null) return 'off';
  if (arming.pad === null) return 'empty';
  if (mode === 'SETUP') return 'dry only';
  return mode === 'ON_AIR' && arming.untilMs === null ? 'arm first' : 'ready';
}
