// Owns proof that auctions sold are held beside settlements by currency and kind, in integers.
// Refuses to let a difference in one currency hide behind another.
import { expect, it } from 'vitest';
import { reckon } from '../../../src/renderer/src/settlements/reconcile';
import { auctionOf, settlementOf } from '../records';

const sold = (priceCents: number, currency = 'USD') => auctionOf({ priceCents, currency });
const owed = (grossCents: number, totalDueCents: number, currency = 'USD') =>
  settlementOf({ rehearsal: true, grossCents, totalDueCents, currency });

it('adds what is sold, written, off and due', () => {
  const unsold = auctionOf({ status: 'UNSOLD', priceCents: null });
  const settlements = [owed(10_000, 8_500), owed(2_000, 2_100)];
  const { differs, ...sums } = reckon([sold(10_000), sold(2_000), unsold], settlements);
  const cents = Object.entries(sums).map(([name, totals]) => [name, totals[0]?.cents]);
  expect(Object.fromEntries(cents)).toEqual({
    sold: 12_000,
    gross: 12_000,
    off: -1_400,
    due: 10_600,
    gateway: undefined,
  });
  expect(differs).toEqual([]);
});

it('says by how much it differs, in which currency', () => {
  const auctions = [sold(500, 'JPY'), sold(700)];
  const total = { rehearsal: true, count: 0 };
  expect(reckon(auctions, [owed(500, 500), owed(700, 700, 'JPY')]).differs).toEqual([
    { ...total, currency: 'JPY', cents: -200 },
    { ...total, currency: 'USD', cents: 200 },
  ]);
  expect(reckon(auctions, [owed(700, 700)]).differs).toEqual([
    { ...total, currency: 'JPY', cents: 500, count: 1 },
  ]);
});

it('counts as at the gateway only what the gateway named', () => {
  const there = settlementOf({ gatewayId: 'k60uk1' });
  expect(reckon([], [there, settlementOf()]).gateway).toMatchObject([{ count: 1, cents: 1_000 }]);
});
