// Owns the pads: one an event type of the price book, with its base value. A press selects, and
// selecting fires nothing. Refuses to look ready while the pad is off.
import type { EventPrice } from '../../../contract/price-book';
import { cx } from '../parts/cx';
import { amountText } from '../parts/text/money';
import { eventName } from '../parts/text/words';
import styles from './cue-pad.module.css';

interface Props {
  readonly pads: readonly (readonly [string, EventPrice])[];
  readonly currency: string;
  readonly selected: string;
  readonly disabled: boolean;
  readonly onSelect: (eventType: string) => void;
}

/** The pads in their grid. */
export function EventPads({ pads, currency, selected, disabled, onSelect }: Props) {
  return (
    <div className={styles.pads} role="group" aria-label="Event">
      {pads.map(([type, price]) => (
        <button
          key={type}
          type="button"
          className={cx(styles.pad, type === selected && !disabled && styles.armed)}
          aria-pressed={type === selected}
          disabled={disabled}
          onClick={() => {
            onSelect(type);
          }}
        >
          <b>{eventName(type)}</b>
          <span>{amountText(price.baseCents, currency)}</span>
        </button>
      ))}
    </div>
  );
}
