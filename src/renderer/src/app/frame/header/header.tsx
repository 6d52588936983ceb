// Owns the header: its cells in their order, the same on every screen. It never moves and never
// scrolls; where there is no room the show gives way first, then this desk's own clock.
// Refuses a control beside the padlock.
import { LockButton } from '../../lock/lock-button';
import { useLock } from '../../../store/lock';
import { cx } from '../../../parts/cx';
import { KeysCell, ModeCell, NextCell, ShowCell } from './cells';
import { DeskCell, SourceCell, UtcCell } from './clocks';
import styles from './header.module.css';

/** The header. */
export function Header() {
  const locked = useLock((lock) => lock.sinceMs !== null);
  return (
    <header className={styles.head}>
      <ModeCell />
      <ShowCell />
      <UtcCell />
      <DeskCell />
      <SourceCell />
      <NextCell />
      <KeysCell />
      <LockButton className={cx(styles.lock, locked && styles.dark)} />
    </header>
  );
}
