// Owns what the seals say when a data directory is taken: whether a checkpoint was cut off, and by
// which seal the file is to be measured. Runs before the database is opened. Refuses to look into
// the pages: that is the verifier's work, and damage it would find must stay findable.
import { existsSync, statSync } from 'node:fs';
import type { StorePaths } from '../paths';
import type { Head } from '../vault/newest-head';
import type { Seal } from './seal';
import { dropSeal, putSeal, readSeal, type SealFile } from './seal-files';

/** The seal a start goes on from. */
export interface SealedBefore {
  /** Null where there is none to go on from. */
  readonly seal: Seal | null;
  /** Something was wrong with the seals; null where all is well, or nothing was there. */
  readonly finding: string | null;
  readonly walWasEmpty: boolean;
}

/** Reads the seals; finishes a checkpoint that only lacked its rename. */
export function sealedBefore(paths: StorePaths): SealedBefore {
  const walWasEmpty = !existsSync(paths.wal) || statSync(paths.wal).size === 0;
  const [seal, next] = [readSeal(paths.seal), readSeal(paths.nextSeal)];
  if (walWasEmpty && isSeal(next)) {
    putSeal(paths.nextSeal, paths.seal);
    return { seal: next, finding: null, walWasEmpty };
  }
  if (isSeal(seal)) {
    if (walWasEmpty) dropSeal(paths.nextSeal);
    return { seal, finding: null, walWasEmpty };
  }
  const finding = seal === 'damaged' ? `${paths.seal} was damaged; it was made anew` : null;
  return { seal: null, finding, walWasEmpty };
}

/**
 * Whether somebody else wrote the WAL back since: then the seal is older than the file and says
 * nothing about it.
 */
export function isOutdated({ seal, walWasEmpty }: SealedBefore, head: Head): boolean {
  return walWasEmpty && seal !== null && seal.head.seq < head.seq;
}

function isSeal(file: SealFile): file is Seal {
  return typeof file === 'object';
}
