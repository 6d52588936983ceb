// Owns the one control at the end of the header: it opens the sheet in which a mode is chosen and
// held. It changes nothing by itself. Refuses to open while the engine's mode is not known.
import { cx } from '../../parts/cx';
import buttons from '../../parts/panel/panel.module.css';
import { statusOf, useStatus } from '../../store/feeds';
import { useVitals } from '../../store/vitals';
import styles from '../frame/frame.module.css';
import { showModeSheet, useModeSheet } from './mode-store';

/** The control. */
export function ModeButton() {
  const stale = useVitals((vitals) => vitals.stale);
  const known = useStatus((state) => statusOf(state) !== null);
  const open = useModeSheet((state) => state.open);
  return (
    <div className={styles.change}>
      <button
        type="button"
        className={cx(buttons.button)}
        disabled={stale || !known}
        aria-expanded={open}
        aria-haspopup="dialog"
        onClick={() => {
          showModeSheet(!open);
        }}
      >
        Change mode
      </button>
    </div>
  );
}
