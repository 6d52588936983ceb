// Owns the refusal to begin a new night where the notes beside an absent or emptied database say
// that one is already recorded: the file was lost, moved or cut, and an empty one would hide that.
// Refuses nothing where the database is there, whatever is in it.
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { StartFault } from '../faults';
import type { StorePaths } from '../paths';
import { type Anchor, readAnchor } from '../seals/head-anchor';
import { readSeal, type SealFile } from '../seals/seal-files';

/** Throws StartFault `damaged` where rows were recorded and the database is gone. */
export function demandDatabase(paths: StorePaths): void {
  const { database, head, seal, nextSeal } = paths;
  const isThere = existsSync(database);
  if (isThere && statSync(database).size > 0) return;
  const seals = [readSeal(seal), readSeal(nextSeal)].map(sealedSeq);
  const notedSeq = Math.max(anchorSeq(readAnchor(head)), ...seals);
  if (notedSeq === 0) return;
  throw new StartFault('damaged', sentence(paths, isThere ? 'empty' : 'missing'));
}

function sentence(paths: StorePaths, how: 'empty' | 'missing'): string {
  const { database, dataDir, seal, nextSeal, head, wal, lost } = paths;
  const left = [seal, nextSeal, head, wal, lost].filter((path) => existsSync(path));
  return (
    `${database} is ${how}, though a night was recorded in ${dataDir}. Put the file back, ` +
    `or move ${left.map((path) => basename(path)).join(', ')} away to begin a new night.`
  );
}

/** A note that cannot be read may be of any row. */
function anchorSeq(anchor: Anchor): number {
  if (anchor === 'missing') return 0;
  return anchor === 'damaged' ? 1 : anchor.seq;
}

function sealedSeq(file: SealFile): number {
  if (file === 'missing') return 0;
  return file === 'damaged' ? 1 : file.head.seq;
}
