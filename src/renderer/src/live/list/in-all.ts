// Owns the sum at the foot of the last slots: how many of all decided slots were sold, and the
// prices, one sum a currency, as the engine counts them over every row. Pure, in integers. Refuses
// to add what was rehearsed to what was sold, and currencies to each other.
import type { Mode, MoneyTotal } from '../../../../contract/status';
import { moneyText } from '../../parts/text/money';

/** What the slots came to. */
export interface InAll {
  readonly rehearsal: boolean;
  readonly sold: number;
  readonly decided: number;
  readonly sums: readonly string[];
}

/** The sums of one kind: rehearsed ones unless the engine is on air. */
export function inAll(totals: readonly MoneyTotal[], mode: Mode | null): InAll {
  const rehearsal = mode !== 'ON_AIR';
  const own = totals.filter((total) => total.rehearsal === rehearsal);
  return {
    rehearsal,
    sold: own.reduce((count, total) => count + total.sold.count, 0),
    decided: own.reduce((count, total) => count + total.decided, 0),
    sums: own
      .filter(({ sold }) => sold.count > 0)
      .map(({ currency, sold }) => moneyText(sold.cents, currency)),
  };
}
