// Owns what a stopped data directory shows without its database being opened: its seals, the pages
// and the frames they seal. Refuses to guess where the seals are older than the file.
import { existsSync, statSync } from 'node:fs';
import type { StorePaths } from '../../io/store/paths';
import { checkPages, checkWal } from '../../io/store/seals/check-seals';
import type { Seal } from '../../io/store/seals/seal';
import { readSeal } from '../../io/store/seals/seal-files';

/** What the seals say. */
export interface FileFindings {
  readonly difference: string | null;
  /** The journal's newest place when the file was last sealed; null where nothing is sealed. */
  readonly sealedSeq: number | null;
  readonly walIsEmpty: boolean;
}

/** Compares every page and frame with its seal. */
export function verifyFiles(paths: StorePaths): FileFindings {
  const walIsEmpty = !existsSync(paths.wal) || statSync(paths.wal).size === 0;
  const [seal, next] = [readSeal(paths.seal), readSeal(paths.nextSeal)];
  const found = (difference: string | null, sealedSeq: number | null): FileFindings => ({
    difference,
    sealedSeq,
    walIsEmpty,
  });
  if (seal === 'damaged') return found('the page seals (cuebid.seal) are damaged', null);
  if (next === 'damaged' && walIsEmpty) {
    return found('the newest page seals (cuebid.seal.next) are damaged', null);
  }
  const newest = isSeal(next) ? next : null;
  const inForce = isSeal(seal) ? seal : newest;
  if (inForce === null) return found(null, null);
  const seals = { seal: inForce, next: newest };
  const difference = checkPages(paths.database, seals) ?? checkWal(paths.wal, seals);
  return found(difference, Math.max(inForce.head.seq, newest?.head.seq ?? 0));
}

function isSeal(file: Seal | string): file is Seal {
  return typeof file === 'object';
}
