// Owns the shape of a way on which cues leave, whatever its form: one cue at a time, and something
// to do while nothing is said. Refuses to know plans and clocks of theirs.
import type { CueOrder } from '../../../core/marker/make-cue';

/** What a way says when it is closed. */
export interface Left {
  /** Datagrams or messages that were to carry cues and their stream. */
  readonly units: number;
  /** What the engine's listener should have read, all told. */
  readonly expected: number;
  /** Of the units, those that did not leave, and the first reason. */
  readonly failed: number;
  readonly reason: string | null;
  /** Messages that nobody answered, where answers are owed. */
  readonly unanswered: number;
  /** More that a person should be told, one sentence a line. */
  readonly notes: readonly string[];
}

/** A way. */
export interface Way {
  readonly unit: 'datagram' | 'message';
  /** So often, at least, `idle` is called while nothing is sent. */
  readonly idleMs: number;
  /** Sends a cue so many times; false where it says more than this form can carry. */
  readonly send: (order: CueOrder, copies: number) => Promise<boolean>;
  readonly idle: () => Promise<void>;
  readonly close: () => Promise<Left>;
}
