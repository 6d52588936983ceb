// Owns the bar of what is staged: how many changes, each from and to, and the ways on: apply, undo
// by name, discard. Refuses to apply a large change at once: a sheet asks for a reason and a hold.
import type { PriceBookVersion } from '../../../../contract/price-book';
import { SURFACE } from '../../app/keys/surface';
import { capOf } from '../../app/keys/table';
import { useAction } from '../../app/keys/use-action';
import { cx } from '../../parts/cx';
import { KeyCap } from '../../parts/marks/badge';
import { Mark } from '../../parts/marks/mark';
import panels from '../../parts/panel/panel.module.css';
import { plural } from '../../parts/text/words';
import { useVitals } from '../../store/vitals';
import { keyName, largeOf, valueText, type Edit } from '../book-edits';
import { useBaseLocked } from '../tables/base-lock';
import { applyEdits, discard, restage, unstage, useValues } from '../values-store';
import styles from './staged.module.css';

const SHOWN = 2;

function Ways({ barred }: { readonly barred: boolean }) {
  const { edits, asking } = useValues();
  const stale = useVitals((vitals) => vitals.stale);
  const last = edits.at(-1);
  const large = largeOf(edits).length > 0;
  const off = asking || stale || barred;
  const apply = (): void => {
    if (off) return;
    if (large) useValues.setState({ sheet: 'apply', refusal: null });
    else void applyEdits();
  };
  useAction('values.apply', apply);
  return (
    <div className={styles.ways}>
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
        disabled={off}
        onClick={apply}
      >
        {large ? 'Apply all…' : 'Apply all'} <KeyCap>{capOf(SURFACE, 'values.apply')}</KeyCap>
      </button>
    </div>
  );
}

/** The last changes, newest first, and how many more there are. */
function Changes({ edits, currency }: { readonly edits: readonly Edit[]; currency: string }) {
  const more = edits.length - SHOWN;
  return (
    <ul>
      {[...edits]
        .reverse()
        .slice(0, SHOWN)
        .map(({ key, from, to }) => (
          <li key={key}>
            {keyName(key)}{' '}
            <b>
              {valueText(key, from, currency)} → {valueText(key, to, currency)}
            </b>
          </li>
        ))}
      {more > 0 ? <li>{more} more</li> : null}
    </ul>
  );
}

/** The bar; a quiet line while nothing is staged. */
export function StagedBar({ version }: { readonly version: PriceBookVersion }) {
  const { edits, refusal } = useValues();
  useAction('values.undo', unstage);
  useAction('values.redo', restage);
  const locked = useBaseLocked();
  if (edits.length === 0) {
    return <div className={styles.calm}>Nothing staged. Book v{version.version} is in force.</div>;
  }
  const barred = locked && edits.some(({ key }) => key.startsWith('event:'));
  const when = `whole, at the next auction, as v${version.version + 1}`;
  const why = barred ? 'base values are locked on air' : (refusal ?? when);
  return (
    <section className={styles.staged} aria-label="Staged changes">
      <p>
        <b>
          <Mark name="triangle" /> {plural(edits.length, 'change')} staged
        </b>
        <span>{why}</span>
      </p>
      <Changes edits={edits} currency={version.book.currency} />
      <Ways barred={barred} />
    </section>
  );
}
