// Owns reading entries back by their seq. Refuses a seq that is not in the journal, or is of
// another type than the projection says: then the two contradict each other.
import type { Database } from 'better-sqlite3';
import type { Entry, EntryType } from '../../../core/ledger/entries';
import { assert, must } from '../../../core/lib/assert';

/** Reads the entry at `seq`, which must be of one of the types. */
export type ReadEntry = <T extends EntryType>(seq: number, ...types: T[]) => Entry<T>;

/** A journal row as it is stored; `body` is canonical JSON. */
export interface JournalRow {
  readonly seq: number;
  readonly type: EntryType;
  readonly actor: string;
  readonly cause: string;
  readonly arrivedAtMs: number;
  readonly decidedAtMs: number;
  readonly recordedAtMs: number;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** The columns of JournalRow. */
export const JOURNAL_COLUMNS =
  'seq, type, actor, cause, arrived_at_ms AS arrivedAtMs, decided_at_ms AS decidedAtMs, ' +
  'recorded_at_ms AS recordedAtMs, body, prev_hash AS prevHash, hash';

/** A row with its body read. Throws where the body is not JSON. */
export function entryOf(row: JournalRow): Entry {
  return { ...row, body: JSON.parse(row.body) as Entry['body'] } as Entry;
}

/** Entries by seq on a connection. */
export function journalReader(db: Database): ReadEntry {
  const get = db.prepare<[number], JournalRow>(
    `SELECT ${JOURNAL_COLUMNS} FROM journal WHERE seq = ?`,
  );
  return <T extends EntryType>(seq: number, ...types: T[]) => {
    const row = must(get.get(seq), `the journal has no row ${seq}`);
    const fits = types.includes(row.type as T);
    assert(fits, `row ${seq} of the journal is ${row.type}, not ${types.join(' or ')}`);
    return entryOf(row) as Entry<T>;
  };
}
