// Holds the demo's advertisers to their purpose: nearly every moment sells, nobody wins them all,
// and every reason that a price or a filter gives is to be seen.
import { describe, expect, it } from 'vitest';
import type { MarkerContext } from '../../../../src/contract/marker';
import { DEMO_BIDDERS } from '../../../../src/main/core/auction/demo-bidders';
import { openAuction } from '../../../../src/main/core/auction/open';
import { SAMPLE_BIDDERS } from '../../../../src/main/core/auction/sample-bidders';
import { DEFAULT_BOOK } from '../../../../src/main/core/pricing/default-book';
import { EMPTY_PURSE, START_MS, termsOf } from './makings';

const CONTEXTS: readonly MarkerContext[] = [
  {},
  { starPlayer: true },
  { closeGame: true, latePeriod: true },
  { closeGame: true, latePeriod: true, isOvertime: true },
];

const openings = Object.keys(DEFAULT_BOOK.events).flatMap((event) =>
  CONTEXTS.map((context) => {
    const terms = termsOf({ event, context });
    const opening = openAuction({
      terms,
      bidders: DEMO_BIDDERS,
      purses: () => EMPTY_PURSE,
      nowMs: START_MS,
      seedCommitment: '',
      ids: (seq) => `B-${seq}`,
    });
    const fit = opening.bids.filter((bid) => bid.amountCents >= terms.price.floorCents);
    const [best] = fit.toSorted((a, b) => b.amountCents - a.amountCents);
    return { event, opening, winner: best?.bidderId ?? null };
  }),
);

describe('the demo advertisers', () => {
  it('have ids of their own, marked names, and stand beside no samples', () => {
    const ids = DEMO_BIDDERS.map(({ bidderId }) => bidderId);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    const samples = new Set(SAMPLE_BIDDERS.map(({ bidderId }) => bidderId));
    expect(ids.filter((id) => samples.has(id))).toEqual([]);
    for (const { name } of DEMO_BIDDERS) expect(name).toMatch(/\(DEMO\)$/u);
  });

  it('buy every plain moment but a fight, which hardly anybody wants', () => {
    const unsold = openings.filter(({ winner }) => winner === null);
    expect(new Set(unsold.map(({ event }) => event))).toEqual(new Set(['fight']));
  });

  it('do not leave all the wins to one of them', () => {
    const winners = new Set(openings.map(({ winner }) => winner));
    winners.delete(null);
    expect(winners.size).toBeGreaterThanOrEqual(4);
  });

  it('stay out for reasons of filter and of price', () => {
    const reasons = openings.flatMap(({ opening }) => opening.noBids.map(({ reason }) => reason));
    expect(new Set(reasons)).toEqual(new Set(['filter', 'price_limit']));
  });
});
