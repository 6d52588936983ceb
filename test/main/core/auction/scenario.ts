// Owns the form of a scenario file. Refuses unknown keys, so that a misspelt one cannot pass by
// testing nothing.
import * as z from 'zod';
import { markerContext } from '../../../../src/contract/marker';
import { eventPrice, priceBook, type PriceBook } from '../../../../src/contract/price-book';
import { must } from '../../../../src/main/core/lib/assert';
import { DEFAULT_BOOK } from '../../../../src/main/core/pricing/default-book';

const cents = z.number().int().min(0);

const strategy = z.union([
  z.strictObject({ kind: z.literal('fixed'), amountCents: cents }),
  z.strictObject({
    kind: z.literal('percent_of_floor'),
    bps: cents,
    mostCents: cents.nullable(),
  }),
  z.strictObject({
    kind: z.literal('conservative'),
    mostCents: cents,
    purseShareBps: cents,
  }),
]);

/** What differs from a plain advertiser: USD, 1,000,000.00, card, bids a fixed 6,000.00. */
const bidder = z.strictObject({
  bidderId: z.string(),
  strategy: strategy.optional(),
  agency: z.string().optional(),
  sample: z.boolean().optional(),
  active: z.boolean().optional(),
  currency: z.string().optional(),
  budgetCents: cents.optional(),
  skips: z.array(z.string()).optional(),
});

/** [outcome, OpenRTB code, reason, amount bid, amount that would have won]. */
const end = z.tuple([z.string(), z.number(), z.string(), cents.nullable(), cents.nullable()]);

/** One auction from marker to explanation. */
export const scenarioSchema = z.strictObject({
  what: z.string(),
  mode: z.enum(['REHEARSAL', 'ON_AIR']),
  event: z.string(),
  context: markerContext.strict(),
  /** What differs from the default book; of an event, what differs from its row. */
  book: z
    .strictObject({
      capBps: cents.optional(),
      reserveBps: cents.optional(),
      events: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
    })
    .optional(),
  bidders: z.union([z.literal('sample'), z.array(bidder)]),
  purses: z.record(z.string(), z.strictObject({ heldCents: cents, spentCents: cents })).optional(),
  splice: z.strictObject({ inMs: z.number() }).optional(),
  drop: z.enum(['cancelled', 'engine_crash']).optional(),
  seed: z.string(),
  expect: z.strictObject({
    valueCents: cents,
    floorCents: cents,
    counting: z.array(z.string()),
    durationMs: z.number().nullable(),
    status: z.string(),
    reason: z.string(),
    winner: z.string().nullable(),
    priceCents: cents.nullable(),
    totalDueCents: cents.nullable(),
    bidders: z.record(z.string(), end),
  }),
});
export type Scenario = z.infer<typeof scenarioSchema>;

/** The default book with the scenario's changes, checked like any other. */
export function bookOf({ book: changes = {} }: Scenario): PriceBook {
  const events = { ...DEFAULT_BOOK.events };
  for (const [name, change] of Object.entries(changes.events ?? {})) {
    events[name] = eventPrice.strict().parse({ ...must(events[name], name), ...change });
  }
  return priceBook.strict().parse({ ...DEFAULT_BOOK, ...changes, events });
}
