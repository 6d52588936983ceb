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
}

/** A button of 24 px. */
export function HoldButton({ children, onFire, pressed }: Props) {
  const { hold, control, pointer } = useHold(true, onFire, { pressed });
  return (
    <button
      ref={control}
      type="button"
      className={cx(buttons.button, buttons.small, styles.bar, hold.kind === 'held' && styles.held)}
      {...pointer}
    >
      <i className={styles.fill} data-ink="" />
      <span>{children}</span>
    </button>
  );
}
