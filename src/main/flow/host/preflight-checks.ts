// Each check of the pre-flight: what it looks at, what it found, and how to mend it. Refuses to
// stop a show for what a producer may judge: only what would lose cues or sales stops.
import type { Preflight } from '../../../contract/host/machine';
import type { HostFacts, StoreHealth } from '../ports';
import type { Memory, Truck } from '../truck/truck';

/** One check. */
export type Check = Preflight['checks'][number];
export type Verdict = Pick<Check, 'status' | 'detail' | 'fix'>;

function good(detail: string): Verdict {
  return { status: 'good', detail, fix: null };
}

function look(detail: string, fix: string): Verdict {
  return { status: 'look', detail, fix };
}

function stops(detail: string, fix: string): Verdict {
  return { status: 'stops', detail, fix };
}

/** The wall clock has not jumped since the start. */
export function clockCheck({ clock }: HostFacts): Verdict {
  if (clock.lastStepMs === null) return good(`${clock.source}, no step since the start`);
  const times = clock.steps === 1 ? 'once' : `${clock.steps} times`;
  const seconds = `${clock.lastStepMs > 0 ? '+' : ''}${(clock.lastStepMs / 1000).toFixed(1)} s`;
  return look(
    `It stepped ${times}, last by ${seconds}.`,
    'Set the clock right, keep it locked, and start the engine anew before the show.',
  );
}

/** Something hears cues. */
export function listenerCheck({ ports }: Truck): Verdict {
  const listening = ports.gauges.listeners().filter(({ state }) => state === 'listening');
  if (listening.length === 0) {
    const fix = 'Start one in Health, or free its port (or give another: --udp HOST:PORT).';
    return stops('No listener hears cues.', fix);
  }
  return good(listening.map(({ id, address, port }) => `${id} ${address}:${port}`).join(', '));
}

/** A cue was taken. */
export function cueCheck({ counts }: Truck): Verdict {
  const { accepted } = counts;
  if (accepted > 0) return good(`${accepted} taken since the start`);
  const fix = 'Send a cue from the encoder, or fire a test cue in REHEARSAL (F3).';
  return look('No cue since the start.', fix);
}

/** The database's own word. */
export function databaseCheck(said: StoreHealth | string): Verdict {
  const fix = 'Free space on the disk, or see the log; bids start again by themselves.';
  if (typeof said === 'string') return stops(`The database does not answer: ${said}`, fix);
  if (!said.ok) return stops(`The database takes no writes: ${said.detail}`, fix);
  if (said.detail !== '') {
    return look(said.detail, 'Work goes on. Run npm run verify on a copy after the show.');
  }
  return good(`takes writes, ${said.journalRows} rows, SQLite ${said.sqliteVersion}`);
}

/** There is room. */
export function diskCheck({ disk, host }: HostFacts): Verdict {
  const { freeBytes, floorBytes } = disk;
  if (freeBytes === null) {
    return look('This system does not tell how much is free.', `Look at ${host.dataDir} by hand.`);
  }
  const free = `${(freeBytes / 1e9).toFixed(1)} GB free`;
  const floor = `${(floorBytes / 1e9).toFixed(1)} GB`;
  if (freeBytes >= floorBytes) return good(`${free}, floor ${floor}`);
  return stops(`${free}, below the floor of ${floor}.`, `Make room where ${host.dataDir} lies.`);
}

/** Somebody may buy on air. */
export function buyersCheck(memory: Memory | null): Verdict {
  if (memory === null) return stops('The engine is not at work.', 'See the check of the database.');
  const buyers = [...memory.bidders.values()].filter(({ sample, active }) => !sample && active);
  if (buyers.length > 0) return good(`${buyers.length} may buy`);
  return stops(
    'There is no bidder but the samples, and they never buy on air.',
    'Add an advertiser with a budget. Until then the samples buy in REHEARSAL.',
  );
}

/** The machine stays awake while on air. */
export function awakeCheck({ host }: HostFacts, onAir: boolean): Verdict {
  if (host.awake === null) return good("not this host's to do");
  if (host.awake) return good('held by the app');
  if (!onAir) return good('the app holds it as soon as it is on air');
  return look('The machine may sleep.', "Turn sleep off in the system's own power settings.");
}

/** What runs. */
export function versionsCheck({ host }: HostFacts): Verdict {
  const detail = `Cuebid ${host.version}, Node ${host.node}`;
  const [major = 0] = host.node.split('.').map(Number);
  if (major >= 22) return good(detail);
  return look(`${detail} is older than 22.`, 'Start with npm start, which brings its own.');
}
