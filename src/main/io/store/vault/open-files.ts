// Owns the order in which the files of a data directory are taken, measured against their seals and
// given back. Refuses a start only where the database cannot be used (StartFault).
import { closeSync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { lockDataDir } from '../database/lock';
import { openDatabase, type OpenOptions, startFault } from '../database/open-database';
import type { StorePaths } from '../paths';
import { HeadAnchor, readAnchor } from '../seals/head-anchor';
import { isOutdated, type SealedBefore, sealedBefore } from '../seals/sealed-before';
import { Sealer } from '../seals/sealer';
import { keepEvidence, missingRows } from './lost-rows';
import { demandDatabase } from './missing-database';
import { newestHead } from './newest-head';

/** The open files of one data directory. */
export interface OpenFiles {
  readonly db: Database;
  readonly sealer: Sealer;
  readonly anchor: HeadAnchor;
  /** What the start found wrong and went on with; for people. */
  readonly findings: readonly string[];
  /** Closes everything and gives the directory back. */
  readonly close: () => void;
}

/** Takes a data directory. Throws StartFault; `wallMs` dates what is found wrong. */
export function openFiles(
  paths: StorePaths,
  options: OpenOptions,
  wallMs: () => number,
): OpenFiles {
  const undo: (() => void)[] = [lockDataDir(paths.lock)];
  const close = (): void => {
    for (const step of undo.splice(0).reverse()) step();
  };
  try {
    demandDatabase(paths);
    const before = sealedBefore(paths);
    // Held until the connection is closed: closing any handle of the file drops the process's
    // locks.
    const file = openSync(paths.database, 'a');
    undo.push(() => closeSync(file));
    const db = openDatabase(paths.database, options);
    const sealer = new Sealer(db, paths, before.seal?.pageCrcs ?? new Uint32Array(0));
    undo.push(() => sealer.close());
    undo.push(() => db.close());
    const findings = [...lostRows(db, paths, wallMs), ...resealed(db, sealer, before)];
    const anchor = new HeadAnchor(paths.head);
    undo.push(() => anchor.close());
    anchor.write(newestHead(db));
    return { db, sealer, anchor, findings, close };
  } catch (error) {
    close();
    throw startFault(paths.database, error);
  }
}

function lostRows(db: Database, paths: StorePaths, wallMs: () => number): string[] {
  const anchor = readAnchor(paths.head);
  if (anchor === 'damaged') return [`${paths.head} was damaged; it was written anew`];
  const finding = missingRows(db, anchor, newestHead(db));
  if (finding === null) return [];
  keepEvidence(paths, finding, wallMs());
  return [finding];
}

/** Leaves an empty WAL and a seal that fits the file. */
function resealed(db: Database, sealer: Sealer, before: SealedBefore): string[] {
  const head = newestHead(db);
  const outdated = isOutdated(before, head);
  if (before.seal === null || outdated) sealer.sealAnew(head);
  else sealer.checkpoint('TRUNCATE', head);
  if (outdated) return ['another program wrote to the database; its page seals were made anew'];
  return before.finding === null ? [] : [before.finding];
}
