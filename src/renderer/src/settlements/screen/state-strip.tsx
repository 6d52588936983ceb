// Owns the strip of states: how many and how much in each, and choosing one of them. Rehearsed sums
// stand apart, since they are no revenue. Refuses to add currencies together.
import type { Settlement, SettlementStatus } from '../../../../contract/settlement';
import { cx } from '../../parts/cx';
import { RehearsalBadge } from '../../parts/marks/badge';
import { amountText, countText } from '../../parts/text/money';
import { StateBadge } from '../state-badge';
import { byState, totalsOf } from '../totals';
import styles from './settlements-screen.module.css';

interface Props {
  readonly settlements: readonly Settlement[];
  readonly chosen: SettlementStatus | null;
  readonly onChoose: (status: SettlementStatus | null) => void;
}

/** The strip. */
export function StateStrip({ settlements, chosen, onChoose }: Props) {
  return (
    <div className={styles.strip} role="group" aria-label="State">
      {byState(settlements).map(({ status, totals }) => (
        <button
          key={status}
          type="button"
          className={cx(styles.state, status === chosen && styles.chosen)}
          aria-pressed={status === chosen}
          onClick={() => {
            onChoose(status === chosen ? null : status);
          }}
        >
          <StateBadge status={status} />
          {totals.map((total) => (
            <span key={`${total.currency}${String(total.rehearsal)}`} className={styles.sum}>
              <b>{amountText(total.cents, total.currency)}</b>
              <i>
                {total.currency} · {countText(total.count)}
                {total.rehearsal ? ' rehearsed' : ''}
              </i>
            </span>
          ))}
        </button>
      ))}
      <div className={styles.all}>
        {settlements.length === 0 ? <span>No settlement in any state yet</span> : null}
        {totalsOf(settlements).map((total) => (
          <span key={`${total.currency}${String(total.rehearsal)}`} className={styles.sum}>
            {total.rehearsal ? <RehearsalBadge word="REHEARSED" /> : <small>Owed in all</small>}
            <b>{amountText(total.cents, total.currency)}</b>
            <i>
              {total.currency} · {countText(total.count)}
            </i>
          </span>
        ))}
      </div>
    </div>
  );
}
