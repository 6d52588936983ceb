// Somebody asked what the engine runs on: what the host last read, both threads' paces, and the
// database's own word. Refuses to wait for a database that does not answer: then it is not told.
import type { Machine, ThreadPace } from '../../../contract/host/machine';
import type { Pace } from '../../core/lib/series/pace';
import type { StoreHealth } from '../ports';
import type { Truck } from '../truck/truck';

/** Longest wait for the database's word about itself. */
const WAIT_MS = 2_000;

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

function threadOf(thread: ThreadPace['thread'], pace: Pace): ThreadPace {
  const { p50, p99, worst, worstAtMs, trail } = pace;
  return { thread, p50, p99, worst, worstAt: iso(worstAtMs), trail: [...trail] };
}

function databaseOf(health: StoreHealth): Machine['database'] {
  const { sqliteVersion: sqlite, journalRows: rows, bytes, walBytes, flushMs } = health;
  return { sqlite, rows, bytes, walBytes, flushMs };
}

/** The store's word about itself, or why there is none. Resolves within two seconds. */
export async function storeSaid({ ports }: Truck): Promise<StoreHealth | string> {
  const { store, timers, clock } = ports;
  return new Promise((resolve) => {
    const late = `no answer within ${WAIT_MS / 1_000} s`;
    const cancel = timers.at(clock.monoMs() + WAIT_MS, () => resolve(late));
    const said = (word: StoreHealth | string): void => {
      cancel();
      resolve(word);
    };
    store.health().then(said, (error: unknown) => {
      said(error instanceof Error ? error.message : String(error));
    });
  });
}

/** GET /machine. */
export async function machineAsked(truck: Truck): Promise<Machine> {
  const { host, clock } = truck.ports;
  const said = await storeSaid(truck);
  const silent = typeof said === 'string';
  const threads = [threadOf('engine', host.pace())];
  if (!silent && said.pace !== null) threads.push(threadOf('store', said.pace));
  return {
    at: new Date(clock.wallMs()).toISOString(),
    ...host.facts(),
    threads,
    database: silent ? null : databaseOf(said),
  };
}
