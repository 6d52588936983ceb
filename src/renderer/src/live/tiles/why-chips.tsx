// Owns the price in one line: base x factors = floor, each factor a chip whose fact stands under
// the line while it is pointed at, focused or pinned. A cap strikes the sum it cut. Refuses factors
// that do not hold; the explanation lists those.
import { useState, type ReactNode } from 'react';
import type { Explain } from '../../../../contract/auction';
import { factorsOf, stepsOf, traceText, type Factor } from '../../auctions/trace';
import { cx } from '../../parts/cx';
import { amountText } from '../../parts/text/money';
import styles from './price.module.css';

interface ChipProps {
  readonly factor: Factor;
  readonly pinned: boolean;
  readonly onPoint: (on: boolean) => void;
  readonly onPin: () => void;
}

function factOf({ name, fact, source }: Factor): string {
  return `${name}: ${fact}, source ${source}`;
}

function Chip({ factor, pinned, onPoint, onPin }: ChipProps) {
  const on = (): void => {
    onPoint(true);
  };
  const off = (): void => {
    onPoint(false);
  };
  return (
    <button
      type="button"
      className={cx(styles.chip, pinned && styles.pinned)}
      aria-pressed={pinned}
      aria-description={factOf(factor)}
      onMouseEnter={on}
      onMouseLeave={off}
      onFocus={on}
      onBlur={off}
      onClick={onPin}
    >
      <i>{factor.name}</i>
      <b>{`\u00d7${factor.factor}`}</b>
    </button>
  );
}

interface Props {
  readonly price: Explain['price'];
  /** What stands at the end of the line of facts. */
  readonly end?: ReactNode;
}

/** The chips of a price, and the line where the fact of one of them stands. */
export function WhyChips({ price, end }: Props) {
  const [pointed, setPointed] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const holding = factorsOf(price).filter((factor) => factor.holds);
  const told = holding.find(({ name }) => name === (pointed ?? pinned));
  const hint = holding.length === 0 ? 'no factor holds' : 'point at a factor for its fact';
  return (
    <div className={styles.why} role="group" aria-label={traceText(price)}>
      <span>{amountText(price.baseCents, price.currency)}</span>
      {holding.map((factor) => (
        <Chip
          key={factor.name}
          factor={factor}
          pinned={pinned === factor.name}
          onPoint={(on) => {
            setPointed(on ? factor.name : null);
          }}
          onPin={() => {
            setPinned(pinned === factor.name ? null : factor.name);
          }}
        />
      ))}
      {stepsOf(price).map((step) => (
        <span key={step.words}>
          {step.struck === null ? null : <s>{step.struck}</s>} {step.words} {step.amount}
        </span>
      ))}
      <span>
        = <strong>floor {amountText(price.floorCents, price.currency)}</strong>
      </span>
      <small className={styles.fact}>
        <span>{told === undefined ? hint : factOf(told)}</span>
        {end}
      </small>
    </div>
  );
}
