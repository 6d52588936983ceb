// Owns getting at the database of a data directory without changing it: a stopped one is copied and
// the copy is opened (opening it would already write the WAL back); one that an engine holds is
// read in one transaction. Refuses what is no data directory (NoDatabase).
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { isLocked } from '../../io/store/database/lock';
import { ownerFlaw } from '../../io/store/database/open-database';
import { migrate } from '../../io/store/migrations/migrate';
import { type StorePaths, storePaths } from '../../io/store/paths';

/** There is nothing to verify; `message` says why in one line. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase';
}

/** The database says that it is not this version's; damage can make one say so too. */
export class NotOurs extends Error {
  override readonly name = 'NotOurs';
}

/** Where the files to look at lie. `scratch` is removed at the end. */
export interface Source {
  /** The directory as it was given: what people are told is of it, never of a copy. */
  readonly dataDir: string;
  readonly live: boolean;
  readonly paths: StorePaths;
  readonly scratch: string;
}

/** Finds the database and, where nobody holds it, copies it. Throws NoDatabase. */
export function takeSource(dataDir: string): Source {
  const paths = storePaths(dataDir);
  if (!existsSync(dataDir)) throw new NoDatabase(`There is no directory ${dataDir}.`);
  if (!statSync(dataDir).isDirectory()) throw new NoDatabase(`${dataDir} is no directory.`);
  if (!existsSync(paths.database)) {
    throw new NoDatabase(`There is no Cuebid database in ${dataDir} (no cuebid.sqlite).`);
  }
  const scratch = mkdtempSync(join(tmpdir(), 'cuebid-verify-'));
  const live = { dataDir, live: true, paths, scratch };
  if (isLocked(paths.lock)) return live;
  try {
    const copies = copied(paths, scratch);
    // An engine may have started while it was copied; then the copy is worth nothing.
    return isLocked(paths.lock) ? live : { dataDir, live: false, paths: copies, scratch };
  } catch (error) {
    dropSource(live);
    throw error;
  }
}

/** Opens what was taken; a live one in a transaction. Throws SQLite's errors and NotOurs. */
export function openSource({ dataDir, live, paths }: Source): Database.Database {
  const db = new Database(paths.database, live ? { readonly: true } : {});
  try {
    const flaw = ownerFlaw(db);
    if (flaw !== null) throw new NotOurs(`${storePaths(dataDir).database} ${flaw.what}.`);
    if (live) db.exec('BEGIN');
    else migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether the directory has the marks of ours, whatever its database looks like. */
export function isOurs({ seal, head }: StorePaths): boolean {
  return existsSync(seal) || existsSync(head);
}

/** Removes the copy. */
export function dropSource({ scratch }: Source): void {
  rmSync(scratch, { recursive: true, force: true });
}

function copied(paths: StorePaths, scratch: string): StorePaths {
  const copies = storePaths(scratch);
  for (const path of [
    paths.database,
    paths.wal,
    paths.seal,
    paths.nextSeal,
    paths.head,
    paths.lost,
  ]) {
    if (existsSync(path)) copy(path, scratch);
  }
  return copies;
}

function copy(path: string, scratch: string): void {
  try {
    copyFileSync(path, join(scratch, basename(path)));
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new NoDatabase(`${path} cannot be copied to be looked at (${code}).`);
  }
}
