// Owns the way to a manual cue: selected, armed for 10 s, fired. Pure; the times are handed in.
// Refuses to stay armed: a new selection, a shot, or the 10 s disarm.
import { ARMED_MS } from '../pad-rules';

/** What is selected ('' none) and until when it is armed (monotonic ms, null: it is not). */
export interface Arming {
  readonly eventType: string;
  readonly untilMs: number | null;
}

/** Nothing selected. */
export const SAFE: Arming = { eventType: '', untilMs: null };

/** A pad was pressed; the selected one again: nothing is selected. */
export function selected(now: Arming, eventType: string): Arming {
  return { eventType: now.eventType === eventType ? '' : eventType, untilMs: null };
}

/** Arms what is selected; nothing where nothing is. */
export function armed(now: Arming, nowMs: number): Arming {
  return now.eventType === '' ? now : { ...now, untilMs: nowMs + ARMED_MS };
}

/** Keeps the selection, not the arming. */
export function disarmed(now: Arming): Arming {
  return { ...now, untilMs: null };
}

/** What is left of the arming in ms; 0 where it is not armed. */
export function armedLeftMs(now: Arming, nowMs: number): number {
  return now.untilMs === null ? 0 : Math.max(0, now.untilMs - nowMs);
}
