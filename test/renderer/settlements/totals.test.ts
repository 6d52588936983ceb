// Owns proof that sums are per currency, rehearsal apart, and leave out what is no longer owed.
// Refuses to add currencies, as the list does.
import { expect, it } from 'vitest';
import { countOf, totalsOf } from '../../../src/renderer/src/settlements/totals';
import { settlementOf } from '../records';

it('adds per currency, never across, and keeps rehearsal apart', () => {
  const list = [
    settlementOf({ totalDueCents: 100 }),
    settlementOf({ totalDueCents: 250 }),
    settlementOf({ totalDueCents: 7, currency: 'CAD' }),
    settlementOf({ totalDueCents: 900, rehearsal: true }),
  ];
  expect(totalsOf(list)).toEqual([
    { currency: 'CAD', rehearsal: false, count: 1, cents: 7 },
    { currency: 'USD', rehearsal: false, count: 2, cents: 350 },
    { currency: 'USD', rehearsal: true, count: 1, cents: 900 },
  ]);
});

it('leaves out what was voided, waived or refunded', () => {
  const list = (['VOIDED', 'WAIVED', 'REFUNDED', 'UNKNOWN'] as const).map((status) =>
    settlementOf({ status, totalDueCents: 5 }),
  );
  expect(totalsOf(list)).toEqual([{ currency: 'USD', rehearsal: false, count: 1, cents: 5 }]);
  expect(totalsOf([])).toEqual([]);
});

it('counts every state the engine counts', () => {
  expect(countOf({ DUE: 3, CHARGED: 4 })).toBe(7);
  expect(countOf({})).toBe(0);
});
