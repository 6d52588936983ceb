// Owns the auction as others see it: the slot on sale, its state, its bids, and the explanation
// with one reason for every bidder. A closed auction never changes.
import * as z from 'zod';
import { builtCue, markerSchema, markerStatus } from './marker';
import { cents, currency, isoTime, pageInput } from './page';
import { priceTrace } from './price-book';
import { AUCTION_REASONS, BID_REASONS, type AuctionReason, type BidReason } from './reasons';

/** States in the order in which an auction can go through them. */
export const AUCTION_STATUSES = [
  'CREATED',
  'OPEN',
  'EXTENDED',
  'CLOSING',
  'SOLD',
  'UNSOLD',
  'CANCELLED',
  'ABORTED_CRASH',
] as const;
export const auctionStatus = z.enum(AUCTION_STATUSES);
export type AuctionStatus = z.infer<typeof auctionStatus>;

/** What can be asked for as `status`: one state, or all live, or all closed ones. */
export const auctionFilter = pageInput.extend({
  status: z.union([auctionStatus, z.enum(['live', 'closed'])]).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  category: z.string().max(64).optional(),
});

/** The saleable position. */
export const slotSchema = z.object({
  id: z.string(),
  kind: z.enum(['replay', 'overlay', 'spot']),
  durationMs: z.number().int().positive(),
  airBy: isoTime,
  /** When the splice is; absent where neither the cue nor a stream's clock told. */
  spliceAt: isoTime.optional(),
  /** The cue forbids it in some regions; absent where it does not. */
  regionalBlackout: z.literal(true).optional(),
});
export type Slot = z.infer<typeof slotSchema>;

const auctionReasons = Object.keys(AUCTION_REASONS) as [AuctionReason, ...AuctionReason[]];
const bidReasons = Object.keys(BID_REASONS) as [BidReason, ...BidReason[]];

/** An auction row. */
export const auctionSchema = z.object({
  seq: z.number().int(),
  id: z.string(),
  status: auctionStatus,
  format: z.enum(['first', 'second_plus', 'english', 'fixed']),
  kind: z.enum(['marker', 'flash']),
  markerId: z.string().nullable(),
  slot: slotSchema,
  eventType: z.string().nullable(),
  gameId: z.string().nullable(),
  teamId: z.string().nullable(),
  title: z.string().optional(),
  category: z.string().optional(),
  createdAt: isoTime,
  openedAt: isoTime.nullable(),
  endsAt: isoTime.nullable(),
  maxEndsAt: isoTime.nullable(),
  closedAt: isoTime.nullable(),
  recordedAt: isoTime,
  /** What was left before air when it was decided (below 0: too late), of all since the cue. */
  margin: z.object({ spareMs: z.number().int(), ofMs: z.number().int() }).optional(),
  closeLatenessMs: z.number().nullable(),
  valueCents: cents,
  floorCents: cents,
  currency,
  bidCount: z.number().int().min(0),
  winner: z.object({ bidderId: z.string(), name: z.string(), bidCents: cents }).nullable(),
  priceCents: cents.nullable(),
  reason: z.enum(auctionReasons).nullable(),
  rehearsal: z.boolean(),
  ruleVersion: z.string(),
});
export type Auction = z.infer<typeof auctionSchema>;

/** A bid as stored. Every bid ends with exactly one reason. */
export const bidSchema = z.object({
  id: z.string(),
  auctionId: z.string(),
  bidderId: z.string(),
  name: z.string(),
  seq: z.number().int(),
  amountCents: cents,
  currency,
  placedAt: isoTime,
  status: z.enum(['ACCEPTED', 'WON', 'LOST']),
  reason: z.enum(bidReasons).nullable(),
});
export type Bid = z.infer<typeof bidSchema>;

/** One bidder's end in one auction. `code` is the OpenRTB number, `reason` our word for it. */
export const bidderOutcome = z.object({
  bidderId: z.string(),
  name: z.string(),
  amountCents: cents.nullable(),
  outcome: z.enum(['won', 'lost', 'no-bid']),
  code: z.number().int(),
  reason: z.enum(bidReasons),
  minToWinCents: cents.nullable(),
});
export type BidderOutcome = z.infer<typeof bidderOutcome>;

/** Why the price, why this winner. While it is open `bidders` is empty: bids are sealed. */
export const explainSchema = z.object({
  auctionId: z.string(),
  status: auctionStatus,
  reason: z.enum(auctionReasons).nullable(),
  price: priceTrace,
  bidders: z.array(bidderOutcome),
  seedCommitment: z.string().nullable(),
  seed: z.string().nullable(),
});
export type Explain = z.infer<typeof explainSchema>;

/** What a manual cue would do now. Nothing of it has been done. */
export const cuePlan = z.object({
  /** One sentence for a producer. */
  happens: z.string(),
  slot: z
    .object({
      kind: z.enum(['replay', 'overlay', 'spot']),
      eventType: z.string(),
      teamId: z.string().nullable(),
      durationMs: z.number().int(),
    })
    .nullable(),
  price: priceTrace.nullable(),
  auction: z
    .object({
      format: z.string(),
      durationMs: z.number().int(),
      /** Who would bid now, and how many auctions are open of how many at once. */
      bidders: z.number().int(),
      open: z.number().int(),
      mostOpen: z.number().int(),
    })
    .nullable(),
  /** How long the engine would refuse the next manual cue; 0: not at all. */
  waitMs: z.number().int(),
});
export type CuePlan = z.infer<typeof cuePlan>;

/** What became of a manual cue; of a dry run, what would become of it, without ids. */
export const testCueResult = z.object({
  markerId: z.string().nullable(),
  status: markerStatus,
  reason: markerSchema.shape.reason,
  auctionId: z.string().nullable(),
  cue: builtCue,
  /** Only of a dry run. */
  plan: cuePlan.nullable(),
});
export type TestCueResult = z.infer<typeof testCueResult>;
