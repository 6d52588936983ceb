// Owns proof of the sentences and steps that explain an auction. Refuses to check the price itself:
// that is the engine's.
import { describe, expect, it } from 'vitest';
import type { BidderOutcome } from '../../../src/contract/auction';
import { factorsOf, stepsOf, traceText } from '../../../src/renderer/src/auctions/trace';
import { bidderSentence, endSentence, readingOrder } from '../../../src/renderer/src/auctions/why';
import { auctionOf, explainOf } from '../records';

function bidder(part: Partial<BidderOutcome>): BidderOutcome {
  const none = { bidderId: 'b', name: 'B', amountCents: null, minToWinCents: null };
  return { ...none, outcome: 'no-bid', code: 502, reason: 'filter', ...part };
}

const WON = bidder({ name: 'Kestrelair', amountCents: 1_425_000, outcome: 'won', reason: 'won' });
const SECOND = bidder({ name: 'Oak', amountCents: 1_400_000, outcome: 'lost', reason: 'outbid' });
const LOW = bidder({ name: 'Low', amountCents: 100, outcome: 'lost', reason: 'below_floor' });

describe('why it ended so', () => {
  it('names the winner, how many counted and the distance to the floor', () => {
    const price = { ...explainOf().price, floorCents: 1_310_400 };
    const explain = explainOf({ price, bidders: [LOW, SECOND, WON] });
    expect(endSentence(auctionOf(), explain)).toBe(
      'Kestrelair pays its own bid, the highest of 2 at or over the floor. ' +
        'The price is 1,146.00 over the floor.',
    );
  });

  it('says so when the floor itself was paid by the only one', () => {
    const winner = { bidderId: 'b1', name: 'Kestrelair', bidCents: 780_000 };
    const auction = auctionOf({ winner, priceCents: 780_000 });
    const only = { ...WON, amountCents: 780_000 };
    expect(endSentence(auction, explainOf({ bidders: [only] }))).toBe(
      'Kestrelair pays its own bid, the only one at or over the floor. ' +
        'The price is exactly the floor.',
    );
  });

  it('says by how much the best bid fell short', () => {
    const auction = auctionOf({
      status: 'UNSOLD',
      reason: 'below_floor',
      winner: null,
      priceCents: null,
    });
    expect(endSentence(auction, explainOf({ bidders: [LOW] }))).toBe(
      'No bid reached the floor. The best, 1.00, was 7,799.00 short.',
    );
    expect(endSentence({ ...auction, reason: 'no_bid' }, explainOf())).toBe('Nobody bid.');
  });

  it('says that it waits while it waits', () => {
    const waiting = auctionOf({ status: 'CREATED', winner: null, priceCents: null });
    expect(endSentence(waiting, explainOf())).toMatch(/opens when another closes/u);
  });

  it('keeps sealed bids sealed', () => {
    const open = auctionOf({ status: 'OPEN', winner: null, priceCents: null, bidCount: 1 });
    expect(endSentence(open, explainOf())).toBe(
      '1 sealed bid so far. Bids are opened at the close.',
    );
  });
});

describe('the bidders', () => {
  it('stand winner first, then by amount, then those who did not bid', () => {
    const none = bidder({ name: 'Acme' });
    const order = readingOrder([none, LOW, WON, SECOND]);
    expect(order.map(({ name }) => name)).toEqual(['Kestrelair', 'Oak', 'Low', 'Acme']);
  });

  it('each have a sentence, with the amount that decided', () => {
    const against = { floorCents: 1_310_400, priceCents: 1_425_000, currency: 'USD' };
    const say = (of: BidderOutcome): string => bidderSentence(of, against);
    expect(say(WON)).toBe('Won, 1,146.00 over the floor.');
    expect(say({ ...WON, amountCents: 1_310_400 })).toBe('Won at the floor.');
    expect(say(SECOND)).toBe('Outbid by 250.00.');
    expect(say(LOW)).toBe('Below the floor by 13,103.00.');
    expect(say(bidder({}))).toBe('The bidder’s own filters skip this moment.');
    expect(bidderSentence(SECOND, { ...against, priceCents: null })).toBe('A higher bid won.');
  });
});

describe('the price', () => {
  it('lists what holds and what does not', () => {
    const [rivalry, star] = factorsOf(explainOf().price);
    expect(rivalry).toMatchObject({ name: 'rivalry', factor: '1.30', holds: true });
    expect(star).toMatchObject({ name: 'star player', holds: false, source: 'no source' });
  });

  it('puts the event’s own factor first where it has one', () => {
    const price = { ...explainOf().price, eventBps: 8_500 };
    expect(factorsOf(price)[0]).toMatchObject({ name: 'this event', factor: '0.85' });
  });

  it('is one line for the phone', () => {
    expect(traceText(explainOf().price)).toBe('6,000.00 × rivalry 1.30 = floor 7,800.00');
  });

  it('strikes what a cap cut and names a reserve', () => {
    const price = {
      ...explainOf().price,
      uncappedCents: 12_285_000,
      capCents: 5_000_000,
      valueCents: 5_000_000,
      reserveBps: 9_000,
      floorCents: 4_500_000,
    };
    expect(stepsOf(price)).toEqual([
      { words: 'capped at', struck: '122,850.00', amount: '50,000.00' },
      { words: 'reserve 90 %', struck: null, amount: '45,000.00' },
    ]);
  });
});
