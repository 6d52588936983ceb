// Owns the settings an operator may give, by file, environment or flag: one schema for all three.
// Refuses unknown keys, so that a typing mistake is told and not obeyed silently. Secrets never
// stand here.
import * as z from 'zod';
import { AUCTION_LEAST_MS, AUCTION_MOST_MS } from '../limits';
import { listenersSettings } from './listeners';

/** HOST:PORT; an IPv6 host in brackets; port 0 means any free one. */
export const hostPort = z
  .string()
  .regex(/^(\[[0-9a-fA-F:.]+\]|[^:\s]+):\d{1,5}$/u, 'must be HOST:PORT')
  .refine((text) => Number(text.slice(text.lastIndexOf(':') + 1)) < 65_536, 'no such port');

/** Where decisions go: playout, graphics. */
export const decisionTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('http'), url: z.url({ protocol: /^https?$/u }) }),
  z.strictObject({ kind: z.literal('udp'), to: hostPort }),
  z.strictObject({ kind: z.literal('tcp'), to: hostPort }),
]);
export type DecisionTarget = z.infer<typeof decisionTarget>;

const listener = z.strictObject({
  /** Datagrams a second one address may send; 0 means no limit. */
  ratePerSecond: z.number().int().min(0).max(10_000_000).default(5_000),
  rateBurst: z.number().int().min(1).max(10_000_000).default(10_000),
});

const auctions = z.strictObject({
  defaultDurationMs: z.number().int().min(AUCTION_LEAST_MS).max(AUCTION_MOST_MS).default(500),
  maxConcurrent: z.number().int().min(1).max(1_000).default(10),
  /** A cue older than this is STALE. */
  staleMs: z.number().int().min(1_000).max(600_000).default(10_000),
  /** Ahead of our clock by up to this much says nothing; more is a warning. */
  clockToleranceMs: z.number().int().min(0).max(10_000).default(500),
  /** Air-by time of a cue that names no splice time. */
  airByMs: z.number().int().min(1_000).max(600_000).default(45_000),
  /** Copies of a JSON cue without a timestamp: how long after the first they are the same cue. */
  jsonWindowMs: z.number().int().min(0).max(60_000).default(3_000),
  /** What playout shows when a slot stays unsold. */
  houseFallback: z.string().min(1).max(120).default('house'),
});

/** The config file. Every key may be absent. */
export const configSchema = z.strictObject({
  dataDir: z.string().min(1).optional(),
  http: hostPort.default('127.0.0.1:9480'),
  udp: hostPort.default('0.0.0.0:9999'),
  scte104: hostPort.default('0.0.0.0:5167'),
  mode: z.enum(['setup', 'rehearsal', 'on-air']).optional(),
  /** The show's name, as every screen and the report's head say it. */
  show: z.string().trim().min(1).max(80).optional(),
  /** A made-up game plays, on air, in a data folder of its own. */
  demo: z.boolean().default(false),
  listener: listener.prefault({}),
  /** Listeners beside those of `udp` and `scte104`. */
  listeners: listenersSettings.default([]),
  auctions: auctions.prefault({}),
  /** Free space below which nothing goes on air, in MB. */
  diskFloorMb: z.number().int().min(0).max(100_000_000).default(2_000),
  decisionOut: z.array(decisionTarget).max(16).default([]),
});
export type Config = z.infer<typeof configSchema>;

/** What can be typed at a start, each with the variable that says the same; see also Config. */
export const START_FLAGS = {
  'data-dir': {
    takes: 'DIR',
    says: "where the night lies, instead of the app's own folder",
    env: 'CUEBID_DATA_DIR',
  },
  config: {
    takes: 'FILE',
    says: 'the config file, instead of config.json in the data folder',
    env: 'CUEBID_CONFIG',
  },
  http: {
    takes: 'HOST:PORT',
    says: 'console and interface (127.0.0.1:9480; port 0 for a free one)',
    env: 'CUEBID_HTTP',
  },
  udp: { takes: 'HOST:PORT', says: 'where cues arrive (0.0.0.0:9999)', env: 'CUEBID_UDP' },
  scte104: {
    takes: 'HOST:PORT',
    says: 'where automation systems connect (0.0.0.0:5167)',
    env: 'CUEBID_SCTE104',
  },
  mode: {
    takes: 'MODE',
    says: 'setup, rehearsal or on-air (the last one; rehearsal at first)',
    env: 'CUEBID_MODE',
  },
  demo: {
    takes: null,
    says: 'plays a made-up game on air, in a folder of its own',
    env: 'CUEBID_DEMO',
  },
  'ready-json': {
    takes: null,
    says: 'says where it listens as one line of JSON',
    env: 'CUEBID_READY_JSON',
  },
} as const;
