// Owns the eight and more pads of the screen: digit, event, base value. A digit or a press selects,
// and selecting fires nothing. Refuses to look ready while the pad is off.
import type { PriceBook } from '../../../../contract/price-book';
import { useAction } from '../../app/keys/use-action';
import { cx } from '../../parts/cx';
import { amountText } from '../../parts/text/money';
import { eventName } from '../../parts/text/words';
import { padsOf } from '../pad-rules';
import styles from './cue-screen.module.css';

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

interface DigitProps {
  readonly digit: (typeof DIGITS)[number];
  readonly onPress: () => void;
}

function Digit({ digit, onPress }: DigitProps) {
  useAction(`cue.pad-${digit}`, onPress);
  return null;
}

interface Props {
  readonly book: PriceBook;
  readonly selected: string;
  readonly isArmed: boolean;
  readonly off: string | null;
  readonly onSelect: (eventType: string) => void;
}

/** The pads. */
export function PadGrid({ book, selected, isArmed, off, onSelect }: Props) {
  const pads = padsOf(book);
  const word = (type: string): string => {
    if (off !== null) return 'OFF';
    if (type !== selected) return '';
    return isArmed ? 'ARMED' : 'SELECTED';
  };
  return (
    <div className={styles.pads} role="group" aria-label="Event">
      {off !== null
        ? null
        : pads
            .slice(0, DIGITS.length)
            .map(([type], at) => (
              <Digit key={type} digit={DIGITS[at] ?? 1} onPress={() => onSelect(type)} />
            ))}
      {pads.map(([type, price], at) => (
        <button
          key={type}
          type="button"
          className={cx(styles.pad, type === selected && off === null && styles.chosen)}
          aria-pressed={type === selected}
          disabled={off !== null}
          onClick={() => {
            onSelect(type);
          }}
        >
          <span className={styles.digit}>
            {DIGITS[at] ?? '\u00b7'}
            <i>{word(type)}</i>
          </span>
          <b>{eventName(type)}</b>
          <span>
            base {amountText(price.baseCents, book.currency)}, {price.slotMs / 1000} s slot
          </span>
        </button>
      ))}
    </div>
  );
}
