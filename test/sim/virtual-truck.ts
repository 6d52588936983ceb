// Owns a truck on virtual time: the real flows, the real core, the real SQLite store in this
// process; only clock, randomness and the outside are the simulation's. Refuses mocks of the rest.
import type { FeedName } from '../../src/contract/feed';
import { openTruck } from '../../src/main/flow/open-truck';
import type {
  Datagram,
  DecisionOut,
  Heard,
  HostFacts,
  Ports,
  Rules,
  Store,
} from '../../src/main/flow/ports';
import { hostByteText, sha256 } from '../../src/main/io/ops/byte-text';
import { openStoreInline } from '../../src/main/io/store/open-store';
import { cannedHost } from '../contract/canned-rows';
import { virtualTime, type VirtualTime } from './virtual-time';
import { tempDir } from '../fixtures/temp-dir';
import { deafEars } from '../fixtures/ears';
import { listenerOf } from '../fixtures/listener';

/** Saturday evening, face-off. */
export const FACE_OFF_MS = Date.UTC(2026, 10, 21, 0, 0, 0);

export const RULES: Rules = {
  auctionMs: 500,
  mostOpen: 10,
  staleMs: 10_000,
  clockToleranceMs: 500,
  airByMs: 45_000,
  jsonWindowMs: 3_000,
  fallback: 'house',
  show: null,
  demo: false,
};

/** Random hex text from a seed (xorshift32); the same seed gives the same night. */
export function seededRandom(seed: number): (bytes: number) => string {
  let state = seed | 1;
  const byte = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state & 0xff;
  };
  return (bytes) =>
    Array.from({ length: bytes }, () => byte().toString(16).padStart(2, '0')).join('');
}

/** How a virtual truck differs from the usual one. */
export interface VirtualTruckOptions {
  readonly dataDir?: string;
  readonly time?: VirtualTime;
  readonly seed?: number;
  readonly rules?: Partial<Rules>;
  /** What the host says of itself. */
  readonly facts?: Partial<HostFacts>;
  /** Puts something between the flows and the store, such as a failure. */
  readonly store?: (store: Store) => Store;
}

/** A directory for one night. */
export function nightDir(): string {
  return tempDir('night');
}

function ears() {
  const posts: { feed: FeedName; id: string; item: unknown }[] = [];
  const decisions: DecisionOut[] = [];
  const lines: string[] = [];
  const note = (code: string): void => void lines.push(code);
  return { posts, decisions, lines, log: { info: note, warn: note, error: note } };
}

const NOTHING = { p50: 0, p99: 0, max: 0 };

function portsOf(
  options: VirtualTruckOptions,
  parts: { time: VirtualTime; store: Store; heard: ReturnType<typeof ears> },
): Ports {
  const { time, store, heard } = parts;
  const ears = deafEars([listenerOf()]);
  return {
    clock: time.clock,
    timers: time.timers,
    random: seededRandom(options.seed ?? 7),
    sha256,
    text: hostByteText(),
    store,
    board: {
      post: (feed, id, item) => {
        heard.posts.push({ feed, id, item: typeof item === 'function' ? item() : item });
      },
      restart: () => void (heard.posts.length = 0),
    },
    targets: { deliver: (decision) => void heard.decisions.push(decision) },
    meter: { note: () => undefined, loopDelayAtMs: () => 0 },
    log: heard.log,
    host: cannedHost(options.facts),
    gauges: {
      listeners: ears.list,
      latencyMs: () => ({
        receiveToDurable: NOTHING,
        receiveToOpen: NOTHING,
        closeToDurable: NOTHING,
        closeLateness: NOTHING,
      }),
      loopDelayMs: () => ({ p50: 0, p99: 0 }),
    },
    ears,
    rules: { ...RULES, ...options.rules },
    version: '0.0.0-sim',
  };
}

/** Opens a truck; start() it and let time pass. */
export function virtualTruck(options: VirtualTruckOptions = {}) {
  const dataDir = options.dataDir ?? nightDir();
  const time = options.time ?? virtualTime(FACE_OFF_MS);
  const heard = ears();
  const inner = openStoreInline({ dataDir, wallMs: time.clock.wallMs, synchronous: 'OFF' });
  const store = options.store?.(inner) ?? inner;
  const ports = portsOf(options, { time, store, heard });
  const truck = openTruck(ports);
  const hear = (
    bytes: Uint8Array,
    address = '192.0.2.7',
    more: Pick<Datagram, 'vouched'> = {},
  ): readonly Heard[] => {
    const receivedAtMs = time.clock.wallMs();
    const receivedMonoMs = time.clock.monoMs();
    const from = { address, port: 40_000, protocol: 'udp' };
    return truck.intake.hear({ bytes, ...from, receivedAtMs, receivedMonoMs, ...more });
  };
  /** Says a cue as bare JSON, stamped now unless it carries its own timestamp. */
  const say = (cue: Record<string, unknown>): readonly Heard[] => {
    const timestamp = new Date(time.clock.wallMs()).toISOString();
    return hear(Buffer.from(JSON.stringify({ timestamp, ...cue })));
  };
  return { ...truck, ...heard, time, store, dataDir, ports, hear, say };
}

export type VirtualTruck = ReturnType<typeof virtualTruck>;
