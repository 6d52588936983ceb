// Owns whether this desk is locked: it then reads everything and changes nothing, and the engine
// goes on. A desk is a browser: every window of it has the one lock, and a restart keeps it.
// Refuses to be a guard against the engine's own users: roles are that.
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
    if (sinceMs === null) localStorage.removeItem(KEPT_AS);
    else localStorage.setItem(KEPT_AS, String(sinceMs));
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

function followKept(): void {
  let sinceMs: number | null = null;
  try {
    sinceMs = Number(localStorage.getItem(KEPT_AS) ?? '') || null;
  } catch {
    // As above: nothing was kept, and no other window can tell.
    return;
  }
  if (sinceMs === useLock.getState().sinceMs) return;
  useLock.setState({ sinceMs, sinceMonoMs: performance.now() });
}

/** Puts on the lock that this desk has, and follows what its other windows do about it. */
export function readLock(): void {
  followKept();
  window.addEventListener('storage', ({ key }) => {
    // All of it may be cleared at once: then there is no key.
    if (key === KEPT_AS || key === null) followKept();
  });
}
