// Owns the demand on the SQLite library: older ones lose WAL frames in a rare race at a checkpoint.
// Refuses to work around an older one.
import type { Database } from 'better-sqlite3';
import { StartFault } from '../faults';

/** The first release with the repair of the WAL reset race. */
export const LEAST_SQLITE = '3.51.3';

/** The library's version. */
export function sqliteVersion(db: Database): string {
  return String(db.prepare('SELECT sqlite_version()').pluck().get());
}

/** Throws StartFault `sqlite_too_old` for a library below `least`. */
export function demandVersion(version: string, least: string = LEAST_SQLITE): void {
  const [have, want] = [version, least].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (have?.[at] ?? 0) - (want?.[at] ?? 0);
    if (difference > 0) return;
    if (difference < 0) {
      throw new StartFault(
        'sqlite_too_old',
        `SQLite ${version} is older than ${least}, which this version needs. Install Cuebid anew.`,
      );
    }
  }
}
