// Owns the price book as data: base values, importance, modifiers, exclusive groups, cap and
// reserve. Factors are basis points (15,000 is x 1.50); money is minor units of one currency.
import * as z from 'zod';
import { markerContext } from './marker';
import { bps, centCurrency, cents, currency, isoTime } from './page';

/** How much a moment matters, lowest first. */
export const IMPORTANCES = ['low', 'normal', 'high', 'critical'] as const;
export const importance = z.enum(IMPORTANCES);
export type Importance = z.infer<typeof importance>;

/** The context modifiers, in the order in which a trace lists them. */
export const MODIFIERS = [
  'is_overtime',
  'is_playoffs',
  'is_finals',
  'star_player',
  'close_game',
  'rivalry',
  'late_period',
] as const;
export const modifierName = z.enum(MODIFIERS);
export type ModifierName = z.infer<typeof modifierName>;

/** One event's price: base value, its own factor, thresholds, slot length, excluded modifiers. */
export const eventPrice = z.object({
  baseCents: cents,
  eventBps: bps.default(10_000),
  importance,
  enabled: z.boolean().default(true),
  minimumImportance: importance.default('low'),
  minimumGapMs: z.number().int().min(0).max(3_600_000).default(0),
  slotMs: z.number().int().min(1_000).max(600_000),
  excludes: z.array(modifierName).default([]),
});
export type EventPrice = z.infer<typeof eventPrice>;

/** The whole book. In an exclusive group only the last member that holds counts. */
export const priceBook = z.object({
  currency,
  events: z.record(z.string().min(1).max(64), eventPrice),
  aliases: z.record(z.string().min(1).max(64), z.string().min(1).max(64)),
  /**
   * The show's own map of starts by segmentation_type_id ('0x36'): the event each means, or null
   * for none. Types that are not named keep their usual meaning; ends and cancels are no starts.
   */
  segmentationTypes: z
    .record(z.string().regex(/^0x[0-9a-f]{2}$/u), z.string().min(1).max(64).nullable())
    .optional(),
  modifiers: z.record(modifierName, bps),
  exclusive: z.array(z.array(modifierName)),
  capBps: z.number().int().min(10_000).max(10_000_000),
  reserveBps: z.number().int().min(0).max(100_000),
});
export type PriceBook = z.infer<typeof priceBook>;

const named = (rule: RegExp, must: string) => z.string().min(1).max(64).regex(rule, must);
const eventName = named(
  /^[A-Za-z][\w.-]*$/u,
  'must begin with a letter and have only letters, digits, _, - and .',
);
/** As an encoder spells it, so nearly anything. */
const aliasName = named(
  /^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u,
  'must have no spaces at its ends and no control characters',
);

/** An event's price as it is taken: nothing is sold for nothing. */
const eventPriceAsked = z.strictObject({
  ...eventPrice.shape,
  baseCents: cents.min(1),
  eventBps: bps.min(1).default(10_000),
});

/** The whole book as it is taken: only what money, the event map and a price can hold. */
export const priceBookAsked = z.strictObject({
  ...priceBook.shape,
  currency: centCurrency,
  events: z.record(eventName, eventPriceAsked),
  aliases: z.record(aliasName, eventName),
  modifiers: z.record(modifierName, bps.min(1)),
});

/** A version of the book: who changed it, when and why. */
export const priceBookVersion = z.object({
  version: z.number().int().min(1),
  name: z.string(),
  why: z.string(),
  actor: z.string(),
  appliedAt: isoTime,
  book: priceBook,
});
export type PriceBookVersion = z.infer<typeof priceBookVersion>;

/** A change: the version it was made from (so two people cannot overwrite each other). */
export const priceBookChange = z.object({
  fromVersion: z.number().int().min(1),
  name: z.string().min(1).max(80),
  why: z.string().max(500).default(''),
  book: priceBookAsked,
});
export type PriceBookChange = z.infer<typeof priceBookChange>;

/** Where a fact behind a modifier came from. */
export const factSource = z.enum(['marker', 'game', 'operator']);

/** How a floor came about; every number that went into it. */
export const priceTrace = z.object({
  eventType: z.string(),
  bookVersion: z.number().int(),
  currency,
  baseCents: cents,
  eventBps: bps,
  modifiers: z.array(
    z.object({
      name: modifierName,
      bps,
      holds: z.boolean(),
      fact: z.string(),
      source: factSource.nullable(),
    }),
  ),
  uncappedCents: cents,
  capCents: cents,
  valueCents: cents,
  reserveBps: z.number().int(),
  floorCents: cents,
  rounding: z.literal('half-even'),
});
export type PriceTrace = z.infer<typeof priceTrace>;

/** POST /price-book/preview: a book that is not applied yet, and what would hold in a moment. */
export const priceBookPreview = z.object({
  book: priceBookAsked,
  holding: z.array(modifierName).optional(),
});
export type PriceBookPreview = z.infer<typeof priceBookPreview>;

/** One of the last auctions: its floor as it was, and as it would be under the book asked about. */
export const previewedAuction = z.object({
  auctionId: z.string(),
  eventType: z.string(),
  createdAt: isoTime,
  sold: z.boolean(),
  currency,
  floorCents: cents,
  /** Null where the book does not know the event. */
  newFloorCents: cents.nullable(),
  /** The highest bid, null where there was none or bids are still sealed. */
  bestBidCents: cents.nullable(),
});
export type PreviewedAuction = z.infer<typeof previewedAuction>;

/** What one event would come to: under the book in force (null: unknown there), and the other. */
export const previewedMoment = z.object({ now: priceTrace.nullable(), then: priceTrace });
export type PreviewedMoment = z.infer<typeof previewedMoment>;

/** The last auctions under the book, oldest first; every event of it, where `holding` was asked. */
export const priceBookPreviewed = z.object({
  items: z.array(previewedAuction),
  moments: z.array(previewedMoment).optional(),
});
export type PriceBookPreviewed = z.infer<typeof priceBookPreviewed>;

/** POST /price-book/floors: what events would cost at once, by the book in force. */
export const floorsAsk = z.object({
  eventTypes: z.array(z.string().min(1).max(64)).min(1).max(16),
  /** The stakes as a cue would state them. */
  context: markerContext,
});
export type FloorsAsk = z.infer<typeof floorsAsk>;

/** One trace for every event the book knows, in the order asked; others are left out. */
export const floorsPriced = z.object({ items: z.array(priceTrace) });
export type FloorsPriced = z.infer<typeof floorsPriced>;
