// Owns what each lamp shows: one for each listener, one for the engine, one for the database. Pure.
// Refuses "ok" for what was not heard: without the engine's word a lamp is off or at fault.
import type { Health, Listener, LiveStats } from '../../../../contract/status';
import type { LampState } from '../../parts/marks/lamp';
import { agoText, clockText, epochMs } from '../../parts/text/time';

/** A lamp as data. `why` is computed with the moment at hand. */
export interface LampFacts {
  readonly key: string;
  readonly letter: string;
  readonly name: string;
  readonly state: LampState;
  /** Not live any more: shown dimmed, with its date. */
  readonly old?: boolean;
  readonly why: (nowMs: number | null) => string;
}

/** Loop delay from which the engine counts as degraded: a tenth of the shortest auction. */
export const SLOW_LOOP_MS = 10;
/** Rows waiting for the disk from which the database counts as degraded. */
export const LONG_QUEUE = 2_000;

function cueWhy(listener: Listener, nowMs: number | null): string {
  const any = listener.address === '0.0.0.0' ? 'any card, ' : '';
  const lastMs = epochMs(listener.lastPacketAt);
  if (lastMs === null || nowMs === null) return `${any}no packet yet`;
  return `${any}packet ${agoText(nowMs - lastMs)} ago`;
}

function cueLamp(listener: Listener): LampFacts {
  const states = { listening: 'ok', stopped: 'stopped', fault: 'broken' } as const;
  const listening = listener.state === 'listening';
  return {
    key: `cue-${listener.id}`,
    letter: 'C',
    name: `CUE ${listener.protocol.toUpperCase()} ${listener.port}`,
    state: states[listener.state],
    why: (nowMs) => (listening ? cueWhy(listener, nowMs) : listener.detail || listener.state),
  };
}

function engineLamp(status: LiveStats): LampFacts {
  const { p99 } = status.loopDelayMs;
  const { trouble } = status;
  if (trouble !== null) {
    return { key: 'engine', letter: 'E', name: 'ENGINE', state: 'broken', why: () => trouble };
  }
  const slow = p99 >= SLOW_LOOP_MS;
  return {
    key: 'engine',
    letter: 'E',
    name: 'ENGINE',
    state: slow ? 'degraded' : 'ok',
    why: () => `loop p99 ${p99.toFixed(1)} ms`,
  };
}

function storeLamp(status: LiveStats, health: Health | null): LampFacts {
  const check = health?.checks.find((known) => known.name === 'store') ?? null;
  const waiting = status.queues.store;
  const lamp = { key: 'db', letter: 'D', name: 'DB' };
  if (check !== null && check.status !== 'ok') {
    const state = check.status === 'down' ? 'broken' : 'degraded';
    return { ...lamp, state, why: () => check.detail };
  }
  const state: LampState = waiting >= LONG_QUEUE ? 'degraded' : check === null ? 'off' : 'ok';
  const { p99, max } = status.latencyMs.receiveToDurable;
  const durable = max === 0 ? 'ready, nothing written yet' : `durable p99 ${p99.toFixed(1)} ms`;
  const queue = waiting > 0 ? `${waiting} rows waiting` : durable;
  return { ...lamp, state, why: () => (check === null ? 'not asked yet' : queue) };
}

/** What the strip is made from. */
export interface LampInput {
  readonly status: LiveStats | null;
  readonly health: Health | null;
  readonly stale: boolean;
  readonly wordAtMs: number | null;
  /** How long the engine has been silent, as text, read when drawn. */
  readonly silence: () => string;
  /** Why the engine's process is down, as the desktop host tells it, read when drawn. */
  readonly news?: () => string | null;
}

/** The lamps in their order. */
export function lampsOf(input: LampInput): readonly LampFacts[] {
  const { status, wordAtMs, news = () => null } = input;
  const down = news() !== null;
  const dead: LampFacts = {
    key: 'engine',
    letter: 'E',
    name: 'ENGINE',
    state: input.stale || down ? 'broken' : 'off',
    why: () => news() ?? (input.stale ? `no heartbeat ${input.silence()}` : 'no word yet'),
  };
  if (status === null) return [dead];
  const lamps = [
    ...status.listeners.map(cueLamp),
    engineLamp(status),
    storeLamp(status, input.health),
  ];
  if (down && !input.stale) return lamps.map((lamp) => (lamp.key === 'engine' ? dead : lamp));
  if (!input.stale) return lamps;
  const asOf = `as of ${wordAtMs === null ? '--:--:--' : clockText(wordAtMs)}`;
  const old = lamps
    .filter((lamp) => lamp.key !== 'engine')
    .map((lamp) => ({ ...lamp, old: true, why: () => asOf }));
  return [dead, ...old];
}
