// Owns the bar of what is staged: how many changes, each from and to, the reason large ones ask
// for, and the ways on: apply, undo by name, discard. Refuses a large change without a reason.
import { SURFACE } from '../app/keys/surface';
import { capOf } from '../app/keys/table';
import { useAction } from '../app/keys/use-action';
import { cx } from '../parts/cx';
import { KeyCap } from '../parts/marks/badge';
import { Mark } from '../parts/marks/mark';
import panels from '../parts/panel/panel.module.css';
import { plural } from '../parts/text/words';
import { useVitals } from '../store/vitals';
import type { PriceBookVersion } from '../../../contract/price-book';
import { keyName, largeOf, valueText } from './book-edits';
import styles from './values.module.css';
import { applyEdits, discard, restage, unstage, useValues } from './values-store';

function Reason() {
  const { edits, why } = useValues();
  if (largeOf(edits).length === 0) return null;
  return (
    <input
      className={styles.reason}
      aria-label="Reason for a change of more than a quarter"
      placeholder="over 25 %: say why"
      value={why}
      maxLength={500}
      onChange={(event) => {
        useValues.setState({ why: event.target.value });
      }}
    />
  );
}

function Ways() {
  const { edits, why, asking } = useValues();
  const stale = useVitals((vitals) => vitals.stale);
  const last = edits.at(-1);
  const unsaid = largeOf(edits).length > 0 && why.trim() === '';
  const apply = (): void => {
    if (!unsaid && !stale) void applyEdits();
  };
  useAction('values.apply', apply);
  return (
    <>
      <button type="button" className={panels.button} onClick={unstage}>
        Undo “{last === undefined ? '' : keyName(last.key)}”
        <KeyCap>{capOf(SURFACE, 'values.undo')}</KeyCap>
      </button>
      <button type="button" className={panels.button} onClick={discard}>
        Discard
      </button>
      <button
        type="button"
        className={cx(panels.button, panels.primary)}
        disabled={asking || unsaid || stale}
        onClick={apply}
      >
        Apply all <KeyCap>{capOf(SURFACE, 'values.apply')}</KeyCap>
      </button>
    </>
  );
}

/** The bar; a quiet line while nothing is staged. */
export function StagedBar({ version }: { readonly version: PriceBookVersion }) {
  const { edits, refusal } = useValues();
  useAction('values.undo', unstage);
  useAction('values.redo', restage);
  const text = (edit: (typeof edits)[number], value: number): string =>
    valueText(edit.key, value, version.book.currency);
  if (edits.length === 0) {
    return <div className={styles.calm}>Nothing staged. Book v{version.version} is in force.</div>;
  }
  return (
    <section className={styles.staged} aria-label="Staged changes">
      <p>
        <b>
          <Mark name="triangle" /> {plural(edits.length, 'change')} staged
        </b>
        <span>{refusal ?? `apply whole, at the next auction, as v${version.version + 1}`}</span>
      </p>
      <ul>
        {edits.slice(-3).map((edit) => (
          <li key={edit.key}>
            {keyName(edit.key)}{' '}
            <b>
              {text(edit, edit.from)} → {text(edit, edit.to)}
            </b>
          </li>
        ))}
      </ul>
      <Reason />
      <Ways />
    </section>
  );
}
