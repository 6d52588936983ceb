// Owns the names of the files the store keeps in a data directory. Refuses to open any of them:
// who opens what, and in which order, stands in vault/open-files.
import { join } from 'node:path';

/** Every file of the store in one data directory. */
export interface StorePaths {
  readonly dataDir: string;
  readonly database: string;
  readonly wal: string;
  /** A crc of every page of the database, and the one of the checkpoint that is under way. */
  readonly seal: string;
  readonly nextSeal: string;
  /** The newest acknowledged place of the chain. */
  readonly head: string;
  /** One line for each time a start found acknowledged rows missing. */
  readonly lost: string;
  /** Held by the engine that owns the directory; the system drops the lock with the process. */
  readonly lock: string;
}

/** The paths of a data directory. */
export function storePaths(dataDir: string): StorePaths {
  const database = join(dataDir, 'cuebid.sqlite');
  return {
    dataDir,
    database,
    wal: `${database}-wal`,
    seal: join(dataDir, 'cuebid.seal'),
    nextSeal: join(dataDir, 'cuebid.seal.next'),
    head: join(dataDir, 'cuebid.head'),
    lost: join(dataDir, 'cuebid.lost'),
    lock: join(dataDir, 'engine.lock'),
  };
}
