// Owns the answer to "is the truck's engine well": database, work, listeners. Refuses to call the
// engine down for what it can sell without; a database that does not answer in time is down.
import type { Health, Listener } from '../../../../contract/status';
import type { Engine } from '../../../flow/ports';

/** Longest wait for the database's word about itself. */
const STORE_WAIT_MS = 2_000;

/** Who answers: version and time since start (milliseconds). */
export interface About {
  readonly version: string;
  readonly uptimeMs: () => number;
}

type Check = Health['checks'][number];
type Grade = Health['status'];

const GRADES: readonly Grade[] = ['ok', 'degraded', 'down'];

function worst(checks: readonly Check[]): Grade {
  const rank = Math.max(0, ...checks.map((check) => GRADES.indexOf(check.status)));
  return GRADES[rank] ?? 'down';
}

function oneWord(value: unknown): string {
  return value instanceof Error ? value.message : String(value);
}

async function inTime<T>(work: Promise<T>, waitMs: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, waitMs, late);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

async function storeCheck(engine: Engine): Promise<Check> {
  const late: Check = {
    name: 'store',
    status: 'down',
    detail: `The database did not answer within ${STORE_WAIT_MS / 1_000} s.`,
  };
  const asked = engine.storeHealth().then(
    ({ ok, detail }): Check => {
      // A store that works but has something to say (rows lost, a check put off) is not simply ok.
      const good = detail === '' ? 'ok' : 'degraded';
      const said = detail === '' ? 'The database takes writes.' : detail;
      return { name: 'store', status: ok ? good : 'down', detail: said };
    },
    (cause: unknown): Check => ({ name: 'store', status: 'down', detail: oneWord(cause) }),
  );
  return inTime(asked, STORE_WAIT_MS, late);
}

function workCheck(trouble: string | null): Check {
  return trouble === null
    ? { name: 'work', status: 'ok', detail: 'The engine takes cues and bids.' }
    : { name: 'work', status: 'down', detail: trouble };
}

/** No listener at all is no fault (a console may run without); each one in fault degrades. */
function listenerCheck(listener: Listener, allFail: boolean): Check {
  const { id, protocol, state, detail, address, port } = listener;
  const name = `listener ${id}`;
  if (state !== 'fault')
    return { name, status: 'ok', detail: `${protocol} ${address}:${port} ${state}` };
  return { name, status: allFail ? 'down' : 'degraded', detail };
}

/** Builds the health answer from what the engine says about itself. Never rejects. */
export async function readHealth(engine: Engine, about: About): Promise<Health> {
  const { listeners } = engine.liveStats();
  const allFail = listeners.length > 0 && listeners.every(({ state }) => state === 'fault');
  const checks = [
    await storeCheck(engine),
    workCheck(engine.trouble()),
    ...listeners.map((listener) => listenerCheck(listener, allFail)),
  ];
  return {
    status: worst(checks),
    service: 'cuebid',
    version: about.version,
    uptimeMs: Math.round(about.uptimeMs()),
    checks,
  };
}
