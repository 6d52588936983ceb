// Owns the sums of money over everything ever sold and written, by currency and kind. They are read
// once from the journal and added to as rows become durable. Refuses to add currencies together,
// and what was rehearsed to what is real.
import type { MoneyTotal } from '../../../contract/status';
import type { AuctionTerms, Decision } from '../../core/auction/record';
import type { SettlementFacts } from '../../core/ledger/entries';

/** A sum as it is held: added to in place. */
interface Sum {
  count: number;
  cents: number;
}

/** A total as it is held. */
export interface HeldTotal {
  readonly currency: string;
  readonly rehearsal: boolean;
  decided: number;
  readonly sold: Sum;
  readonly gross: Sum;
  readonly due: Sum;
  readonly gateway: Sum;
  readonly states: Record<string, Sum>;
}

/** The totals of one engine, by currency and kind. */
export type MoneyTotals = Map<string, HeldTotal>;

function add(sum: Sum, cents: number): void {
  sum.count += 1;
  sum.cents += cents;
}

function nothing(): Sum {
  return { count: 0, cents: 0 };
}

/** The total of a currency and kind; made when there is none. */
export function totalOf(
  totals: MoneyTotals,
  { currency, rehearsal }: Pick<MoneyTotal, 'currency' | 'rehearsal'>,
): HeldTotal {
  const key = `${rehearsal ? 1 : 0} ${currency}`;
  const known = totals.get(key);
  if (known !== undefined) return known;
  const sums = { sold: nothing(), gross: nothing(), due: nothing(), gateway: nothing() };
  const made = { currency, rehearsal, decided: 0, ...sums, states: {} };
  totals.set(key, made);
  return made;
}

/** Takes over what the store read. */
export function heldTotals(read: readonly MoneyTotal[]): MoneyTotals {
  const totals: MoneyTotals = new Map();
  for (const total of read) Object.assign(totalOf(totals, total), structuredClone(total));
  return totals;
}

/** Adds a decision once it is durable. */
export function decisionAdded(
  totals: MoneyTotals,
  terms: AuctionTerms,
  { status, priceCents }: Pick<Decision, 'status' | 'priceCents'>,
): void {
  const { rehearsal, price } = terms;
  const total = totalOf(totals, { rehearsal, currency: price.currency });
  total.decided += 1;
  if (status === 'SOLD') add(total.sold, priceCents ?? 0);
}

/** Adds a settlement once it is durable: born, it is due. */
export function settlementAdded(totals: MoneyTotals, facts: SettlementFacts): void {
  const total = totalOf(totals, facts);
  add(total.gross, facts.grossCents);
  add(total.due, facts.totalDueCents);
  add((total.states['due'] ??= nothing()), facts.totalDueCents);
}

/** The totals as they are told: real ones first, then by currency. */
export function totalsTold(totals: MoneyTotals): MoneyTotal[] {
  return [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, total]) => structuredClone(total));
}
