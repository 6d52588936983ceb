// Owns the ring one holds to fire: off (dashed, with the reason beside it), armed, filling,
// waiting. Refuses Space and Enter: it has no click at all, only the hold of the pointer or, where
// it is given it, of the fire key.
import { cx } from '../cx';
import { useMemo } from 'react';
import { engineNowMs } from '../../store/vitals';
import { tenthsText } from '../text/time';
import { Ticking } from '../ticking';
import { HOLD_MS, holdLeftMs } from './hold';
import styles from './hold-ring.module.css';
import { useHold } from './use-hold';

interface Props {
  /** What firing does, for a reader: the name of the control. */
  readonly label: string;
  readonly allowed: boolean;
  /** The words when it is off, such as 'OFF' over 'not armed'. */
  readonly off: { readonly word: string; readonly why: string };
  /** Id of the sentence that says what will happen. */
  readonly describedBy: string;
  readonly onFire: () => void;
  /** Whether the surface's fire key holds it too; one ring on the page at most. */
  readonly byKey?: boolean;
  /** Whether a key of its own is down. */
  readonly pressed?: boolean;
  /** What it would do, and who is told that this changed while it was held. */
  readonly about?: string;
  readonly onChanged?: () => void;
}

const RADIUS = 43;

/** A ring of 96 px. */
export function HoldRing({ label, allowed, off, describedBy, onFire, ...keys }: Props) {
  const { hold, control, pointer } = useHold(allowed, onFire, keys);
  const held = hold.kind === 'held' && allowed;
  const fired = hold.kind === 'fired';
  const firedAtMs = useMemo(() => (fired ? engineNowMs() : null), [fired]);
  const atRest = allowed ? `${(HOLD_MS / 1000).toFixed(1)} s` : off.why;
  const under = firedAtMs === null ? atRest : tenthsText(firedAtMs);
  const seconds = (): string => (holdLeftMs(hold, performance.now()) / 1000).toFixed(2);
  return (
    <button
      ref={control}
      type="button"
      className={cx(
        styles.ring,
        held && styles.held,
        fired ? styles.fired : !allowed && styles.off,
      )}
      aria-describedby={describedBy}
      aria-disabled={!allowed}
      {...pointer}
    >
      <svg viewBox="0 0 96 96" aria-hidden="true">
        <circle className={styles.track} cx="48" cy="48" r={RADIUS} />
        <circle className={styles.arc} cx="48" cy="48" r={RADIUS} pathLength={1} />
      </svg>
      <span className={styles.reader}>{label}</span>
      <span className={styles.words}>
        <b>{fired ? 'FIRED' : allowed ? 'HOLD' : off.word}</b>
        {held ? <Ticking every="frame" text={() => `${seconds()} s more`} /> : <span>{under}</span>}
      </span>
    </button>
  );
}
