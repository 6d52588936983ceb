// Owns the Markers screen: every message heard, as a list of its own.
// Read only.
import { MarkerList } from './marker-list';
import styles from './markers-screen.module.css';

/** The screen. */
export function MarkersScreen() {
  return (
    <div className={styles.screen}>
      <MarkerList className={undefined} />
    </div>
  );
}
