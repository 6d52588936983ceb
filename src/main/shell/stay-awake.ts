// Owns that the machine does not sleep while the engine is on air: one blocker, held exactly as
// long as the engine says so, and while one that fell on air is started anew. Refuses to hold it in
// any other mode, or for an engine that has ended.
import { powerSaveBlocker } from 'electron';
import type { Mode } from '../../contract/status';

/** The blocker. */
export interface StayAwake {
  /** Follows the engine's mode; null where the engine has ended. */
  readonly follow: (mode: Mode | null) => void;
  readonly held: () => boolean;
}

/** Makes it, holding nothing. */
export function createStayAwake(): StayAwake {
  let blocker: number | null = null;
  const follow = (mode: Mode | null): void => {
    const onAir = mode === 'ON_AIR';
    if (onAir && blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
    if (!onAir && blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
  return { follow, held: () => blocker !== null };
}
