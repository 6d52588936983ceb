// Owns the proof of invariant 8: held + spent within every budget at every point, over all auctions
// open at once; and that purses are what a recount of the whole journal says.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../src/main/core/ledger/entries';
import { Purses, type OwnedPurse } from '../../../../src/main/core/ledger/purses';
import { bidderOf } from '../auction/makings';
import { anyNight, Night } from './night';

/** Counts again from the start, the slow way: holds of open auctions, prices of sold ones. */
function recount(entries: readonly Entry[], bidderId: string, rehearsal: boolean) {
  const mine = new Map<string, number>();
  const sides = new Map<string, boolean>();
  let spentCents = 0;
  for (const { type, body } of entries) {
    if (type === 'auction-created') sides.set(body.terms.auctionId, body.terms.rehearsal);
    if (type === 'auction-opened' && sides.get(body.opening.auctionId) === rehearsal) {
      const bid = body.opening.bids.find((one) => one.bidderId === bidderId);
      mine.set(body.opening.auctionId, bid?.amountCents ?? 0);
    }
    if (type === 'auction-closed' && sides.get(body.auctionId) === rehearsal) {
      const won = body.decision.winner?.bidderId === bidderId;
      if (won) spentCents += body.decision.priceCents ?? 0;
    }
    if (type === 'auction-closed' || type === 'auction-dropped') mine.delete(body.auctionId);
    if (type === 'mode-changed' && body.mode === 'REHEARSAL' && rehearsal) spentCents = 0;
  }
  const heldCents = [...mine.values()].reduce((sum, cents) => sum + cents, 0);
  return { heldCents, spentCents };
}

describe('Purses', () => {
  it('8: never let held + spent exceed a budget, and agree with a recount', () => {
    let busy = 0;
    fc.assert(
      fc.property(anyNight, ({ entries, bidders }) => {
        const purses = new Purses();
        entries.forEach((entry, at) => {
          purses.apply(entry);
          for (const { bidderId, budgetCents } of bidders) {
            for (const rehearsal of [false, true]) {
              const { heldCents, spentCents } = purses.purse(bidderId, rehearsal);
              expect(heldCents).toBeGreaterThanOrEqual(0);
              expect(heldCents + spentCents).toBeLessThanOrEqual(budgetCents);
              if (heldCents > 0 && spentCents > 0) busy += 1;
              if (at % 7 !== 0) continue;
              const slow = recount(entries.slice(0, at + 1), bidderId, rehearsal);
              expect({ heldCents, spentCents }).toEqual(slow);
            }
          }
        });
      }),
      { numRuns: 60 },
    );
    expect(busy).toBeGreaterThan(0);
  });

  it('go on from any point of the journal as if never interrupted', () => {
    fc.assert(
      fc.property(anyNight, fc.nat(), ({ entries }, cut) => {
        const at = cut % entries.length;
        const whole = new Purses();
        for (const entry of entries.slice(0, at)) whole.apply(entry);
        const begun = new Purses({ purses: whole.list(), unfinished: unfinished(entries, at) });
        for (const entry of entries.slice(at)) {
          whole.apply(entry);
          begun.apply(entry);
        }
        expect(begun.list()).toEqual(whole.list());
      }),
      { numRuns: 60 },
    );
  });

  it('start a fresh rehearsal purse on going to REHEARSAL, and keep what is held', () => {
    const night = new Night([bidderOf('anna', { budgetCents: 2_000_000 })]);
    const sold = night.create({}, true);
    night.open(sold);
    night.close(sold);
    const open = night.create({}, true);
    night.open(open);
    expect(night.purses.list()).toEqual([purse(true, 600_000, 600_000)]);
    night.add('mode-changed', { mode: 'ON_AIR', why: '', overridden: [] });
    expect(night.purses.list()).toEqual([purse(true, 600_000, 600_000)]);
    night.add('mode-changed', { mode: 'REHEARSAL', why: '', overridden: [] });
    expect(night.purses.list()).toEqual([purse(true, 600_000, 0)]);
    expect(night.purses.purse('anna', false)).toEqual({ heldCents: 0, spentCents: 0 });
  });

  it('refuse ends of auctions that never began, and hand out copies', () => {
    const night = new Night([bidderOf('anna')]);
    const live = night.create();
    night.open(live);
    Object.assign(night.purses.purse('anna', false), { heldCents: 7 });
    expect(night.purses.purse('anna', false).heldCents).toBe(600_000);
    night.drop(live, 'cancelled');
    expect(night.purses.purse('anna', false).heldCents).toBe(0);
    expect(() => night.drop(live, 'cancelled')).toThrow('A-1 has not begun');
  });
});

function purse(rehearsal: boolean, heldCents: number, spentCents: number): OwnedPurse {
  return { bidderId: 'anna', rehearsal, heldCents, spentCents };
}

function unfinished(entries: readonly Entry[], until: number) {
  const found = new Map<string, ConstructorParameters<typeof Purses>[0]>();
  for (const { type, body } of entries.slice(0, until)) {
    if (type === 'auction-created') {
      found.set(body.terms.auctionId, {
        purses: [],
        unfinished: [{ terms: body.terms, opening: null }],
      });
    }
    if (type === 'auction-opened') {
      const terms = found.get(body.opening.auctionId)?.unfinished[0]?.terms;
      if (terms === undefined) throw new Error('opened before created');
      const unfinishedOne = [{ terms, opening: body.opening }];
      found.set(body.opening.auctionId, { purses: [], unfinished: unfinishedOne });
    }
    if (type === 'auction-closed' || type === 'auction-dropped') found.delete(body.auctionId);
  }
  return [...found.values()].flatMap((start) => start?.unfinished ?? []);
}
