// Owns the making of a data directory, folder by folder. Refuses the system's own recursive way:
// where a folder appears to take another in and does not (/proc), Node tries it for ever.
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { sayError, StartFault } from '../faults';
import { errorCode } from './lock';

/** Makes the directory and every folder above that is missing. Throws StartFault `unwritable`. */
export function makeDataDir(dataDir: string): void {
  try {
    for (const folder of missing(resolve(dataDir))) makeOne(folder);
  } catch (error) {
    const why = sayError(error);
    throw new StartFault('unwritable', `${dataDir} cannot be made: ${why}. Use --data-dir.`);
  }
}

/** The folders that are not there, the topmost first. */
function missing(path: string): string[] {
  const above = dirname(path);
  if (existsSync(path) || above === path) return [];
  return [...missing(above), path];
}

/** Another program may have made it meanwhile. */
function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    const isThere = errorCode(error) === 'EEXIST' && existsSync(folder);
    if (!isThere || !statSync(folder).isDirectory()) throw error;
  }
}
