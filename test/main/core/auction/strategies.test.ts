// Owns the proof of the three strategies at their limits, and that the sample advertisers buy what
// they should in rehearsal and nothing on air.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../../src/main/core/auction/decide';
import { openAuction } from '../../../../src/main/core/auction/open';
import { SAMPLE_BIDDERS } from '../../../../src/main/core/auction/sample-bidders';
import { wishOf } from '../../../../src/main/core/auction/strategies';
import { EMPTY_PURSE, sha256, START_MS, termsOf } from './makings';

const RICH = 1_000_000_000;

describe('wishOf', () => {
  it('fixed: its amount, whatever the floor', () => {
    const strategy = { kind: 'fixed', amountCents: 5 } as const;
    expect(wishOf(strategy, { floorCents: 9, leftCents: 0 })).toEqual({ ok: true, value: 5 });
  });

  it.each([
    [10_000, 11_000, null, 11_000],
    [5, 11_000, null, 6],
    [15, 11_000, null, 16],
    [10_000, 9_000, null, 9_000],
    [10_000, 20_000, 15_000, 15_000],
    [10_000, 11_000, 10_000, 10_000],
    [10_000, 11_000, 9_999, 'price_limit'],
  ])('percent of floor: %s at %s bps, at most %s: %s', (...row) => {
    const [floorCents, bps, mostCents, expected] = row;
    const strategy = { kind: 'percent_of_floor', bps, mostCents } as const;
    const wish = wishOf(strategy, { floorCents, leftCents: RICH });
    expect(wish.ok ? wish.value : wish.reason).toBe(expected);
  });

  it.each([
    [10_000, 100_000, 10_000],
    [10_001, 1_000_000, 'price_limit'],
    [10_000, 99_999, 'budget'],
    [0, 0, 0],
  ])('conservative: floor %s with %s left: %s', (floorCents, leftCents, expected) => {
    const strategy = { kind: 'conservative', mostCents: 10_000, purseShareBps: 1_000 } as const;
    const wish = wishOf(strategy, { floorCents, leftCents });
    expect(wish.ok ? wish.value : wish.reason).toBe(expected);
  });
});

describe('the sample advertisers', () => {
  const opened = (rehearsal: boolean) => {
    const context = { isPlayoffs: true, starPlayer: true, closeGame: true };
    const terms = termsOf({ rehearsal, context });
    const opening = openAuction({
      terms,
      bidders: SAMPLE_BIDDERS,
      purses: () => EMPTY_PURSE,
      nowMs: START_MS,
      seedCommitment: sha256('s'),
      ids: (seq) => `B-${seq}`,
    });
    return decide({ terms, opening, seed: 's', sha256 });
  };

  it('buy a floor of 17,500.00 in rehearsal, one of each strategy', () => {
    const decision = opened(true);
    expect(decision.priceCents).toBe(1_925_000);
    expect(decision.outcomes.map(({ reason, amountCents }) => [reason, amountCents])).toEqual([
      ['below_floor', 750_000],
      ['won', 1_925_000],
      ['outbid', 1_750_000],
    ]);
  });

  it('never bid on air', () => {
    const decision = opened(false);
    expect(decision.reason).toBe('no_eligible_bidder');
    expect(new Set(decision.outcomes.map(({ reason }) => reason))).toEqual(
      new Set(['rehearsal_only']),
    );
  });

  it('are three, marked, with 5,000,000.00 each; one has an agency, one pays by invoice', () => {
    expect(SAMPLE_BIDDERS).toHaveLength(3);
    expect(SAMPLE_BIDDERS.every(({ sample, name }) => sample && name.includes('SAMPLE'))).toBe(
      true,
    );
    expect(SAMPLE_BIDDERS.every(({ budgetCents }) => budgetCents === 500_000_000)).toBe(true);
    expect(SAMPLE_BIDDERS.filter(({ agency }) => agency !== null)).toHaveLength(1);
    expect(SAMPLE_BIDDERS.filter(({ means }) => means === 'invoice')).toHaveLength(1);
  });
});
