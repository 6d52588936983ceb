// Owns proof that auctions sold are held beside settlements by currency and kind, in integers.
// Refuses to let a difference in one currency hide behind another.
import { expect, it } from 'vitest';
import { reckon } from '../../../src/renderer/src/settlements/reconcile';
import { moneyTotalOf } from '../records';

const sum = (count: number, cents: number) => ({ count, cents });

it('tells what is sold, written, off and due', () => {
  const total = moneyTotalOf({ sold: sum(2, 12_000), gross: sum(2, 12_000), due: sum(2, 10_600) });
  const { differs, absent, ...sums } = reckon([total, moneyTotalOf({ currency: 'EUR' })]);
  const cents = Object.entries(sums).map(([name, totals]) => [name, totals.map((it) => it.cents)]);
  expect(Object.fromEntries(cents)).toEqual({
    sold: [12_000],
    gross: [12_000],
    off: [-1_400],
    due: [10_600],
    gateway: [],
  });
  expect(differs).toEqual([]);
  expect(absent).toBeNull();
});

it('says by how much it differs, in which currency and kind', () => {
  const yen = { currency: 'JPY', rehearsal: false };
  const totals = [
    moneyTotalOf({ ...yen, sold: sum(1, 500), gross: sum(1, 700) }),
    moneyTotalOf({ sold: sum(2, 700), gross: sum(1, 700) }),
    moneyTotalOf({ currency: 'EUR', sold: sum(1, 5), gross: sum(1, 5) }),
  ];
  expect(reckon(totals).differs).toEqual([
    { ...yen, count: 0, cents: -200 },
    { currency: 'USD', rehearsal: true, count: 1, cents: 0 },
  ]);
});

it('counts what no gateway has over every currency, and only once there is a gateway', () => {
  const real = { rehearsal: false, due: sum(3, 300), gross: sum(3, 300), sold: sum(3, 300) };
  const yen = moneyTotalOf({ ...real, currency: 'JPY' });
  const rehearsed = moneyTotalOf({ due: sum(9, 900) });
  expect(reckon([yen, moneyTotalOf(real), rehearsed]).absent).toBeNull();
  const there = moneyTotalOf({ ...real, gateway: sum(2, 200) });
  expect(reckon([yen, there, rehearsed])).toMatchObject({
    absent: 4,
    gateway: [{ currency: 'USD', rehearsal: false, count: 2, cents: 200 }],
  });
});
