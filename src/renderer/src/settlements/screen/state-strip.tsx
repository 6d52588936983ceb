// Owns the strip of states: every one there is with its count and sum, those without any quiet, and
// choosing one of them. Refuses to move a state when another comes.
import type { SettlementStatus } from '../../../../contract/settlement';
import type { MoneyTotal } from '../../../../contract/status';
import { cx } from '../../parts/cx';
import { countText } from '../../parts/text/money';
import { StateBadge, STATES } from '../state-badge';
import { byState, owedOf, type StateSums, type Total } from '../totals';
import { Amounts } from './amounts';
import styles from './state-strip.module.css';

/** The states of a plain evening; the others stand small beside them. */
const MAIN: readonly SettlementStatus[] = [
  ...(['DUE', 'CHARGING', 'UNKNOWN', 'DECLINED', 'CHARGED', 'SETTLED'] as const),
];
const REST = STATES.filter((status) => !MAIN.includes(status));

interface Props {
  /** The engine's own sums, over every row there is. */
  readonly totals: readonly MoneyTotal[];
  readonly chosen: SettlementStatus | null;
  readonly onChoose: (status: SettlementStatus | null) => void;
}

function countIn(totals: readonly Total[]): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}

interface CellProps extends Pick<Props, 'chosen' | 'onChoose'>, StateSums {
  readonly small?: boolean;
}

function State({ status, totals, chosen, onChoose, small = false }: CellProps) {
  const count = countIn(totals);
  const look = cx(
    small ? styles.small : styles.state,
    count === 0 && styles.quiet,
    status === chosen && styles.chosen,
  );
  return (
    <button
      type="button"
      className={look}
      aria-pressed={status === chosen}
      onClick={() => {
        onChoose(status === chosen ? null : status);
      }}
    >
      <span className={styles.head}>
        {count === 0 ? <span>{status}</span> : <StateBadge status={status} />}
        <i>{countText(count)}</i>
      </span>
      {small ? null : <Amounts totals={totals} bare />}
    </button>
  );
}

/** What is owed; where all of it was rehearsed, that nothing is. */
function All({ totals }: Pick<Props, 'totals'>) {
  const { owed, rehearsed } = owedOf(totals);
  const onlyRehearsed = owed.length === 0 && rehearsed.length > 0;
  const shown = onlyRehearsed ? rehearsed : owed;
  return (
    <div className={styles.all}>
      <span className={styles.head}>
        <span>{onlyRehearsed ? 'Rehearsed, nothing is owed' : 'All that is owed'}</span>
        <i>{countText(countIn(shown))}</i>
      </span>
      <Amounts totals={shown} />
    </div>
  );
}

/** The strip. */
export function StateStrip({ totals, chosen, onChoose }: Props) {
  return (
    <div className={styles.strip} role="group" aria-label="State">
      {byState(totals, MAIN).map((sums) => (
        <State key={sums.status} {...sums} {...{ chosen, onChoose }} />
      ))}
      <div className={styles.rest}>
        {byState(totals, REST).map((sums) => (
          <State key={sums.status} small {...sums} {...{ chosen, onChoose }} />
        ))}
      </div>
      <All totals={totals} />
    </div>
  );
}
