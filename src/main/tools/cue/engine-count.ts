// Owns the question to the engine what its listener counted. Refuses to guess: an engine that does
// not answer, or does not listen on that port, gives a reason and no numbers.
import { setTimeout as sleep } from 'node:timers/promises';
import { liveStatsSchema, type Listener } from '../../../contract/status';

/** Whom to ask, and about the listener on which port. */
export interface Engine {
  readonly http: string;
  readonly token: string | null;
  readonly port: number;
}

/** What the listener counted since the engine started, or why that is not known. */
export type Count =
  { readonly ok: true; readonly listener: Listener } | { readonly ok: false; readonly why: string };

const ANSWER_MOST_MS = 2_000;
const LOOK_AGAIN_MS = 100;
const QUIET_MS = 1_000;

const unknown = (why: string): Count => ({ ok: false, why });

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = (cause as { code?: unknown }).code;
  return typeof code === 'string' ? code : String(cause);
}

function readCount(body: unknown, { http, port }: Engine): Count {
  const read = liveStatsSchema.safeParse(body);
  if (!read.success) return unknown(`what answers at ${http} is not this version of Cuebid`);
  const listener = read.data.listeners.find((one) => one.protocol === 'udp' && one.port === port);
  if (listener !== undefined) return { ok: true, listener };
  return unknown(`the engine at ${http} has no UDP listener on port ${port}`);
}

/** Asks once. */
export async function askCount(engine: Engine): Promise<Count> {
  const { http, token } = engine;
  try {
    const response = await fetch(`${http}/api/live-stats`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(ANSWER_MOST_MS),
    });
    if (response.status === 401 || response.status === 403) {
      const which =
        token === null ? 'wants a token (--token or CUEBID_TOKEN)' : 'refuses the token';
      return unknown(`the engine at ${http} ${which}`);
    }
    if (!response.ok) return unknown(`the engine at ${http} answers ${response.status}`);
    return readCount(await response.json(), engine);
  } catch (error) {
    return unknown(`no engine answers at ${http} (${reasonOf(error)})`);
  }
}

/** Asks until the listener has read `packets` more than before, or hears nothing more. */
export async function settledCount(
  engine: Engine,
  before: Listener,
  packets: number,
): Promise<Count> {
  let last = await askCount(engine);
  let changedAt = performance.now();
  while (last.ok && last.listener.packets - before.packets < packets) {
    if (performance.now() - changedAt > QUIET_MS) break;
    await sleep(LOOK_AGAIN_MS);
    const next = await askCount(engine);
    if (next.ok && next.listener.packets !== last.listener.packets) changedAt = performance.now();
    last = next;
  }
  return last;
}
