// Owns the question to the engine what its listener counted. Refuses to guess: an engine that does
// not answer, or does not listen on that port, gives a reason and no numbers.
import { setTimeout as sleep } from 'node:timers/promises';
import { liveStatsSchema, type Listener } from '../../../contract/status';

/** Whom to ask, and about the listeners of which protocol and ports. */
export interface Engine {
  readonly http: string;
  readonly token: string | null;
  readonly protocol: 'udp' | 'scte104';
  readonly ports: readonly number[];
}

/** What listeners counted since the engine started. */
export type Tally = Pick<Listener, 'packets' | 'accepted' | 'duplicates' | 'rejected'>;

/** What the listeners counted, or why that is not known. */
export type Count =
  { readonly ok: true; readonly tally: Tally } | { readonly ok: false; readonly why: string };

const ANSWER_MOST_MS = 2_000;
const LOOK_AGAIN_MS = 100;
const QUIET_MS = 1_000;

const unknown = (why: string): Count => ({ ok: false, why });

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = (cause as { code?: unknown }).code;
  return typeof code === 'string' ? code : String(cause);
}

const NAMES = { udp: 'UDP', scte104: 'SCTE 104' } as const;

function readCount(body: unknown, { http, protocol, ports }: Engine): Count {
  const read = liveStatsSchema.safeParse(body);
  if (!read.success) return unknown(`what answers at ${http} is not this version of Cuebid`);
  const all = read.data.listeners.filter((one) => one.protocol === protocol);
  const heard = all.filter(({ port }) => ports.includes(port));
  const deaf = ports.find((port) => !heard.some((one) => one.port === port));
  if (deaf === undefined) return { ok: true, tally: summed(heard) };
  return unknown(`the engine at ${http} has no ${NAMES[protocol]} listener on port ${deaf}`);
}

function summed(listeners: readonly Listener[]): Tally {
  const sum = (key: keyof Tally): number => listeners.reduce((all, one) => all + one[key], 0);
  return {
    packets: sum('packets'),
    accepted: sum('accepted'),
    duplicates: sum('duplicates'),
    rejected: sum('rejected'),
  };
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

/** Asks until the listeners have read `packets` more than before, or hear nothing more. */
export async function settledCount(engine: Engine, before: Tally, packets: number): Promise<Count> {
  let last = await askCount(engine);
  let changedAt = performance.now();
  while (last.ok && last.tally.packets - before.packets < packets) {
    if (performance.now() - changedAt > QUIET_MS) break;
    await sleep(LOOK_AGAIN_MS);
    const next = await askCount(engine);
    if (next.ok && next.tally.packets !== last.tally.packets) changedAt = performance.now();
    last = next;
  }
  return last;
}
