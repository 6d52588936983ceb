// Owns holding auctions sold beside settlements, by currency and kind: what was sold, what was
// written, what is off for agencies and on for tax, what is due, what the gateway has. Pure, in
// integers. Refuses to add currencies together.
import type { Auction } from '../../../contract/auction';
import type { Settlement } from '../../../contract/settlement';
import { sumsOf, type Total } from './totals';

/** One line of sums for every column of the bar. */
export interface Reckoning {
  readonly sold: readonly Total[];
  readonly gross: readonly Total[];
  readonly off: readonly Total[];
  readonly due: readonly Total[];
  readonly gateway: readonly Total[];
  /** Currencies and kinds in which sold and written differ, by how much. */
  readonly differs: readonly Total[];
}

type Money = Pick<Settlement, 'currency' | 'rehearsal' | 'totalDueCents'>;

function soldOf(auctions: readonly Auction[]): readonly Money[] {
  return auctions
    .filter(({ status, priceCents }) => status === 'SOLD' && priceCents !== null)
    .map(({ currency, rehearsal, priceCents }) => ({
      ...{ currency, rehearsal },
      totalDueCents: priceCents ?? 0,
    }));
}

function of(settlements: readonly Settlement[], cents: (of: Settlement) => number) {
  return sumsOf(
    settlements.map((settlement) => ({ ...settlement, totalDueCents: cents(settlement) })),
  );
}

function differences(sold: readonly Total[], gross: readonly Total[]): readonly Total[] {
  const minus = gross.map((total) => ({ ...total, cents: -total.cents, count: -total.count }));
  const sums = new Map<string, Total>();
  for (const total of [...sold, ...minus]) {
    const key = `${total.currency} ${String(total.rehearsal)}`;
    const before = sums.get(key) ?? { ...total, cents: 0, count: 0 };
    const cents = before.cents + total.cents;
    sums.set(key, { ...before, cents, count: before.count + total.count });
  }
  return [...sums.values()].filter(({ cents, count }) => cents !== 0 || count !== 0);
}

/** The reckoning of these auctions and settlements. */
export function reckon(
  auctions: readonly Auction[],
  settlements: readonly Settlement[],
): Reckoning {
  const sold = sumsOf(soldOf(auctions));
  const gross = of(settlements, ({ grossCents }) => grossCents);
  return {
    sold,
    gross,
    off: of(settlements, ({ grossCents, totalDueCents }) => totalDueCents - grossCents),
    due: sumsOf(settlements),
    gateway: sumsOf(settlements.filter(({ gatewayId }) => gatewayId !== null)),
    differs: differences(sold, gross),
  };
}
