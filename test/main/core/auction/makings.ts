// Owns what the tests of auctions and the ledger are made of: bidders, terms and random ones.
// Refuses to decide anything; SHA-256 is the platform's.
import { hash } from 'node:crypto';
import * as fc from 'fast-check';
import type { MarkerContext } from '../../../../src/contract/marker';
import type { PriceTrace } from '../../../../src/contract/price-book';
import type { Bidder, Purse, Strategy } from '../../../../src/main/core/auction/bidder';
import type { AuctionTerms } from '../../../../src/main/core/auction/record';
import { auctionTerms } from '../../../../src/main/core/auction/terms';
import { must } from '../../../../src/main/core/lib/assert';
import { DEFAULT_BOOK, firstVersion } from '../../../../src/main/core/pricing/default-book';
import { eventPriceOf, priceOf } from '../../../../src/main/core/pricing/floor';
import { factsFromMarker } from '../../../../src/main/core/pricing/stakes';

export const START_MS = Date.UTC(2026, 10, 20, 19, 0, 0);
export const BOOK = firstVersion(new Date(START_MS).toISOString());
export const EMPTY_PURSE: Purse = { heldCents: 0, spentCents: 0 };

export function sha256(text: string): string {
  return hash('sha256', text);
}

export function priced(event: string, context: MarkerContext = {}): PriceTrace {
  const question = { book: BOOK, eventType: event, facts: factsFromMarker(context) };
  return must(priceOf(question), `${event} is not in the book`);
}

export function bidderOf(bidderId: string, more: Partial<Bidder> = {}): Bidder {
  return {
    bidderId,
    name: `The ${bidderId} company`,
    agency: null,
    sample: false,
    active: true,
    currency: 'USD',
    budgetCents: 100_000_000,
    means: 'card',
    creativeId: null,
    skips: [],
    strategy: { kind: 'fixed', amountCents: 600_000 },
    ...more,
  };
}

export interface TermsWish {
  readonly n?: number;
  readonly event?: string;
  readonly context?: MarkerContext;
  readonly rehearsal?: boolean;
  readonly nowMs?: number;
}

export function termsOf(wish: TermsWish = {}): AuctionTerms {
  const { n = 1, event = 'goal', context = {}, rehearsal = false, nowMs = START_MS } = wish;
  return auctionTerms({
    ids: { auctionId: `A-${n}`, slotId: `SLOT-${n}` },
    marker: {
      markerId: `M-${n}`,
      gameId: 'NYR-BOS',
      teamId: 'NYR',
      eventId: null,
      eventKind: null,
      segmentationType: null,
      breakMs: null,
    },
    event: must(eventPriceOf(DEFAULT_BOOK, event), event),
    price: priced(event, context),
    durationMs: 500,
    airByMs: nowMs + 45_000,
    arrivedAtMs: nowMs,
    spliceAtMs: null,
    regionalBlackout: false,
    rehearsal,
  });
}

const bps = fc.integer({ min: 0, max: 20_000 });
const mostCents = fc.constantFrom(400_000, 500_000, 1_000_000, 10_000_000);

export const anyStrategy: fc.Arbitrary<Strategy> = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    amountCents: fc.constantFrom(0, 499_999, 500_000, 500_001, 700_000, 9_000_000),
  }),
  fc.record({
    kind: fc.constant('percent_of_floor' as const),
    bps: fc.oneof(bps, fc.constantFrom(9_999, 10_000, 14_000)),
    mostCents: fc.oneof(fc.constant(null), mostCents),
  }),
  fc.record({ kind: fc.constant('conservative' as const), mostCents, purseShareBps: bps }),
);

/** Bidders with few distinct amounts, so that ties, misses and empty purses are common. */
export const anyBidders: fc.Arbitrary<Bidder[]> = fc
  .array(
    fc.record({
      sample: fc.boolean(),
      active: fc.integer({ min: 0, max: 4 }).map((n) => n > 0),
      currency: fc.constantFrom('USD', 'USD', 'USD', 'CAD'),
      agency: fc.constantFrom(null, 'Agency'),
      budgetCents: fc.constantFrom(0, 500_000, 3_000_000, 100_000_000),
      skips: fc.constantFrom<string[]>([], [], ['goal_scored'], ['penalty']),
      strategy: anyStrategy,
    }),
    { maxLength: 8 },
  )
  .map((wishes) => wishes.map((wish, at) => bidderOf(`bidder-${at}`, wish)));

export const anyContext: fc.Arbitrary<MarkerContext> = fc.record(
  {
    isOvertime: fc.boolean(),
    isPlayoffs: fc.boolean(),
    isFinals: fc.boolean(),
    starPlayer: fc.boolean(),
    closeGame: fc.boolean(),
    rivalry: fc.boolean(),
    latePeriod: fc.boolean(),
  },
  { requiredKeys: [] },
);
