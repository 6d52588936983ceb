// Owns the sums under the settlement list: one a currency, rehearsed ones apart, since what is
// rehearsed is no revenue. Pure, in integers. Refuses to add currencies together.
import type { Settlement, SettlementStatus } from '../../../contract/settlement';

/** A sum of one currency and kind. */
export interface Total {
  readonly currency: string;
  readonly rehearsal: boolean;
  readonly count: number;
  readonly cents: number;
}

/** States in which nothing is owed any more and nothing was paid. */
const DROPPED: readonly SettlementStatus[] = ['VOIDED', 'WAIVED', 'REFUNDED'];

/** The sums, real ones first, then by currency. What was voided, waived or refunded is left out. */
export function totalsOf(settlements: readonly Settlement[]): readonly Total[] {
  return sumsOf(settlements.filter(({ status }) => !DROPPED.includes(status)));
}

/** The sums of these, whatever their state. */
export function sumsOf(
  settlements: readonly Pick<Settlement, 'currency' | 'rehearsal' | 'totalDueCents'>[],
): readonly Total[] {
  const sums = new Map<string, Total>();
  for (const { currency, rehearsal, totalDueCents } of settlements) {
    const key = `${rehearsal ? 1 : 0} ${currency}`;
    const before = sums.get(key) ?? { currency, rehearsal, count: 0, cents: 0 };
    const cents = before.cents + totalDueCents;
    sums.set(key, { ...before, count: before.count + 1, cents });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

/** A state with its sums; none where nothing is in it. */
export interface StateSums {
  readonly status: SettlementStatus;
  readonly totals: readonly Total[];
}

/** The states asked for with their sums, in that order, so that none moves when another comes. */
export function byState(
  settlements: readonly Settlement[],
  states: readonly SettlementStatus[],
): readonly StateSums[] {
  return states.map((status) => {
    const own = settlements.filter((settlement) => settlement.status === status);
    return { status, totals: sumsOf(own) };
  });
}

/** How many settlements the engine has in all, by its own count. */
export function countOf(byStatus: Readonly<Record<string, number>>): number {
  return Object.values(byStatus).reduce((sum, count) => sum + count, 0);
}
