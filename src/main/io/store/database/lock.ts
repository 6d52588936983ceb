// Owns the claim on a data directory: an exclusive transaction in a second, empty SQLite file. The
// system drops it with the process, so a dead engine never leaves a stale lock. Refuses a directory
// that another engine holds.
import Database from 'better-sqlite3';
import { sayError, StartFault } from '../faults';

/** How long a start waits for an engine that is just ending. */
const WAIT_MS = 500;

/** Takes the directory; gives the release. Throws StartFault `locked` or `unwritable`. */
export function lockDataDir(lockPath: string): () => void {
  let lock: Database.Database | null = null;
  try {
    lock = new Database(lockPath, { timeout: WAIT_MS });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    throw lockFault(lockPath, error);
  }
  const held = lock;
  return () => {
    held.close();
  };
}

/** Whether an engine holds the directory now. Never creates or changes the lock file. */
export function isLocked(lockPath: string): boolean {
  let probe: Database.Database | null = null;
  try {
    probe = new Database(lockPath, { readonly: true, fileMustExist: true, timeout: 0 });
    probe.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return errorCode(error).startsWith('SQLITE_BUSY');
  } finally {
    probe?.close();
  }
}

function lockFault(lockPath: string, error: unknown): StartFault {
  if (errorCode(error).startsWith('SQLITE_BUSY')) {
    return new StartFault(
      'locked',
      `Another Cuebid already works on this data directory (${lockPath} is held). ` +
        'Stop it, or choose another directory with --data-dir.',
    );
  }
  return new StartFault(
    'unwritable',
    `The data directory cannot be claimed: ${sayError(error)} at ${lockPath}. ` +
      'Check its permissions and the disk, or choose another with --data-dir.',
  );
}

/** SQLite's extended code of an error, empty where it has none. */
export function errorCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}
