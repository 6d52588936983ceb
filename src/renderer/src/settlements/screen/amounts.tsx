// Owns sums as they stand in the strip and in the bar: one currency large, several as lines, with
// their count. Rehearsed ones wear the hatch. Refuses to add currencies together.
import { cx } from '../../parts/cx';
import tables from '../../parts/panel/table.module.css';
import { amountText } from '../../parts/text/money';
import type { Total } from '../totals';
import styles from './amounts.module.css';

const LINES = 2;
/** Up to so many characters a sum is large, up to so many in between. */
const LARGE_MOST = 9;
const MID_MOST = 12;

interface Props {
  readonly totals: readonly Total[];
  /** Without the currency, where there is one only and it stands beside. */
  readonly bare?: boolean;
}

function sizeOf(totals: readonly Total[]): string | undefined {
  const lengths = totals.map(({ cents, currency }) => amountText(cents, currency).length);
  const longest = Math.max(0, ...lengths);
  if (totals.length > 1 || longest > MID_MOST) return styles.small;
  return longest > LARGE_MOST ? styles.mid : undefined;
}

interface LineProps {
  readonly total: Total;
  readonly bare: boolean;
}

function Line({ total: { currency, cents, count, rehearsal }, bare }: LineProps) {
  return (
    <span className={styles.line}>
      {rehearsal ? <i className={styles.hatch} title="rehearsed, nothing is owed" /> : null}
      <b>{amountText(cents, currency)}</b>
      {bare ? null : <i>{currency}</i>}
      {rehearsal ? <span className={tables.reader}>{count} rehearsed</span> : null}
    </span>
  );
}

/** The sums; a dash where there are none. */
export function Amounts({ totals, bare = false }: Props) {
  if (totals.length === 0) return <span className={styles.none}>{'\u2013'}</span>;
  const more = totals.length - LINES;
  return (
    <span className={cx(styles.lines, sizeOf(totals))}>
      {totals.slice(0, LINES).map((total) => (
        <Line
          key={`${total.currency}${String(total.rehearsal)}`}
          total={total}
          bare={bare && totals.length === 1}
        />
      ))}
      {more > 0 ? <small className={styles.more}>{more} more</small> : null}
    </span>
  );
}
