// Owns what is known of the machine, read anew every two seconds beside the work: cards, clock,
// disk, sockets. Refuses to read twice at once: where the system is slow, the last reading stands.
import { networkInterfaces, release, type } from 'node:os';
import type { Machine } from '../../../../contract/host/machine';
import type { Listener } from '../../../../contract/status';
import type { Clock, HostFacts, Log } from '../../../flow/ports';
import { cardsOf, type Bound, type Counted, type Link } from './cards';
import { clockSteps } from './clock-steps';
import type { UdpSocket } from './proc-net';
import { readDisk, readLinks, readPackets, readSockets } from './read-system';

const EVERY_MS = 2_000;

/** Who runs the engine: the desktop app, which keeps the machine awake, or plain Node. */
export interface HostKind {
  readonly kind: Machine['host']['kind'];
  readonly awake: () => boolean | null;
}

/** What the reading is made from. */
export interface MachineSettings {
  readonly dataDir: string;
  readonly floorBytes: number;
  readonly version: string;
  readonly host: HostKind;
  readonly clock: Clock;
  readonly log: Log;
  readonly bound: () => readonly Bound[];
}

/** The machine as it was last read. */
export interface OpenMachine {
  readonly facts: () => HostFacts;
  /** A listener with what the kernel dropped at its socket, where it tells. */
  readonly withDrops: (listener: Listener) => Listener;
  /** Reads anew; resolves once that has been done. */
  readonly look: () => Promise<void>;
  readonly close: () => void;
}

interface Reading {
  readonly links: ReadonlyMap<string, Link>;
  readonly before: Counted | null;
  readonly now: Counted | null;
  readonly sockets: readonly UdpSocket[];
  readonly disk: { readonly freeBytes: number | null; readonly totalBytes: number | null };
}

const UNREAD: Reading = {
  links: new Map(),
  before: null,
  now: null,
  sockets: [],
  disk: { freeBytes: null, totalBytes: null },
};

async function readAll(last: Reading, { dataDir, clock }: MachineSettings): Promise<Reading> {
  const [links, packets, sockets, disk] = await Promise.all([
    readLinks(),
    readPackets(),
    readSockets(),
    readDisk(dataDir),
  ]);
  const now = packets === null ? null : { monoMs: clock.monoMs(), packets };
  return { links, before: last.now, now, sockets, disk };
}

function hostOf(settings: MachineSettings, startedAt: string): Machine['host'] {
  const { host, version, dataDir } = settings;
  return {
    kind: host.kind,
    awake: host.awake(),
    version,
    node: process.versions.node,
    electron: process.versions['electron'] ?? null,
    system: `${type()} ${release()}`,
    dataDir,
    startedAt,
    memoryBytes: process.memoryUsage.rss(),
  };
}

/** Starts reading. Says once in the log when the clock jumps. */
export function openMachine(settings: MachineSettings): OpenMachine {
  const { clock, log, bound, floorBytes } = settings;
  const startedAt = new Date(clock.wallMs()).toISOString();
  const steps = clockSteps(clock);
  let last = UNREAD;
  let reading: Promise<void> | null = null;

  const look = (): Promise<void> => {
    const stepMs = steps.look();
    if (stepMs !== null) log.warn('clock_stepped', { stepMs });
    reading ??= readAll(last, settings)
      .then((read) => void (last = read))
      .finally(() => (reading = null));
    return reading;
  };
  const timer = setInterval(() => void look(), EVERY_MS).unref();
  void look();
  return {
    look,
    facts: () => ({
      cards: cardsOf({ ...last, told: networkInterfaces(), bound: bound() }),
      clock: steps.reading(),
      disk: { ...last.disk, floorBytes },
      host: hostOf(settings, startedAt),
    }),
    withDrops: (listener) => {
      const { address, port, groups = [], protocol } = listener;
      const at = new Set([address, ...groups.map(({ group }) => group)]);
      const own = last.sockets.filter((it) => it.port === port && at.has(it.address));
      if (own.length === 0 || protocol !== 'udp') return listener;
      return { ...listener, kernelDrops: own.reduce((sum, { drops }) => sum + drops, 0) };
    },
    close: () => clearInterval(timer),
  };
}
