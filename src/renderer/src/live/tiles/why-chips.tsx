// Owns the price in one line: base x factors = floor, each factor a chip with its fact on hover. A
// cap strikes the sum it cut. Refuses factors that do not hold; the explanation lists those.
import type { Explain } from '../../../../contract/auction';
import { factorsOf, stepsOf, traceText } from '../../auctions/trace';
import { amountText } from '../../parts/text/money';
import styles from './price.module.css';

/** The chips of a price. */
export function WhyChips({ price }: { readonly price: Explain['price'] }) {
  const holding = factorsOf(price).filter((factor) => factor.holds);
  return (
    <div className={styles.why} role="group" aria-label={traceText(price)}>
      <span>{amountText(price.baseCents, price.currency)}</span>
      {holding.map((factor) => (
        <span key={factor.name} className={styles.chip} title={`${factor.fact}, ${factor.source}`}>
          <i>{factor.name}</i>
          <b>{`\u00d7${factor.factor}`}</b>
        </span>
      ))}
      {stepsOf(price).map((step) => (
        <span key={step.words}>
          {step.struck === null ? null : <s>{step.struck}</s>} {step.words} {step.amount}
        </span>
      ))}
      <span>
        = <strong>floor {amountText(price.floorCents, price.currency)}</strong>
      </span>
    </div>
  );
}
