// Owns proof that sums are per currency, rehearsal apart, and leave out what is no longer owed.
// Refuses to add currencies, as the list does.
import { expect, it } from 'vitest';
import { byState, countOf, owedOf, sumsOf } from '../../../src/renderer/src/settlements/totals';
import { moneyTotalOf, settlementOf } from '../records';

const sum = (count: number, cents: number) => ({ count, cents });

it('says what is owed per currency, and what was rehearsed apart from it', () => {
  const totals = [
    moneyTotalOf({ currency: 'CAD', rehearsal: false, states: { due: sum(1, 7) } }),
    moneyTotalOf({ rehearsal: false, states: { due: sum(600, 350), charged: sum(1, 50) } }),
    moneyTotalOf({ states: { due: sum(1, 900) } }),
  ];
  expect(owedOf(totals)).toEqual({
    owed: [
      { currency: 'CAD', rehearsal: false, ...sum(1, 7) },
      { currency: 'USD', rehearsal: false, ...sum(601, 400) },
    ],
    rehearsed: [{ currency: 'USD', rehearsal: true, ...sum(1, 900) }],
  });
});

it('leaves out what was voided, waived or refunded', () => {
  const dropped = { voided: sum(1, 5), waived: sum(1, 5), refunded: sum(1, 5) };
  const states = { ...dropped, unknown: sum(1, 4) };
  const { owed } = owedOf([moneyTotalOf({ rehearsal: false, states })]);
  expect(owed).toEqual([{ currency: 'USD', rehearsal: false, ...sum(1, 4) }]);
  expect(owedOf([moneyTotalOf({ states: dropped })])).toEqual({ owed: [], rehearsed: [] });
});

it('gives each state its sums, in the order asked for', () => {
  const states = { due: sum(2, 20), voided: sum(1, 3) };
  const kinds = [moneyTotalOf({ states }), moneyTotalOf({ currency: 'EUR', states })];
  const shown = byState(kinds, ['SETTLED', 'DUE', 'VOIDED']);
  expect(shown.map(({ status, totals }) => [status, totals.map((it) => it.count)])).toEqual([
    ['SETTLED', []],
    ['DUE', [2, 2]],
    ['VOIDED', [1, 1]],
  ]);
});

it('adds what is marked, per currency', () => {
  const marked = [settlementOf({ totalDueCents: 100 }), settlementOf({ totalDueCents: 250 })];
  expect(sumsOf(marked)).toEqual([{ currency: 'USD', rehearsal: false, ...sum(2, 350) }]);
});

it('counts every state the engine counts', () => {
  expect(countOf({ DUE: 3, CHARGED: 4 })).toBe(7);
  expect(countOf({})).toBe(0);
});
