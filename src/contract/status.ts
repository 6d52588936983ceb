// Owns what the engine says about itself: mode, live statistics, health. Every number here is
// measured; what is not known is absent or null, never a made-up zero.
import * as z from 'zod';
import { isoTime } from './page';

export const MODES = ['SETUP', 'REHEARSAL', 'ON_AIR'] as const;
export const modeSchema = z.enum(MODES);
export type Mode = z.infer<typeof modeSchema>;

const latency = z.object({ p50: z.number(), p99: z.number(), max: z.number() });

/** One listener: where it listens and what it counted since the engine started. */
export const listenerSchema = z.object({
  id: z.string(),
  protocol: z.string(),
  state: z.enum(['listening', 'stopped', 'fault']),
  detail: z.string(),
  address: z.string(),
  port: z.number().int(),
  packets: z.number().int(),
  bytes: z.number().int(),
  heartbeats: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  receiveBufferBytes: z.number().int().nullable(),
  lastPacketAt: isoTime.nullable(),
});
export type Listener = z.infer<typeof listenerSchema>;

/** GET /api/live-stats. Markers are counted since the start; settlements and auctions, in all. */
export const liveStatsSchema = z.object({
  at: isoTime,
  mode: modeSchema,
  modeSince: isoTime,
  /** What stands in the way of taking work, null when nothing does. */
  trouble: z.string().nullable(),
  held: z.boolean(),
  listeners: z.array(listenerSchema),
  markers: z.object({
    total: z.number().int(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.number().int(),
    heartbeats: z.number().int(),
    perSecond: z.number(),
  }),
  auctions: z.object({
    open: z.number().int(),
    sold: z.number().int(),
    unsold: z.number().int(),
    cancelled: z.number().int(),
    aborted: z.number().int(),
  }),
  settlements: z.record(z.string(), z.number().int()),
  rates: z.object({ acceptedOfReceived: z.number(), soldOfClosed: z.number() }),
  queues: z.object({
    intake: z.number().int(),
    store: z.number().int(),
    payments: z.number().int(),
    feeds: z.number().int(),
  }),
  latencyMs: z.object({
    receiveToDurable: latency,
    receiveToOpen: latency,
    closeToDurable: latency,
    closeLateness: latency,
  }),
  loopDelayMs: z.object({ p50: z.number(), p99: z.number() }),
});
export type LiveStats = z.infer<typeof liveStatsSchema>;

/** GET /health: 200 for ok and degraded, 503 for down. */
export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded', 'down']),
  service: z.literal('cuebid'),
  version: z.string(),
  uptimeMs: z.number().int(),
  checks: z.array(
    z.object({ name: z.string(), status: z.enum(['ok', 'degraded', 'down']), detail: z.string() }),
  ),
});
export type Health = z.infer<typeof healthSchema>;

/** POST /mode. */
export const modeChange = z.object({ mode: modeSchema, why: z.string().max(200).default('') });
