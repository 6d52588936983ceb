// Owns the slider: it stages the factor of one modifier while it is moved, so that all beside
// it shows what that would do. Refuses to apply anything.
import type { PriceBook, PriceBookVersion } from '../../../../contract/price-book';
import { amountText, factorText } from '../../parts/text/money';
import { eventName, modifierName } from '../../parts/text/words';
import { FACTOR_BPS, stagedOf, type Edit, type EditKey } from '../book-edits';
import { useMoment } from '../preview/use-moment';
import { stage, useValues } from '../values-store';
import styles from './tables.module.css';

const STEP_BPS = 500;

interface Props {
  readonly version: PriceBookVersion;
  readonly edits: readonly Edit[];
}

function Result({ book }: { readonly book: PriceBook }) {
  const { priced } = useMoment(book);
  if (priced === null) return <p className={styles.result} />;
  const { now, then } = priced;
  const was = now === null ? '' : `${amountText(now.floorCents, then.currency)} without`;
  return (
    <p className={styles.result}>
      <small>{eventName(then.eventType)} now</small>
      <b>{amountText(then.floorCents, then.currency)}</b>
      <small>{now?.floorCents === then.floorCents ? 'the same without' : was}</small>
    </p>
  );
}

/** The slider of the modifier that was touched last. */
export function WhatIf({ version, edits }: Props) {
  const slides = useValues((state) => state.slides);
  const key: EditKey = `modifier:${slides}`;
  const from = version.book.modifiers[slides];
  const to = stagedOf(edits, key, from);
  return (
    <div className={styles.whatIf}>
      <label className={styles.slider}>
        <span>
          What if <b>{modifierName(slides)}</b>
          <i>
            show {factorText(from)}
            {from === to ? null : <b>pending {factorText(to)}</b>}
          </i>
        </span>
        <input
          type="range"
          aria-label={`What if ${modifierName(slides)}`}
          aria-valuetext={`${factorText(to)} times`}
          min={FACTOR_BPS.least}
          max={FACTOR_BPS.most}
          step={STEP_BPS}
          value={to}
          onChange={(event) => {
            stage({ key, from, to: event.target.valueAsNumber });
          }}
        />
        <span className={styles.ends} aria-hidden="true">
          <i>{factorText(FACTOR_BPS.least)}</i>
          <i>3.00</i>
          <i>{factorText(FACTOR_BPS.most)}</i>
        </span>
      </label>
      <Result book={version.book} />
    </div>
  );
}
