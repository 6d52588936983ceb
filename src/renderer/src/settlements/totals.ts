// Owns the sums over the settlement list: one a currency, rehearsed ones apart, since what is
// rehearsed is no revenue. What is in all comes from the engine, which knows every row; only what
// is marked is added here. Pure, in integers. Refuses to add currencies together.
import type { Settlement, SettlementStatus } from '../../../contract/settlement';
import type { MoneyTotal } from '../../../contract/status';
import { STATES } from './state-badge';

/** A sum of one currency and kind. */
export interface Total {
  readonly currency: string;
  readonly rehearsal: boolean;
  readonly count: number;
  readonly cents: number;
}

/** States in which nothing is owed any more and nothing was paid. */
const DROPPED: readonly SettlementStatus[] = ['VOIDED', 'WAIVED', 'REFUNDED'];
const STATES_KEPT = STATES.filter((status) => !DROPPED.includes(status));

/** What is owed, and what was only rehearsed and so is not: both without what was dropped. */
export function owedOf(totals: readonly MoneyTotal[]): {
  readonly owed: readonly Total[];
  readonly rehearsed: readonly Total[];
} {
  const kept = STATES_KEPT.flatMap((status) => inState(totals, status));
  const sums = summed(kept);
  return {
    owed: sums.filter(({ rehearsal }) => !rehearsal),
    rehearsed: sums.filter(({ rehearsal }) => rehearsal),
  };
}

function inState(totals: readonly MoneyTotal[], status: SettlementStatus): readonly Total[] {
  return totals.flatMap(({ currency, rehearsal, states }) => {
    const sum = states[status.toLowerCase()];
    return sum === undefined || sum.count === 0 ? [] : [{ currency, rehearsal, ...sum }];
  });
}

/** Totals of one currency and kind as one; real ones first, then by currency. */
export function summed(totals: readonly Total[]): readonly Total[] {
  const sums = new Map<string, Total>();
  for (const total of totals) {
    const key = `${total.rehearsal ? 1 : 0} ${total.currency}`;
    const before = sums.get(key) ?? { ...total, count: 0, cents: 0 };
    const count = before.count + total.count;
    sums.set(key, { ...before, count, cents: before.cents + total.cents });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

/** The sums of these, whatever their state. */
export function sumsOf(
  settlements: readonly Pick<Settlement, 'currency' | 'rehearsal' | 'totalDueCents'>[],
): readonly Total[] {
  return summed(
    settlements.map(({ currency, rehearsal, totalDueCents }) => ({
      ...{ currency, rehearsal },
      count: 1,
      cents: totalDueCents,
    })),
  );
}

/** A state with its sums; none where nothing is in it. */
export interface StateSums {
  readonly status: SettlementStatus;
  readonly totals: readonly Total[];
}

/** The states asked for with their sums, in that order, so that none moves when another comes. */
export function byState(
  totals: readonly MoneyTotal[],
  states: readonly SettlementStatus[],
): readonly StateSums[] {
  return states.map((status) => ({ status, totals: inState(totals, status) }));
}

/** How many settlements the engine has in all, by its own count. */
export function countOf(byStatus: Readonly<Record<string, number>>): number {
  return Object.values(byStatus).reduce((sum, count) => sum + count, 0);
}
