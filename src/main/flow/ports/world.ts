// Owns the doors to time, chance, the board, the targets and the log: all that the flows are
// handed. Refuses implementations; compose.ts puts them in.
import type { FeedItem, FeedName } from '../../../contract/feed';
import type { Listener, LiveStats } from '../../../contract/status';
import type { ReadingKit } from '../../core/codec/reading';
import type { Sha256 } from '../../core/lib/bytes';
import type { Ears } from './ears';
import type { Host } from './host';
import type { Store } from './store';

/** Wall time is for people, monotonic time for deadlines. Both in milliseconds. */
export interface Clock {
  readonly wallMs: () => number;
  readonly monoMs: () => number;
}

/** Wakes flows on the monotonic clock; a cancelled alarm never rings. */
export interface Timers {
  /** Rings at or after `monoMs`, after one more turn of the poll phase. Gives the cancel. */
  readonly at: (monoMs: number, ring: () => void) => () => void;
  /** Runs at the end of this turn, after everything due in it. */
  readonly endOfTurn: (run: () => void) => void;
}

/** Randomness: hex text of `bytes` random bytes. */
export type Random = (bytes: number) => string;

/** An item of a feed, or how to make it when somebody looks. */
export type Posted<T extends object> = T | (() => T);

/** Where what has been recorded is told. Nothing is told before it is durable. */
export interface Board {
  /** The item, or how to make it: called when somebody looks, so it must not depend on changes. */
  readonly post: <F extends FeedName>(feed: F, id: string, item: Posted<FeedItem<F>>) => void;
  /** Forgets everything and starts a new epoch (the engine reloaded from disk). */
  readonly restart: (epoch: string) => void;
}

/** The message of `domain.md`, Decision out. */
export interface DecisionOut {
  readonly slotId: string;
  readonly markerId: string;
  readonly auctionId: string;
  readonly advertiser: string | null;
  readonly creativeId: string | null;
  readonly durationMs: number;
  readonly airBy: string;
  readonly priceCents: number | null;
  readonly currency: string;
  readonly state: 'SOLD' | 'UNSOLD';
  /** True where it was only rehearsed: nothing of it may go to air. */
  readonly rehearsal: boolean;
  readonly fallback?: string;
}

/** Delivers decisions to playout and graphics; retries by itself until the air-by time. */
export interface DecisionTargets {
  readonly deliver: (decision: DecisionOut) => void;
}

/** Where durations go. Milliseconds. */
export interface Meter {
  readonly note: (
    what: 'receiveToDurable' | 'receiveToOpen' | 'closeToDurable' | 'closeLateness',
    ms: number,
  ) => void;
  /** How late the loop ran at a moment just passed (monotonic): whose fault a late cue is. */
  readonly loopDelayAtMs: (monoMs: number) => number;
}

/** One line of the log a fact; the implementation limits repetition by `code`. */
export interface Log {
  readonly info: (code: string, facts?: Record<string, unknown>) => void;
  readonly warn: (code: string, facts?: Record<string, unknown>) => void;
  readonly error: (code: string, facts?: Record<string, unknown>) => void;
}

/** What is measured outside the flows: listeners, latencies, the loop. */
export interface Gauges {
  readonly listeners: () => Listener[];
  readonly latencyMs: () => LiveStats['latencyMs'];
  readonly loopDelayMs: () => LiveStats['loopDelayMs'];
}

/** Settings the flows obey. */
export interface Rules {
  readonly auctionMs: number;
  readonly mostOpen: number;
  readonly staleMs: number;
  readonly clockToleranceMs: number;
  readonly airByMs: number;
  readonly jsonWindowMs: number;
  readonly fallback: string;
  /** The show's name, null where none is set. */
  readonly show: string | null;
  /** This truck is a demo: its advertisers are made up and its journal says so. */
  readonly demo: boolean;
}

/** All that the flows are handed. */
export interface Ports {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly sha256: Sha256;
  readonly text: ReadingKit;
  readonly store: Store;
  readonly board: Board;
  readonly targets: DecisionTargets;
  readonly meter: Meter;
  readonly log: Log;
  readonly gauges: Gauges;
  readonly ears: Ears;
  readonly host: Host;
  readonly rules: Rules;
  readonly version: string;
}
