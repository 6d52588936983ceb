// Owns the opening of the database file: whose it is, whether it is whole, which version it has,
// and the pragmas it is worked with. Refuses a damaged, foreign or newer file with a sentence that
// says how to mend it; never repairs anything by itself.
import Database from 'better-sqlite3';
import { sayError, StartFault } from '../faults';
import { LATEST_VERSION, migrate } from '../migrations/migrate';
import { APPLICATION_ID } from './application-id';
import { errorCode } from './lock';
import { demandVersion, sqliteVersion } from './sqlite-version';

const BUSY_MS = 5_000;

/** How the database is worked with; `synchronous` is OFF only where nothing must survive. */
export interface OpenOptions {
  readonly synchronous: 'FULL' | 'OFF';
  /** Pages the file may grow to; null where only the disk says so. */
  readonly mostPages: number | null;
}

/** Opens, checks and migrates. Throws StartFault. */
export function openDatabase(path: string, options: OpenOptions): Database.Database {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { timeout: BUSY_MS });
    demandVersion(sqliteVersion(db));
    checkOwner(db, path);
    checkWhole(db, path);
    setPragmas(db, options);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw startFault(path, error);
  }
}

/** Why a file is not this version's to work with. */
export interface OwnerFlaw {
  readonly code: 'foreign' | 'too_new';
  /** What is so; goes on from the file's name. */
  readonly what: string;
}

/** Null where the file is empty or a Cuebid database this version knows. */
export function ownerFlaw(db: Database.Database): OwnerFlaw | null {
  const owner = db.pragma('application_id', { simple: true });
  const version = Number(db.pragma('user_version', { simple: true }));
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (owner !== APPLICATION_ID && (tables !== 0 || version !== 0)) {
    return { code: 'foreign', what: 'is not a Cuebid database' };
  }
  if (version <= LATEST_VERSION) return null;
  const schemas = `schema ${version}, this one knows ${LATEST_VERSION}`;
  return { code: 'too_new', what: `was written by a newer Cuebid (${schemas})` };
}

function checkOwner(db: Database.Database, path: string): void {
  const flaw = ownerFlaw(db);
  if (flaw === null) return;
  const mend =
    flaw.code === 'foreign'
      ? 'Choose another directory with --data-dir.'
      : 'Install that version, or choose another directory with --data-dir.';
  throw new StartFault(flaw.code, `${path} ${flaw.what}. ${mend}`);
}

function checkWhole(db: Database.Database, path: string): void {
  const said = db.pragma('quick_check(1)', { simple: true });
  if (said !== 'ok') throw damaged(path, String(said));
}

function setPragmas(db: Database.Database, options: OpenOptions): void {
  db.pragma('journal_mode = WAL');
  db.pragma(`synchronous = ${options.synchronous}`);
  db.pragma('secure_delete = ON');
  db.pragma('foreign_keys = ON');
  // Without it INSERT OR REPLACE would slip past the triggers that guard the journal.
  db.pragma('recursive_triggers = ON');
  // The store runs its checkpoints itself, because it seals every page before.
  db.pragma('wal_autocheckpoint = 0');
  if (options.mostPages !== null) db.pragma(`max_page_count = ${options.mostPages}`);
}

/** Any error of an opening as a StartFault with a sentence that says how to mend it. */
export function startFault(path: string, error: unknown): StartFault {
  if (error instanceof StartFault) return error;
  const code = errorCode(error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return damaged(path, sayError(error));
  }
  if (code.startsWith('SQLITE_BUSY')) {
    return new StartFault('locked', `Another program holds ${path}. Close it and start again.`);
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') {
    return new StartFault(
      'full',
      `The disk with ${path} is full. Free some space and start again.`,
    );
  }
  return new StartFault(
    'unwritable',
    `${path} cannot be opened: ${sayError(error)}. Check permissions and the disk, ` +
      'or choose another directory with --data-dir.',
  );
}

function damaged(path: string, detail: string): StartFault {
  return new StartFault(
    'damaged',
    `${path} is damaged (${detail.replaceAll(/\s+/gu, ' ')}). Put back a copy of the ` +
      'whole folder, or choose another directory with --data-dir.',
  );
}
