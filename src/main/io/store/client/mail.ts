// Owns the messages between the engine's side of the store and its thread. Everything is plain
// data; answers carry the id of their question, recorded flows only their number: they come in
// order.
import type { Draft } from '../../../core/ledger/entries';
import type { Queries, Snapshot, StoreHealth } from '../../../flow/ports';
import type { RefusalCode, StartCode } from '../faults';

/** What the thread is started with. */
export interface ThreadStart {
  readonly dataDir: string;
  readonly synchronous: 'FULL' | 'OFF';
  readonly mostPages: number | undefined;
  /** One integer that becomes 1 once the thread has closed the database. */
  readonly closed: SharedArrayBuffer;
}

/** A question with its answer's type. */
export type Question =
  | {
      readonly kind: 'ask';
      readonly name: keyof Queries;
      readonly ask: Queries[keyof Queries]['ask'];
    }
  | { readonly kind: 'load' }
  | { readonly kind: 'health' };

/** To the thread. */
export type ToStore =
  | { readonly kind: 'flows'; readonly flows: readonly (readonly Draft[])[] }
  | { readonly kind: 'question'; readonly id: number; readonly question: Question }
  | { readonly kind: 'close' };

/** What a question may be answered with. */
export type Answered = Snapshot | StoreHealth | Queries[keyof Queries]['answer'];

/** From the thread. */
export type FromStore =
  | { readonly kind: 'opened' }
  | { readonly kind: 'start_fault'; readonly code: StartCode; readonly message: string }
  | {
      readonly kind: 'recorded';
      readonly flows: number;
      readonly firstSeq: number;
      readonly recordedAtMs: number;
    }
  | {
      readonly kind: 'refused';
      readonly flows: number;
      readonly code: RefusalCode;
      readonly detail: string;
    }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answered }
  | {
      readonly kind: 'no_answer';
      readonly id: number;
      readonly code: RefusalCode;
      readonly detail: string;
    };
