// Owns the small button one holds: it fills from the left in 0.8 s and is empty at once when let
// go. Refuses Space and Enter, as the ring does: it has no click at all.
import { cx } from '../cx';
import buttons from '../panel/panel.module.css';
import styles from './hold-ring.module.css';
import { useHold } from './use-hold';

interface Props {
  readonly children: string;
  readonly onFire: () => void;
  /** Whether a key of its own is down. */
  readonly pressed: boolean;
  /** Off where false: nothing can be held. */
  readonly allowed?: boolean;
  /** What a reader says in place of the words on it; when it changes, the hold is let go. */
  readonly label?: string;
  /** It only unlocks the desk. */
  readonly unlocks?: boolean;
}

/** A button of 24 px. */
export function HoldButton({ children, onFire, allowed = true, label, ...keys }: Props) {
  const { hold, control, pointer } = useHold(allowed, onFire, { ...keys, about: label });
  return (
    <button
      ref={control}
      type="button"
      aria-label={label}
      disabled={!allowed}
      className={cx(buttons.button, buttons.small, styles.bar, hold.kind === 'held' && styles.held)}
      {...pointer}
    >
      <i className={styles.fill} data-ink="" />
      <span>{children}</span>
    </button>
  );
}
