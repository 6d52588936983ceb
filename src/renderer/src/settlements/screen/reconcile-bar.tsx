// Owns the bar that holds auctions sold beside settlements, by count and by sum, and says what of
// it the gateway has. Refuses a tick where they differ, and sums where the console lacks some rows.
import { Mark } from '../../parts/marks/mark';
import { amountText, countText } from '../../parts/text/money';
import { plural } from '../../parts/text/words';
import { statusOf, useAuctions, useSettlements, useStatus } from '../../store/feeds';
import { reckon } from '../reconcile';
import { countOf, type Total } from '../totals';
import { Amounts } from './amounts';
import styles from './reconcile-bar.module.css';

interface PartProps {
  readonly label: string;
  readonly totals: readonly Total[] | null;
  readonly count?: number;
}

function Part({ label, totals, count }: PartProps) {
  const known = count === undefined ? '' : `, ${countText(count)}`;
  return (
    <span className={styles.part}>
      <small>
        {label}
        {known}
      </small>
      {totals === null ? <b>{count === undefined ? '' : countText(count)}</b> : null}
      {totals === null ? null : <Amounts totals={totals} />}
    </span>
  );
}

function Verdict({ fits, words }: { readonly fits: boolean; readonly words: string }) {
  return (
    <span className={fits ? styles.fits : styles.differs}>
      <Mark name={fits ? 'tick' : 'triangle'} />
      {words}
    </span>
  );
}

function wordsOf(counts: number, sums: readonly Total[], whole: boolean): string {
  const [first] = sums;
  if (counts !== 0) return `differs by ${plural(Math.abs(counts), 'row')}: run npm run verify`;
  if (first !== undefined)
    return `differs by ${amountText(first.cents, first.currency)} ${first.currency}`;
  return whole ? 'reconciles' : 'reconciles by count';
}

/** The bar. Sums are shown while the console follows every row there is. */
export function ReconcileBar() {
  const status = useStatus(statusOf);
  const auctions = useAuctions((state) => state.items);
  const settlements = useSettlements((state) => state.items);
  if (status === null) return <div className={styles.bar}>No word from the engine yet.</div>;
  const sold = status.auctions.sold;
  const owed = countOf(status.settlements);
  const inView = auctions.filter((auction) => auction.status === 'SOLD').length;
  const whole = inView === sold && settlements.length === owed;
  const sums = whole ? reckon(auctions, settlements) : null;
  const differs = sums?.differs ?? [];
  const absent = countOf(status.settlements) - (sums?.gateway[0]?.count ?? 0);
  return (
    <div className={styles.bar} role="group" aria-label="Reconciliation">
      <Part label="Auctions sold" count={sold} totals={sums?.sold ?? null} />
      <span className={styles.sign}>{sold === owed && differs.length === 0 ? '=' : '≠'}</span>
      <Part label="Settlements, gross" count={owed} totals={sums?.gross ?? null} />
      <Part label="Agency and tax" totals={sums?.off ?? null} />
      <span className={styles.sign}>→</span>
      <Part label="Due" totals={sums?.due ?? null} />
      <Part label={`At the gateway; ${countText(absent)} not there`} totals={sums?.gateway ?? []} />
      <Verdict
        fits={sold === owed && differs.length === 0}
        words={wordsOf(sold - owed, differs, whole)}
      />
    </div>
  );
}
