// Owns what the engine tells of the host it runs on: cards, clock, disk, threads, the pre-flight
// and the tail of its log. What a system does not tell is null, never a guess and never a zero.
import * as z from 'zod';
import { LOG_LEVELS, LOG_MOST } from '../limits';
import { isoTime } from '../page';
import { healthSchema, latency, liveStatsSchema } from '../status';

const count = z.number().int().min(0);

/** One network card. What this system does not tell is null. */
export const networkCardSchema = z.object({
  name: z.string(),
  /** With their prefix: '10.41.7.20/24'. */
  addresses: z.array(z.string()),
  mac: z.string().nullable(),
  loopback: z.boolean(),
  link: z.enum(['up', 'down']).nullable(),
  speedMbits: count.nullable(),
  /** Received in the last seconds. */
  packetsPerSecond: z.number().nullable(),
  /** The listeners that hear on it. */
  listeners: z.array(z.string()),
});
export type NetworkCard = z.infer<typeof networkCardSchema>;

/** How long a thread's loop was held, in ms, over the last ten minutes. */
export const threadPaceSchema = z.object({
  thread: z.enum(['engine', 'store']),
  p50: z.number(),
  p99: z.number(),
  worst: z.number(),
  worstAt: isoTime.nullable(),
  /** The worst of each two seconds, oldest first. */
  trail: z.array(z.number()),
});
export type ThreadPace = z.infer<typeof threadPaceSchema>;

/** GET /machine: what the engine runs on. Read every two seconds, beside the work. */
export const machineSchema = z.object({
  at: isoTime,
  cards: z.array(networkCardSchema),
  threads: z.array(threadPaceSchema),
  clock: z.object({
    source: z.string(),
    /** Jumps of more than half a second since the start. */
    steps: count,
    lastStepAt: isoTime.nullable(),
    lastStepMs: z.number().nullable(),
  }),
  /** Null where the system does not tell. Below the floor nothing goes on air. */
  disk: z.object({ freeBytes: count.nullable(), totalBytes: count.nullable(), floorBytes: count }),
  /** Null while the database does not answer. */
  database: z
    .object({
      sqlite: z.string(),
      rows: count,
      bytes: count,
      walBytes: count,
      /** How long a commit takes to lie on the disk, ms; null before the first. */
      flushMs: latency.nullable(),
    })
    .nullable(),
  host: z.object({
    kind: z.enum(['desktop', 'headless']),
    /** Whether the desktop app keeps the machine awake; null: not this host's to do. */
    awake: z.boolean().nullable(),
    version: z.string(),
    node: z.string(),
    electron: z.string().nullable(),
    system: z.string(),
    dataDir: z.string(),
    startedAt: isoTime,
    memoryBytes: count,
  }),
});
export type Machine = z.infer<typeof machineSchema>;

/** GET /preflight: the checks that going on air asks for. `stops`: it refuses to go on air. */
export const preflightSchema = z.object({
  at: isoTime,
  ready: z.boolean(),
  checks: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.enum(['good', 'look', 'stops']),
      detail: z.string(),
      fix: z.string().nullable(),
    }),
  ),
});
export type Preflight = z.infer<typeof preflightSchema>;

/** A line of the engine's log, as it stands in the file: secrets are taken out there. */
export const logLineSchema = z.object({
  at: isoTime,
  level: z.enum(LOG_LEVELS),
  /** The part of the engine that speaks. */
  component: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
});
export type LogLine = z.infer<typeof logLineSchema>;
export type LogLevel = LogLine['level'];

/** GET /log: the last lines from `level` up, oldest first. */
export const logAsk = z.object({
  level: z.enum(LOG_LEVELS).default('info'),
  component: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(LOG_MOST).default(LOG_MOST),
});
export const logTailSchema = z.object({
  items: z.array(logLineSchema),
  /** Every component that has a line, whatever the filter. */
  components: z.array(z.string()),
});
export type LogTail = z.infer<typeof logTailSchema>;

/** GET /support-bundle: all that somebody far away needs. No secrets, no amounts. */
export const supportBundleSchema = z.object({
  at: isoTime,
  health: healthSchema,
  liveStats: liveStatsSchema,
  machine: machineSchema,
  preflight: preflightSchema,
  log: z.array(logLineSchema),
});
export type SupportBundle = z.infer<typeof supportBundleSchema>;
