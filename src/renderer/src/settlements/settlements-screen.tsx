// Owns the Settlements screen: what is owed, as a list of its own.
// Refuses to charge.
import { SettlementList } from './settlement-list';
import styles from './settlements-screen.module.css';

/** The screen. */
export function SettlementsScreen() {
  return (
    <div className={styles.screen}>
      <SettlementList className={undefined} />
    </div>
  );
}
