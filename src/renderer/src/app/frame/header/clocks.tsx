// Owns the clocks of the header: UTC by the engine, the same moment on this desk's wall, and how
// far this desk's own clock is from the engine's. Refuses to run on without the engine's word.
import { clockText, tenthsText } from '../../../parts/text/time';
import { Ticking } from '../../../parts/ticking';
import { engineNowMs, useVitals } from '../../../store/vitals';
import styles from './header.module.css';
import { offsetText, wallText, zoneText } from './words';

/** UTC, 28 px, with tenths. */
export function UtcCell() {
  const stale = useVitals((vitals) => vitals.stale);
  const whole = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null ? '--:--:--' : clockText(nowMs);
  };
  const tenth = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null ? '' : tenthsText(nowMs).slice(8);
  };
  return (
    <div className={styles.utc} role="timer" aria-label="UTC">
      <Ticking className={styles.clock} text={whole} />
      <Ticking className={styles.tenth} text={tenth} />
      <small>{stale ? 'last word' : 'UTC'}</small>
    </div>
  );
}

/** Minutes east of UTC on this desk at a moment. */
function eastMinutes(ms: number): number {
  return -new Date(ms).getTimezoneOffset();
}

/** The desk's own time; it gives way where there is no room. */
export function DeskCell() {
  const zone = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null ? 'This desk' : `This desk ${zoneText(eastMinutes(nowMs))}`;
  };
  const wall = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null ? '--:--:--' : wallText(nowMs, eastMinutes(nowMs));
  };
  return (
    <div className={styles.desk}>
      <Ticking text={zone} />
      <strong>
        <Ticking text={wall} />
      </strong>
    </div>
  );
}

/** Whose clock it is, and how far this desk's is from it. */
export function SourceCell() {
  const stale = useVitals((vitals) => vitals.stale);
  const offset = (): string => {
    const nowMs = engineNowMs();
    return nowMs === null || stale ? '--' : offsetText(Date.now() - nowMs);
  };
  return (
    <div
      className={styles.source}
      title="UTC is the engine's; the desk's own clock is this far off"
    >
      <span>Engine clock</span>
      <strong>
        desk <Ticking text={offset} />
      </strong>
    </div>
  );
}
