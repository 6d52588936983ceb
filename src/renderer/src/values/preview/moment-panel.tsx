// Owns what one event would cost if it came now: one number, beside it what the book in force says,
// and the factors as chips, staged ones in amber. Every number is the engine's own.
import type { PriceBook, PriceTrace } from '../../../../contract/price-book';
import { stepsOf } from '../../auctions/trace';
import { cx } from '../../parts/cx';
import { Panel } from '../../parts/panel/panel';
import panels from '../../parts/panel/panel.module.css';
import { Empty, Loading } from '../../parts/panel/states';
import { amountText, factorText } from '../../parts/text/money';
import { eventName, modifierName } from '../../parts/text/words';
import { changeText, type Edit } from '../book-edits';
import { useValues } from '../values-store';
import styles from './preview.module.css';
import type { Holding } from './use-holding';
import { useMoment } from './use-moment';

interface ChipsProps {
  readonly trace: PriceTrace;
  readonly edits: readonly Edit[];
}

function Chips({ trace, edits }: ChipsProps) {
  const { eventType, baseCents, currency, eventBps } = trace;
  const staged = (key: Edit['key']): boolean => edits.some((edit) => edit.key === key);
  const holding = trace.modifiers.filter((modifier) => modifier.holds);
  return (
    <p className={styles.chips}>
      <span className={cx(styles.chip, staged(`event:${eventType}`) && styles.staged)}>
        <i>base</i>
        <b>{amountText(baseCents, currency)}</b>
      </span>
      {eventBps === 10_000 ? null : (
        <span className={styles.chip}>
          <i>this event</i>
          <b>×{factorText(eventBps)}</b>
        </span>
      )}
      {holding.map(({ name, bps }) => (
        <span key={name} className={cx(styles.chip, staged(`modifier:${name}`) && styles.staged)}>
          <i>{modifierName(name)}</i>
          <b>×{factorText(bps)}</b>
        </span>
      ))}
    </p>
  );
}

function Bound({ trace }: { readonly trace: PriceTrace }) {
  const { currency, capCents } = trace;
  const steps = stepsOf(trace);
  return (
    <p className={styles.bound}>
      {steps.map(({ words, struck, amount }) => (
        <span key={words}>
          {struck === null ? null : <s>{struck}</s>} {words} {amount}.{' '}
        </span>
      ))}
      {steps.some(({ struck }) => struck !== null)
        ? null
        : `Under the cap of ${amountText(capCents, currency)}. `}
      Rounded half to even, once.
    </p>
  );
}

interface Props {
  readonly book: PriceBook;
  readonly edits: readonly Edit[];
  readonly holding: Holding;
}

function forget(): void {
  useValues.setState({ holding: null });
}

/** The panel; the address says which event. */
export function MomentPanel({ book, edits, holding }: Props) {
  const { eventType, priced } = useMoment(book);
  const chosen = useValues((state) => state.holding) !== null;
  const back = (
    <button type="button" className={cx(panels.button, panels.small)} onClick={forget}>
      As in the last auction
    </button>
  );
  return (
    <Panel
      title={`${eventName(eventType)}, if it came now`}
      hint={holding.from}
      end={chosen ? back : null}
      place="moment"
    >
      {eventType === null ? (
        <Empty title="The book has no event">Nothing can be priced without one.</Empty>
      ) : priced === null ? (
        <Loading rows={4} />
      ) : (
        <Now {...priced} edits={edits} />
      )}
    </Panel>
  );
}

interface NowProps {
  readonly now: PriceTrace | null;
  readonly then: PriceTrace;
  readonly edits: readonly Edit[];
}

function Now({ now, then, edits }: NowProps) {
  const was = now?.floorCents ?? null;
  return (
    <div className={styles.moment}>
      <p className={styles.large}>
        <strong>{amountText(then.floorCents, then.currency)}</strong>
        <small>{then.currency}</small>
        {was === null || was === then.floorCents ? null : (
          <span>
            now {amountText(was, then.currency)} <b>{changeText(was, then.floorCents)}</b>
          </span>
        )}
      </p>
      <Chips trace={then} edits={edits} />
      <Bound trace={then} />
    </div>
  );
}
