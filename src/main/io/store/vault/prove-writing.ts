// Owns the proof that the database takes writes again: real commits that need room. Refuses a proof
// that would fit into the last free page.
import type { Database } from 'better-sqlite3';

/** Room that must be there: some hundred entries. */
const ROOM_BYTES = 65_536;

/** Commits a row of some size and then empties it again. Throws SQLite's errors. */
export function proveWriting(db: Database): void {
  const write = db.prepare<[number]>(
    'UPDATE write_probe SET tried = tried + 1, padding = zeroblob(?)',
  );
  write.run(ROOM_BYTES);
  write.run(0);
}
