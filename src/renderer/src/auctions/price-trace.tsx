// Owns the price as a column of steps: base, each factor with its fact and where that came from,
// cap, reserve, floor. Factors that do not hold are dashed and dim. Refuses to do the sum itself.
import type { Explain } from '../../../contract/auction';
import { cx } from '../parts/cx';
import { amountText } from '../parts/text/money';
import { eventName } from '../parts/text/words';
import styles from './explain.module.css';
import { factorsOf, stepsOf, type Factor } from './trace';

function FactorRow({ factor }: { readonly factor: Factor }) {
  return (
    <tr className={cx(!factor.holds && styles.idle)}>
      <th scope="row" title={factor.name}>
        {factor.name}
      </th>
      <td title={factor.fact}>
        {factor.fact}
        <small> {factor.holds || factor.source !== 'no source' ? factor.source : ''}</small>
      </td>
      <td className={styles.figure}>
        {factor.holds ? `\u00d7 ${factor.factor}` : `\u00d7 ${factor.factor} not held`}
      </td>
    </tr>
  );
}

/** The trace of a price. */
export function PriceTrace({ price }: { readonly price: Explain['price'] }) {
  return (
    <table className={styles.trace}>
      <caption>
        Price in {price.currency}, book v{price.bookVersion}
      </caption>
      <colgroup>
        <col className={styles.names} />
        <col />
        <col className={styles.sums} />
      </colgroup>
      <tbody>
        <tr>
          <th scope="row">base</th>
          <td title={eventName(price.eventType)}>{eventName(price.eventType)}</td>
          <td className={styles.figure}>{amountText(price.baseCents, price.currency)}</td>
        </tr>
        {factorsOf(price).map((factor) => (
          <FactorRow key={factor.name} factor={factor} />
        ))}
        {stepsOf(price).map((step) => (
          <tr key={step.words}>
            <th scope="row" title={step.words}>
              {step.words}
            </th>
            <td>{step.struck === null ? '' : <s>{step.struck}</s>}</td>
            <td className={styles.figure}>{step.amount}</td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row">floor</th>
          <td>rounded {price.rounding}</td>
          <td className={styles.figure}>{amountText(price.floorCents, price.currency)}</td>
        </tr>
      </tbody>
    </table>
  );
}
