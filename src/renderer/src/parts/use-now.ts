// Owns the hook for parts that change with time by more than a text: it renders again when what is
// computed from the engine's time changes, and not otherwise.
import { useSyncExternalStore } from 'react';
import { eachTenth, engineNowMs } from '../store/vitals';

/** The value of `read` at the engine's time; must give equal primitives while nothing changed. */
export function useAtNow<T extends string | number | boolean | null>(
  read: (nowMs: number | null) => T,
): T {
  return useSyncExternalStore(eachTenth, () => read(engineNowMs()));
}
