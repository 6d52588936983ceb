// Owns the bar that holds auctions sold beside settlements, by the engine's own counts: there must
// be as many of both, since they are written in one commit. Refuses a tick where there are not.
import { Mark } from '../../parts/marks/mark';
import { countText } from '../../parts/text/money';
import { statusOf, useStatus } from '../../store/feeds';
import { countOf } from '../totals';
import styles from './settlements-screen.module.css';

/** The bar. */
export function ReconcileBar() {
  const status = useStatus(statusOf);
  if (status === null) return <div className={styles.reconcile}>No word from the engine yet.</div>;
  const sold = status.auctions.sold;
  const owed = countOf(status.settlements);
  const fits = sold === owed;
  return (
    <div className={styles.reconcile} role="group" aria-label="Reconciliation">
      <span>
        <small>Auctions sold</small>
        <b>{countText(sold)}</b>
      </span>
      <span className={styles.equal}>{fits ? '=' : '≠'}</span>
      <span>
        <small>Settlements</small>
        <b>{countText(owed)}</b>
      </span>
      <span className={fits ? styles.fits : styles.differs}>
        <Mark name={fits ? 'tick' : 'triangle'} />
        {fits ? 'reconciles' : `differs by ${countText(Math.abs(sold - owed))}: run npm run verify`}
      </span>
    </div>
  );
}
