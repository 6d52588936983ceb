// Owns the wait for a link on which the engine can be asked again: linked, not stale, this desk not
// locked. Refuses to hurry: between two questions lies a second.
import { pause } from '../link/wait';
import { isLocked, useLock } from '../store/lock';
import { useVitals } from '../store/vitals';

const BETWEEN_MS = 1_000;

function isLinked(): boolean {
  const { phase, stale } = useVitals.getState();
  return phase === 'linked' && !stale && !isLocked();
}

/** Resolves at once where the engine can be asked, else as soon as it can. */
export function whenLinked(): Promise<void> {
  return new Promise((resolve) => {
    if (isLinked()) {
      resolve();
      return;
    }
    const look = (): void => {
      if (!isLinked()) return;
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [useVitals.subscribe(look), useLock.subscribe(look)];
  });
}

/** Resolves when the next question may be asked. */
export function whenAsked(): Promise<void> {
  return pause(BETWEEN_MS, new AbortController().signal);
}
