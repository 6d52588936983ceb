// Owns what is marked in the table: how many, their sum in each currency, and marking all that the
// filter shows. Refuses to do anything with them: this version sends no charges.
import type { Settlement } from '../../../../contract/settlement';
import { SURFACE } from '../../app/keys/surface';
import { capOf } from '../../app/keys/table';
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import panels from '../../parts/panel/panel.module.css';
import { countText, moneyText } from '../../parts/text/money';
import { sumsOf } from '../totals';
import styles from './settlements-screen.module.css';

interface Props {
  readonly marked: readonly Settlement[];
  readonly onAll: () => void;
}

/** What is marked, in words; nothing where nothing is. */
export function markedText(marked: readonly Settlement[]): string {
  if (marked.length === 0) return '';
  const sums = sumsOf(marked).map(
    ({ cents, currency, rehearsal }) =>
      `${moneyText(cents, currency)}${rehearsal ? ' rehearsed' : ''}`,
  );
  return `${countText(marked.length)} selected, ${sums.join(' and ')}`;
}

/** The end of the table's head. */
export function Selection({ marked, onAll }: Props) {
  return (
    <>
      <span className={styles.marked} role="status" aria-label="Selected">
        {markedText(marked)}
      </span>
      <button type="button" className={cx(panels.button, panels.small)} onClick={onAll}>
        Select filtered <KeyCap>{capOf(SURFACE, 'settlements.all')}</KeyCap>
      </button>
    </>
  );
}
