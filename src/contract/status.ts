// Owns what the engine says about itself: mode, live statistics, health. Every number here is
// measured; what is not known is absent or null, never a made-up zero.
import * as z from 'zod';
import { isoTime } from './page';

export const MODES = ['SETUP', 'REHEARSAL', 'ON_AIR'] as const;
export const modeSchema = z.enum(MODES);
export type Mode = z.infer<typeof modeSchema>;

export const latency = z.object({ p50: z.number(), p99: z.number(), max: z.number() });

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
  /** Datagrams that only carried a transport stream on, without a cue in them. */
  carried: z.number().int().optional(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  receiveBufferBytes: z.number().int().nullable(),
  lastPacketAt: isoTime.nullable(),
  /** Since when it is in this state. */
  since: isoTime.optional(),
  /** What the settings call it. */
  name: z.string().optional(),
  /** Its multicast groups, each with whether it is joined; `detail` says why not. */
  groups: z
    .array(
      z.object({
        group: z.string(),
        source: z.string().nullable(),
        joined: z.boolean(),
        detail: z.string(),
      }),
    )
    .optional(),
  /** Thrown away by the system before the engine could read them; absent: it does not tell. */
  kernelDrops: z.number().int().optional(),
});
export type Listener = z.infer<typeof listenerSchema>;

/** POST /listeners/{id}/start and /stop: who reads the journal is told why. */
export const listenerChange = z.object({
  id: z.string().min(1).max(64),
  why: z.string().max(200).default(''),
});

const sum = z.object({ count: z.number().int(), cents: z.number().int() });

/** All money there ever was in one currency, of one kind: real, or rehearsed and so not owed. */
export const moneyTotalSchema = z.object({
  currency: z.string(),
  rehearsal: z.boolean(),
  /** Auctions sold, by their prices, and how many were decided: sold or unsold. */
  sold: sum,
  decided: z.number().int(),
  /** Settlements written: before agency and tax, and what came out as due. */
  gross: sum,
  due: sum,
  /** What is due of those that a gateway has a name for. */
  gateway: sum,
  /** What is due by state, in the words of `settlements`. */
  states: z.record(z.string(), sum),
});
export type MoneyTotal = z.infer<typeof moneyTotalSchema>;

/** GET /api/live-stats. Markers are counted since the start; settlements and auctions, in all. */
export const liveStatsSchema = z.object({
  at: isoTime,
  /** Everything is made up (`--demo`); whatever shows a number of it says DEMO. */
  demo: z.boolean(),
  /** The show's name from the settings, null where none is set. */
  show: z.string().nullable(),
  mode: modeSchema,
  modeSince: isoTime,
  /** What stands in the way of taking work, null when nothing does. */
  trouble: z.string().nullable(),
  /** New auctions are held by a person, and since when; null while they open as cues come. */
  held: z.boolean(),
  heldSince: isoTime.nullable(),
  listeners: z.array(listenerSchema),
  markers: z.object({
    total: z.number().int(),
    accepted: z.number().int(),
    duplicates: z.number().int(),
    rejected: z.number().int(),
    heartbeats: z.number().int(),
    perSecond: z.number(),
  }),
  /** Sources stale again and again, and those whose arrival a person trusts. */
  sources: z
    .array(
      z.object({
        address: z.string(),
        /** Stale cues since the last one that was in time. */
        staleInARow: z.number().int(),
        /** How far its own time lay ahead of ours at the last cue, ms; below 0: behind. */
        offsetMs: z.number().int(),
        lastAt: isoTime,
        trustedSince: isoTime.nullable(),
        trustedBy: z.string().nullable(),
      }),
    )
    .optional(),
  auctions: z.object({
    open: z.number().int(),
    sold: z.number().int(),
    unsold: z.number().int(),
    cancelled: z.number().int(),
    aborted: z.number().int(),
  }),
  settlements: z.record(z.string(), z.number().int()),
  /** Sums over every row there is, by currency, real before rehearsed. */
  totals: z.array(moneyTotalSchema).optional(),
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

/**
 * POST /hold: holds every new auction, or lets them open again. Where `expected` is not what is in
 * force by now, nothing changes (`stale_version`).
 */
export const holdChange = z.object({
  held: z.boolean(),
  why: z.string().max(200).default(''),
  expected: z.boolean().optional(),
});

const bound = z.object({ address: z.string(), port: z.number().int() });
/** What the engine's process says to the desktop host that forked it. */
export const engineWordSchema = z.discriminatedUnion('kind', [
  /** Everything listens, and where. */
  z.object({ kind: z.literal('ready'), version: z.string(), http: bound, udp: bound }),
  /** It cannot start: one line that says why and how to mend it. */
  z.object({ kind: z.literal('refused'), line: z.string() }),
  /** The answer to a beat, with the same number. */
  z.object({ kind: z.literal('beat'), beat: z.number().int(), mode: modeSchema }),
  /** Its last word: a fault nobody caught. */
  z.object({ kind: z.literal('failing'), why: z.string() }),
]);
export type EngineWord = z.infer<typeof engineWordSchema>;

/** What the desktop host says to the engine. With `window` comes one port to serve. */
export type HostWord =
  | { readonly kind: 'window' }
  | { readonly kind: 'beat'; readonly beat: number; readonly awake?: boolean }
  | { readonly kind: 'end' };

/** What the desktop host tells its window about the engine's process. */
export const engineNewsSchema = z.object({
  state: z.enum(['starting', 'up', 'restarting', 'ended']),
  /** How often it was started anew since the app was opened. */
  restarts: z.number().int(),
  /** Why it is not up, as a sentence; null while all is well. */
  why: z.string().nullable(),
  /** How long until the next try; null where none is coming. */
  nextTryMs: z.number().int().nullable(),
});
export type EngineNews = z.infer<typeof engineNewsSchema>;

/** Channels between the window's page, its preload script and the desktop host. */
export const ENGINE_PORT = 'engine-port';
export const ENGINE_NEWS = 'engine-news';
