// Owns the proof of what a sold slot owes: commission half to even, no tax, one order id, and the
// row as the contract has it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settlementSchema } from '../../../../src/contract/settlement';
import type { Decision } from '../../../../src/main/core/auction/record';
import { bornSettlement, settlementView } from '../../../../src/main/core/ledger/settlement';
import { divideHalfEven } from '../../../../src/main/core/lib/money';
import { bidderOf, START_MS, termsOf } from '../auction/makings';

function born(priceCents: number, agency: string | null = 'Agency') {
  const bidder = bidderOf('anna', { agency, means: 'invoice' });
  const { bidderId, name } = bidder;
  const winner = { bidId: 'B-1', bidderId, name, seq: 1, amountCents: priceCents };
  const decision: Decision = { status: 'SOLD', reason: 'sold', winner, priceCents, outcomes: [] };
  const parts = { settlementId: 'S-1', truckId: 'truck-7', terms: termsOf(), decision, bidder };
  return bornSettlement({ ...parts, closedAtMs: START_MS });
}

describe('bornSettlement', () => {
  it.each([
    [1_925_000, 288_750],
    [10, 2],
    [30, 4],
    [50, 8],
    [0, 0],
  ])('gross %s: the agency keeps %s', (grossCents, agencyCommissionCents) => {
    const netCents = grossCents - agencyCommissionCents;
    const expected = { grossCents, agencyCommissionCents, netCents, taxCents: 0 };
    expect(born(grossCents)).toMatchObject({ ...expected, totalDueCents: netCents });
  });

  it('takes nothing where no agency stands', () => {
    const expected = { grossCents: 777, agencyCommissionCents: 0, totalDueCents: 777 };
    expect(born(777, null)).toMatchObject(expected);
  });

  it('adds up for every price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 11 }), (price) => {
        const facts = born(price);
        expect(facts.netCents + facts.agencyCommissionCents).toBe(price);
        const share = divideHalfEven(BigInt(price) * 15n, 100n);
        expect(BigInt(facts.agencyCommissionCents)).toBe(share);
      }),
    );
  });

  it('refuses to be made of an unsold auction or for somebody else', () => {
    const nobody: Decision = {
      status: 'UNSOLD',
      reason: 'no_bid',
      winner: null,
      priceCents: null,
      outcomes: [],
    };
    const bidder = bidderOf('bert');
    const parts = { settlementId: 'S', truckId: 't', terms: termsOf(), bidder, closedAtMs: 0 };
    expect(() => bornSettlement({ ...parts, decision: nobody })).toThrow('without a winner');
    const winner = { bidId: 'B', bidderId: 'anna', name: 'Anna', seq: 1, amountCents: 1 };
    const others = { ...nobody, winner, priceCents: 1 };
    expect(() => bornSettlement({ ...parts, decision: others })).toThrow('of another bidder');
  });
});

describe('settlementView', () => {
  it('is a whole row of the contract, DUE and untouched', () => {
    const row = settlementView(born(1_925_000), { seq: 12 });
    expect(settlementSchema.strict().parse(row)).toEqual(row);
    expect(row).toMatchObject({ seq: 12, id: 'S-1', status: 'DUE', orderId: 'truck-7-A-1' });
    expect(row).toMatchObject({ aired: null, attempts: [], gatewayId: null, means: 'invoice' });
    expect(row.createdAt).toBe('2026-11-20T19:00:00.000Z');
  });
});
