// Owns holding auctions sold beside settlements, by currency and kind, as the engine counts them
// over all there is: what was sold, what was written, what is off for agencies and on for tax, what
// is due, what a gateway has. Pure, in integers. Refuses to add currencies together.
import type { MoneyTotal } from '../../../contract/status';
import type { Total } from './totals';

/** One line of sums for every column of the bar. */
export interface Reckoning {
  readonly sold: readonly Total[];
  readonly gross: readonly Total[];
  readonly off: readonly Total[];
  readonly due: readonly Total[];
  readonly gateway: readonly Total[];
  /** Currencies and kinds in which sold and written differ, by how much. */
  readonly differs: readonly Total[];
  /** Settlements owed that no gateway has; null where there is no gateway that could. */
  readonly absent: number | null;
}

function line(totals: readonly MoneyTotal[], of: (total: MoneyTotal) => MoneyTotal['sold']) {
  return totals
    .map((total) => ({ currency: total.currency, rehearsal: total.rehearsal, ...of(total) }))
    .filter(({ count, cents }) => count !== 0 || cents !== 0);
}

function counted(totals: readonly Total[]): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}

/** The reckoning of everything there is. */
export function reckon(totals: readonly MoneyTotal[]): Reckoning {
  const gateway = line(totals, (total) => total.gateway);
  const real = totals.filter(({ rehearsal }) => !rehearsal);
  const owed = counted(line(real, ({ due }) => due));
  return {
    sold: line(totals, ({ sold }) => sold),
    gross: line(totals, ({ gross }) => gross),
    off: line(totals, ({ gross, due }) => ({ ...due, cents: due.cents - gross.cents })),
    due: line(totals, ({ due }) => due),
    gateway,
    differs: line(totals, ({ sold, gross }) => ({
      count: sold.count - gross.count,
      cents: sold.cents - gross.cents,
    })),
    absent: gateway.length === 0 ? null : owed - counted(gateway.filter((it) => !it.rehearsal)),
  };
}
