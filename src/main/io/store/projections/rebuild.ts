// Owns making every projection anew from the journal, with the code that made the first ones.
// Refuses to touch the database it reads from.
import Database from 'better-sqlite3';
import type { Entry } from '../../../core/ledger/entries';
import { migrate } from '../migrations/migrate';
import { entryOf, JOURNAL_COLUMNS, type JournalRow } from '../queries/journal-reader';
import { projectionsOf } from './index';

/** Rows of the journal in one transaction of the new database. */
const ROWS_A_TRANSACTION = 5_000;

/** Told each entry, with its stored body, before it is applied. */
export type SeeEntry = (entry: Entry, bodyText: string) => void;

/** The first entry that cannot be read or applied, and why. */
export interface Unapplied {
  readonly seq: number;
  readonly what: string;
}

/** A rebuilt database, and where the rebuild had to stop. */
export interface Rebuilt {
  readonly db: Database.Database;
  readonly unapplied: Unapplied | null;
}

/**
 * Rebuilds into a new file at `path`; the caller closes `db`. Throws SQLite's errors of reading.
 */
export function rebuildProjections(
  source: Database.Database,
  path: string,
  see: SeeEntry = () => undefined,
): Rebuilt {
  const db = new Database(path);
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('foreign_keys = ON');
  migrate(db);
  const apply = projectionsOf(db);
  const rows = source.prepare<[], JournalRow>(
    `SELECT ${JOURNAL_COLUMNS} FROM journal ORDER BY seq`,
  );
  let unapplied: Unapplied | null = null;
  let count = 0;
  db.exec('BEGIN');
  for (const row of rows.iterate()) {
    unapplied ??= applied(row, see, apply);
    count += 1;
    if (count % ROWS_A_TRANSACTION === 0) db.exec('COMMIT; BEGIN');
    if (unapplied !== null) break;
  }
  db.exec('COMMIT');
  return { db, unapplied };
}

function applied(row: JournalRow, see: SeeEntry, apply: (entry: Entry) => void): Unapplied | null {
  const entry = readable(row);
  if (entry === null) return { seq: row.seq, what: 'its body cannot be read' };
  try {
    see(entry, row.body);
    apply(entry);
    return null;
  } catch (error) {
    return { seq: row.seq, what: error instanceof Error ? error.message : String(error) };
  }
}

function readable(row: JournalRow): Entry | null {
  try {
    return entryOf(row);
  } catch {
    return null;
  }
}
