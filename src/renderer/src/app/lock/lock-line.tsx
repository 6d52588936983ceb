// Owns what the notice line says while the desk is locked, and the hold that unlocks it: on the
// button, or of the key that locked. Refuses a tap: a leaning elbow must not unlock.
import { HoldButton } from '../../parts/hold/hold-button';
import { KeyCap } from '../../parts/marks/badge';
import { clockText } from '../../parts/text/time';
import { unlockDesk, useLock } from '../../store/lock';
import styles from '../frame/strips.module.css';
import { usePressed } from '../keys/pressed';
import { SURFACE } from '../keys/surface';
import { capOf } from '../keys/table';
import { Padlock } from './padlock';

/** The sentence. */
export function LockedWords() {
  const sinceMs = useLock((lock) => lock.sinceMs) ?? 0;
  return (
    <>
      <span className={styles.level}>
        <Padlock closed /> Locked
      </span>
      <span className={styles.text}>
        Since {clockText(sinceMs)}, in every window of this desk. Cues and auctions go on; all can
        be read, nothing is changed. There is no PIN yet: anybody can hold to unlock.
      </span>
    </>
  );
}

/** The way out. */
export function Unlock() {
  const lockedMonoMs = useLock((lock) => lock.sinceMonoMs);
  const pressedMonoMs = usePressed('desk.lock');
  // The press that locked the desk does not unlock it by going on.
  const pressed = pressedMonoMs !== null && pressedMonoMs > lockedMonoMs;
  return (
    <div className={styles.unlock}>
      <KeyCap>{capOf(SURFACE, 'desk.lock')}</KeyCap>
      <HoldButton pressed={pressed} unlocks onFire={unlockDesk}>
        Hold 0.8 s to unlock
      </HoldButton>
    </div>
  );
}
