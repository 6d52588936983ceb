// Owns the proof of invariants 2 to 5 for sealed auctions: one winner at or over the floor, paying
// its bid; the same end whatever the order of bidders; one reason for everybody.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BID_REASONS } from '../../../../src/contract/reasons';
import type { Bidder, Purse } from '../../../../src/main/core/auction/bidder';
import { decide } from '../../../../src/main/core/auction/decide';
import { openAuction } from '../../../../src/main/core/auction/open';
import type { AuctionTerms, Decision, Opening } from '../../../../src/main/core/auction/record';
import { canonicalJson } from '../../../../src/main/core/lib/canonical-json';
import {
  anyBidders,
  anyContext,
  bidderOf,
  EMPTY_PURSE,
  sha256,
  START_MS,
  termsOf,
} from './makings';

const SEED = 'a seed nobody knows before the end';

function opened(terms: AuctionTerms, bidders: readonly Bidder[], purse: Purse = EMPTY_PURSE) {
  return openAuction({
    terms,
    bidders,
    purses: () => purse,
    nowMs: START_MS,
    seedCommitment: sha256(SEED),
    ids: (seq) => `${terms.auctionId}-${seq}`,
  });
}

function decided(terms: AuctionTerms, opening: Opening, seed = SEED): Decision {
  return decide({ terms, opening, seed, sha256 });
}

function sold(bidders: readonly Bidder[], terms = termsOf()): Decision {
  return decided(terms, opened(terms, bidders));
}

function fixed(bidderId: string, amountCents: number): Bidder {
  return bidderOf(bidderId, { strategy: { kind: 'fixed', amountCents } });
}

describe('invariants, over random bidders', () => {
  const world = fc.record({ bidders: anyBidders, context: anyContext, rehearsal: fc.boolean() });

  it('2, 3: at most one winner; it bid, reached the floor, was highest, and pays its bid', () => {
    fc.assert(
      fc.property(world, ({ bidders, context, rehearsal }) => {
        const terms = termsOf({ context, rehearsal });
        const opening = opened(terms, bidders);
        const { status, winner, priceCents, outcomes } = decided(terms, opening);
        const good = opening.bids.filter((bid) => bid.amountCents >= terms.price.floorCents);
        expect(status).toBe(good.length === 0 ? 'UNSOLD' : 'SOLD');
        expect(outcomes.filter(({ reason }) => reason === 'won')).toHaveLength(winner ? 1 : 0);
        expect(priceCents).toBe(winner === null ? null : winner.amountCents);
        if (winner === null) return;
        expect(good).toContain(winner);
        expect(winner.amountCents).toBe(Math.max(...good.map(({ amountCents }) => amountCents)));
      }),
      { numRuns: 500 },
    );
  });

  it('4: the same end whatever the order in which bidders and bids are given', () => {
    const shuffled = world.chain((one) =>
      fc.record({
        one: fc.constant(one),
        order: fc.shuffledSubarray([...one.bidders.keys()], { minLength: one.bidders.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one: { bidders, rehearsal }, order }) => {
        const terms = termsOf({ rehearsal });
        const opening = opened(terms, bidders);
        const others = order.flatMap((at) => bidders[at] ?? []);
        expect(opened(terms, others)).toEqual(opening);
        const { bids, noBids } = opening;
        const turned = { ...opening, bids: bids.toReversed(), noBids: noBids.toReversed() };
        const first = canonicalJson(decided(terms, opening));
        expect(canonicalJson(decided(terms, turned))).toBe(first);
      }),
      { numRuns: 300 },
    );
  });

  it('5: every bidder has exactly one reason, of the list, with the right kind', () => {
    fc.assert(
      fc.property(world, ({ bidders, context, rehearsal }) => {
        const terms = termsOf({ context, rehearsal });
        const opening = opened(terms, bidders);
        const { outcomes } = decided(terms, opening);
        const ids = bidders.map(({ bidderId }) => bidderId).sort();
        expect(outcomes.map(({ bidderId }) => bidderId)).toEqual(ids);
        for (const { reason, bidId, amountCents } of outcomes) {
          const didBid = BID_REASONS[reason][1] !== 'no-bid';
          expect(didBid).toBe(bidId !== null);
          expect(didBid).toBe(amountCents !== null);
        }
        expect(opening.bids.map(({ seq }) => seq)).toEqual(opening.bids.map((_, at) => at + 1));
      }),
      { numRuns: 300 },
    );
  });

  it('what would have won does win, when a loser bids it', () => {
    fc.assert(
      fc.property(anyBidders, fc.nat(), (bidders, at) => {
        const terms = termsOf();
        const { outcomes } = sold(bidders, terms);
        const losers = outcomes.filter(({ minToWinCents }) => minToWinCents !== null);
        const loser = losers[at % Math.max(losers.length, 1)];
        if (loser === undefined || loser.minToWinCents === null) return;
        const raised = fixed(loser.bidderId, loser.minToWinCents);
        const again = bidders.map((one) => (one.bidderId === loser.bidderId ? raised : one));
        expect(sold(again, terms).winner?.bidderId).toBe(loser.bidderId);
      }),
      { numRuns: 300 },
    );
  });
});

describe('decide', () => {
  it('draws among equal bids by the lowest hash, differently for other seeds', () => {
    const bidders = ['anna', 'bert', 'cleo'].map((id) => fixed(id, 700_000));
    const terms = termsOf();
    const winners = new Set<string>();
    for (let n = 0; n < 40; n += 1) {
      const seed = `seed ${n}`;
      const decision = decided(terms, opened(terms, bidders), seed);
      const lots = bidders.map(({ bidderId }) => sha256(`${seed}|A-1|${bidderId}`));
      const best = lots.indexOf([...lots].sort()[0] ?? '');
      expect(decision.winner?.bidderId).toBe(bidders[best]?.bidderId);
      expect(decision.outcomes.filter(({ reason }) => reason === 'tie_lost')).toHaveLength(2);
      winners.add(decision.winner?.bidderId ?? '');
    }
    expect(winners.size).toBe(3);
  });

  it('tells losers what would have won', () => {
    const limit = { kind: 'percent_of_floor', bps: 10_000, mostCents: 400_000 } as const;
    const bidders = [
      fixed('anna', 700_000),
      fixed('bert', 600_000),
      fixed('cleo', 499_999),
      bidderOf('dora', { strategy: limit }),
      bidderOf('egon', { active: false }),
    ];
    const ends = (who: readonly Bidder[]) =>
      sold(who).outcomes.map(({ reason, minToWinCents }) => [reason, minToWinCents]);
    expect(ends(bidders)).toEqual([
      ['won', null],
      ['outbid', 700_001],
      ['below_floor', 700_001],
      ['price_limit', 700_001],
      ['inactive', null],
    ]);
    expect(ends(bidders.slice(2))).toEqual([
      ['below_floor', 500_000],
      ['price_limit', 500_000],
      ['inactive', null],
    ]);
  });

  it('names why nothing was sold', () => {
    const off = bidderOf('off', { active: false });
    const sample = bidderOf('sample', { sample: true });
    const foreign = bidderOf('foreign', { currency: 'CAD' });
    const picky = bidderOf('picky', { skips: ['goal_scored'] });
    const poor = bidderOf('poor', { budgetCents: 0 });
    expect(sold([]).reason).toBe('no_eligible_bidder');
    expect(sold([off, sample, foreign]).reason).toBe('no_eligible_bidder');
    expect(sold([off, picky]).reason).toBe('no_bid');
    expect(sold([poor]).reason).toBe('no_bid');
    expect(sold([off, fixed('low', 1)]).reason).toBe('below_floor');
  });
});

describe('openAuction', () => {
  it('lets a bid through only where what is neither held nor spent covers it', () => {
    const terms = termsOf();
    const bidder = bidderOf('anna', { budgetCents: 1_000_000 });
    const purse = (heldCents: number, spentCents: number) => ({ heldCents, spentCents });
    expect(opened(terms, [bidder], purse(200_000, 200_000)).bids).toHaveLength(1);
    expect(opened(terms, [bidder], purse(200_000, 200_001)).noBids).toEqual([
      { bidderId: 'anna', name: bidder.name, reason: 'budget' },
    ]);
  });

  it('places a fixed bid below the floor, which then loses', () => {
    const terms = termsOf();
    const opening = opened(terms, [fixed('low', 499_999)]);
    expect(opening.bids).toHaveLength(1);
    expect(decided(terms, opening).outcomes[0]?.reason).toBe('below_floor');
  });

  it('may last shorter than its terms, never longer; refuses a bidder named twice', () => {
    const terms = termsOf();
    const parts = {
      terms,
      bidders: [bidderOf('anna')],
      purses: () => EMPTY_PURSE,
      nowMs: START_MS,
      seedCommitment: '',
      ids: String,
    };
    expect(openAuction({ ...parts, durationMs: 200 }).endsAtMs).toBe(START_MS + 200);
    expect(openAuction(parts).endsAtMs).toBe(START_MS + 500);
    expect(() => openAuction({ ...parts, durationMs: 501 })).toThrow('no longer');
    const twice = [bidderOf('anna'), bidderOf('bert'), bidderOf('anna')];
    expect(() => openAuction({ ...parts, bidders: twice })).toThrow(
      'anna stands in the list twice',
    );
  });
});
