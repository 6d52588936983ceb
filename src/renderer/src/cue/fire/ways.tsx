// Owns the buttons below the ring: dry run, and ON AIR arm or disarm. Refuses to fire: none of them
// sends a cue.
import { KeyCap } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import type { Readiness } from './arming';
import styles from './fire.module.css';

/** What the buttons do. */
export interface WaysProps {
  readonly ready: Readiness;
  /** ON AIR a cue is armed first. */
  readonly arms: boolean;
  readonly onArm: () => void;
  readonly onLeave: () => void;
  readonly onDryRun: () => void;
}

/** The buttons. */
export function Ways({ ready, arms, onArm, onLeave, onDryRun }: WaysProps) {
  const idle = ready === 'off' || ready === 'empty';
  const armsNow = arms && ready === 'arm first';
  return (
    <div className={styles.ways}>
      <button type="button" className={panels.button} disabled={idle} onClick={onDryRun}>
        Dry run
      </button>
      {armsNow ? (
        <button type="button" className={panels.button} onClick={onArm}>
          Arm for 10 s <KeyCap>A</KeyCap>
        </button>
      ) : (
        <button type="button" className={panels.button} disabled={idle} onClick={onLeave}>
          {arms ? 'Disarm' : 'Deselect'} <KeyCap>Esc</KeyCap>
        </button>
      )}
    </div>
  );
}
