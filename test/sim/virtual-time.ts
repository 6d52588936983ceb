// Owns time in a simulated night: one clock for wall and monotonic time, and the alarms on it.
// Refuses to pass by itself; a test lets it pass, and everything due then happens in order.
import type { Clock, Timers } from '../../src/main/flow/ports';

interface Alarm {
  readonly monoMs: number;
  readonly order: number;
  readonly ring: () => void;
}

/** Virtual time. `drift` moves the wall clock alone, as a step of NTP would. */
export interface VirtualTime {
  readonly clock: Clock;
  readonly timers: Timers;
  /** Lets time pass, ringing what falls due, in order; lets promises settle after each ring. */
  readonly pass: (ms: number) => Promise<void>;
  readonly stepWall: (ms: number) => void;
}

/** Lets everything that waits on resolved promises run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Time that begins at `wallMs` (epoch). */
export function virtualTime(wallMs: number): VirtualTime {
  let monoMs = 1_000;
  let wallOffsetMs = wallMs - monoMs;
  let order = 0;
  const alarms = new Set<Alarm>();
  const at = (dueMs: number, ring: () => void): (() => void) => {
    const alarm = { monoMs: dueMs, order: (order += 1), ring };
    alarms.add(alarm);
    return () => void alarms.delete(alarm);
  };
  const next = (untilMs: number): Alarm | undefined =>
    [...alarms]
      .filter((alarm) => alarm.monoMs <= untilMs)
      .sort((a, b) => a.monoMs - b.monoMs || a.order - b.order)[0];
  return {
    clock: { wallMs: () => Math.floor(monoMs + wallOffsetMs), monoMs: () => monoMs },
    timers: { at, endOfTurn: (run) => void at(monoMs, run) },
    stepWall: (ms) => {
      wallOffsetMs += ms;
    },
    pass: async (ms) => {
      const untilMs = monoMs + ms;
      await settle();
      for (let due = next(untilMs); due !== undefined; due = next(untilMs)) {
        alarms.delete(due);
        monoMs = Math.max(monoMs, due.monoMs);
        due.ring();
        await settle();
      }
      monoMs = untilMs;
    },
  };
}
