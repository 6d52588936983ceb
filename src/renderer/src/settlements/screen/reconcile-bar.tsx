// Owns the bar that holds auctions sold beside settlements, by count and by sum, and says what of
// it the gateway has. Refuses a tick where any currency differs, and to count what it cannot know.
import { Mark } from '../../parts/marks/mark';
import { amountText, countText } from '../../parts/text/money';
import { plural } from '../../parts/text/words';
import { statusOf, useStatus } from '../../store/feeds';
import { reckon, type Reckoning } from '../reconcile';
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

/** Every currency and kind that differs, by sum or, where the sums are the same, by rows. */
function wordsOf(differs: readonly Total[]): string {
  if (differs.length === 0) return 'reconciles';
  const parts = differs.map(({ currency, rehearsal, cents, count }) => {
    const kind = rehearsal ? `${currency} rehearsed` : currency;
    return cents === 0
      ? `${plural(Math.abs(count), 'row')} of ${kind}`
      : `${amountText(cents, currency)} ${kind}`;
  });
  return `differs by ${parts.join(', ')}: run npm run verify`;
}

function Gateway({ gateway, absent }: Pick<Reckoning, 'gateway' | 'absent'>) {
  if (absent !== null)
    return <Part label={`At the gateway; ${countText(absent)} not there`} totals={gateway} />;
  return (
    <span className={styles.part}>
      <small>At the gateway</small>
      <em>no gateway yet</em>
    </span>
  );
}

/** The bar. Its sums are the engine's, over every row there is. */
export function ReconcileBar() {
  const status = useStatus(statusOf);
  if (status === null) return <div className={styles.bar}>No word from the engine yet.</div>;
  const { sold, gross, off, due, differs, ...gateway } = reckon(status.totals ?? []);
  const rehearsed = due.length > 0 && due.every(({ rehearsal }) => rehearsal);
  return (
    <div className={styles.bar} role="group" aria-label="Reconciliation">
      <Part label="Auctions sold" count={status.auctions.sold} totals={sold} />
      <span className={styles.sign}>{differs.length === 0 ? '=' : '≠'}</span>
      <Part label="Settlements, gross" count={countOf(status.settlements)} totals={gross} />
      <Part label="Agency and tax" totals={off} />
      <span className={styles.sign}>→</span>
      <Part label={rehearsed ? 'Rehearsed, not owed' : 'Due'} totals={due} />
      <Gateway {...gateway} />
      <Verdict fits={differs.length === 0} words={wordsOf(differs)} />
    </div>
  );
}
