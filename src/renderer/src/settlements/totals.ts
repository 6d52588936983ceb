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
  const sums = new Map<string, Total>();
  for (const { currency, rehearsal, totalDueCents, status } of settlements) {
    if (DROPPED.includes(status)) continue;
    const key = `${rehearsal ? 1 : 0} ${currency}`;
    const before = sums.get(key) ?? { currency, rehearsal, count: 0, cents: 0 };
    const cents = before.cents + totalDueCents;
    sums.set(key, { ...before, count: before.count + 1, cents });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
}

/** How many settlements the engine has in all, by its own count. */
export function countOf(byStatus: Readonly<Record<string, number>>): number {
  return Object.values(byStatus).reduce((sum, count) => sum + count, 0);
}
