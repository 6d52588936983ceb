// Owns which action's key is down right now, for what acts only while held. Whatever key
// comes up ends it, and so does the window losing the focus. Refuses to act by itself.
import { create } from 'zustand';
import type { Action } from './table';

interface Pressed {
  readonly action: Action | null;
  /** Monotonic ms at which the key went down. */
  readonly sinceMonoMs: number;
}

const usePressedKey = create<Pressed>()(() => ({ action: null, sinceMonoMs: 0 }));

/** Notes that the key of an action went down. */
export function keyWentDown(action: Action): void {
  usePressedKey.setState({ action, sinceMonoMs: performance.now() });
}

/** Notes that a key came up, or that keys no longer reach the page. */
export function keyCameUp(): void {
  if (usePressedKey.getState().action !== null) usePressedKey.setState({ action: null });
}

/** Monotonic ms since when an action's key is down, null while it is not. */
export function usePressed(action: Action): number | null {
  return usePressedKey((now) => (now.action === action ? now.sinceMonoMs : null));
}
