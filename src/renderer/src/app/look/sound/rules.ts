// Owns when the console makes which of its three sounds. Pure. Refuses a sound for a sale, and in
// rehearsal any but the tick.
import type { Mode } from '../../../../../contract/status';

export type Sound = 'tick' | 'alarm' | 'failed';

/** What is listened for, at one moment. */
export interface Scene {
  readonly mode: Mode | null;
  /** The newest cue that was taken, null before the first. */
  readonly cue: string | null;
  /** Settlements that failed, by id and state. */
  readonly failed: readonly string[];
  /** Critical notices nobody has acknowledged. */
  readonly alarms: readonly string[];
}

/** The sounds of what is new since `before`; none for what was there at the start (null). */
export function soundsOf(before: Scene | null, now: Scene): readonly Sound[] {
  if (before === null) return [];
  const sounds: Sound[] = [];
  if (now.cue !== null && now.cue !== before.cue) sounds.push('tick');
  if (now.mode === 'REHEARSAL') return sounds;
  if (now.failed.some((key) => !before.failed.includes(key))) sounds.push('failed');
  if (now.alarms.some((key) => !before.alarms.includes(key))) sounds.push('alarm');
  return sounds;
}
