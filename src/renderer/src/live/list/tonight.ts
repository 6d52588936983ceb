// Owns the sum at the foot of the last slots: how many of tonight's decided slots were sold, and
// the prices, one sum a currency. Pure, in integers. Refuses to add what was rehearsed to what was
// sold, and currencies to each other.
import type { Auction } from '../../../../contract/auction';
import type { Mode } from '../../../../contract/status';
import { moneyText } from '../../parts/text/money';
import { epochMs } from '../../parts/text/time';

/** A night is what was offered within this time. */
export const NIGHT_MS = 12 * 3_600_000;

/** What a night came to. */
export interface Tonight {
  readonly rehearsal: boolean;
  readonly sold: number;
  readonly decided: number;
  readonly sums: readonly string[];
}

/** The sums of tonight: rehearsed ones unless the engine is on air. */
export function tonightOf(
  auctions: readonly Auction[],
  mode: Mode | null,
  nowMs: number | null,
): Tonight {
  const rehearsal = mode !== 'ON_AIR';
  const fromMs = (nowMs ?? 0) - NIGHT_MS;
  const own = auctions.filter(
    (auction) => auction.rehearsal === rehearsal && (epochMs(auction.createdAt) ?? 0) >= fromMs,
  );
  const sold = own.filter(({ status }) => status === 'SOLD');
  const unsold = own.filter(({ status }) => status === 'UNSOLD');
  const cents = new Map<string, number>();
  for (const { currency, priceCents } of sold) {
    cents.set(currency, (cents.get(currency) ?? 0) + (priceCents ?? 0));
  }
  const sums = [...cents].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rehearsal,
    sold: sold.length,
    decided: sold.length + unsold.length,
    sums: sums.map(([currency, sum]) => moneyText(sum, currency)),
  };
}
