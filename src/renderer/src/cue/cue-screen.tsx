// Owns the Manual cue screen.
// What fires is the pad's; this only gives it the room.
import { CuePad } from './cue-pad';
import styles from './cue-screen.module.css';

/** The screen. */
export function CueScreen() {
  return (
    <div className={styles.screen}>
      <CuePad className={undefined} />
    </div>
  );
}
