// Owns whether this desk is locked: it then reads everything and changes nothing, and the engine
// goes on. A reload keeps it. Refuses to be a guard against the engine's own users: roles are that.
import { create } from 'zustand';

/** Since when the desk is locked, null while it is not. */
export interface Lock {
  /** Epoch ms by the engine's clock (else this desk's) when it was locked. */
  readonly sinceMs: number | null;
  /** Monotonic ms of the locking, so that the key press that locked does not unlock too. */
  readonly sinceMonoMs: number;
}

export const useLock = create<Lock>()(() => ({ sinceMs: null, sinceMonoMs: 0 }));

const KEPT_AS = 'cuebid.locked';

function keep(sinceMs: number | null): void {
  try {
    if (sinceMs === null) sessionStorage.removeItem(KEPT_AS);
    else sessionStorage.setItem(KEPT_AS, String(sinceMs));
  } catch {
    // Storage may be switched off; the lock then lasts as long as the page.
  }
}

/** Locks the desk from a moment on (epoch ms). */
export function lockDesk(sinceMs: number): void {
  if (useLock.getState().sinceMs !== null) return;
  keep(sinceMs);
  useLock.setState({ sinceMs, sinceMonoMs: performance.now() });
}

/** Lets the desk change things again. */
export function unlockDesk(): void {
  keep(null);
  useLock.setState({ sinceMs: null });
}

/** Whether the desk is locked now. */
export function isLocked(): boolean {
  return useLock.getState().sinceMs !== null;
}

/** Puts on the lock that a reload found. */
export function readLock(): void {
  try {
    const kept = Number(sessionStorage.getItem(KEPT_AS) ?? '');
    if (kept > 0) useLock.setState({ sinceMs: kept, sinceMonoMs: performance.now() });
  } catch {
    // As above: nothing was kept.
  }
}
