// Owns what the preview comes to, above its rows: the sum of floors, slots that would not have
// sold, slots that would have. Refuses to add currencies: another currency is counted apart.
import type { PreviewedAuction } from '../../../../contract/price-book';
import { cx } from '../../parts/cx';
import { Mark } from '../../parts/marks/mark';
import { amountText } from '../../parts/text/money';
import { plural } from '../../parts/text/words';
import styles from './preview.module.css';
import { sumsOf } from './re-priced';

interface Props {
  readonly auctions: readonly PreviewedAuction[];
  readonly currency: string;
}

/** The sums. */
export function Sums({ auctions, currency }: Props) {
  const { beforeCents, afterCents, lost, won, elsewhere } = sumsOf(auctions, currency);
  const words = elsewhere === 0 ? 'Sum of floors' : `Sum, ${elsewhere} others left out`;
  return (
    <dl className={styles.sums}>
      <div>
        <dt>
          {words}, {currency}
        </dt>
        <dd>
          {amountText(beforeCents, currency)} → {amountText(afterCents, currency)}
        </dd>
      </div>
      <div className={cx(lost > 0 && styles.lost)}>
        <dt>Would not have sold</dt>
        <dd>
          {lost > 0 ? <Mark name="triangle" /> : null} {plural(lost, 'slot')}
        </dd>
      </div>
      <div>
        <dt>Would have sold too</dt>
        <dd>{plural(won, 'slot')}</dd>
      </div>
    </dl>
  );
}
