// Owns the feeds: how a client follows what changes without ever making the engine queue for it.
// A client pulls (one call is its credit for one batch); the engine keeps only the newest state of
// the last FEED_KEEP items and answers with what changed since the client's position, or with a
// snapshot when that position is too old or from another run of the engine.
import * as z from 'zod';
import { auctionSchema } from './auction';
import { FEED_WAIT_MOST_MS } from './limits';
import { markerSchema } from './marker';
import { settlementSchema } from './settlement';
import { liveStatsSchema } from './status';

/** The feeds there are, and what one item of each is. */
export const FEED_ITEMS = {
  markers: markerSchema,
  auctions: auctionSchema,
  settlements: settlementSchema,
  status: liveStatsSchema,
} as const;
export const FEEDS = ['markers', 'auctions', 'settlements', 'status'] as const;
export type FeedName = (typeof FEEDS)[number];
export type FeedItem<F extends FeedName> = z.infer<(typeof FEED_ITEMS)[F]>;

/** Where the client stands: the run of the engine and the last change it has. */
export const feedPull = z.object({
  epoch: z.string().max(64).optional(),
  seq: z.coerce.number().int().min(0).optional(),
  waitMs: z.coerce.number().int().min(0).max(FEED_WAIT_MOST_MS).default(0),
});
export type FeedPull = z.infer<typeof feedPull>;

/** One batch. After a snapshot the client forgets what it had. `more`: pull again at once. */
export function feedBatch<T extends z.ZodType>(item: T) {
  return z.object({
    epoch: z.string(),
    seq: z.number().int(),
    kind: z.enum(['snapshot', 'delta']),
    items: z.array(item),
    more: z.boolean(),
    at: z.string(),
  });
}

/** A batch as a type. */
export interface FeedBatch<T> {
  epoch: string;
  seq: number;
  kind: 'snapshot' | 'delta';
  items: T[];
  more: boolean;
  at: string;
}
