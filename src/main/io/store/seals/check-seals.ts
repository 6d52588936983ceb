// Owns the comparison of a stopped data directory with its seals: every page of the database, and
// every frame of the WAL that the chain does not prove. Refuses to open the database itself.
import { closeSync, openSync, statSync } from 'node:fs';
import { crcsOfFile } from './page-crcs';
import type { Seal } from './seal';
import { framesIn, readWal, type WalImage } from './wal-image';

/** The seals of a directory: the one in force, and that of a checkpoint that was cut off. */
export interface Seals {
  readonly seal: Seal;
  readonly next: Seal | null;
}

/** The first page that fits neither seal, as a sentence; null where all fit. */
export function checkPages(database: string, { seal, next }: Seals): string | null {
  const seals = next === null ? [seal] : [seal, next];
  const { pageSize } = seal;
  const pages = statSync(database).size / pageSize;
  const counts = seals.map(({ pageCrcs }) => pageCrcs.length);
  if (pages < Math.min(...counts) || pages > Math.max(...counts) || !Number.isInteger(pages)) {
    return `the database has ${pages} pages, its seal has ${seal.pageCrcs.length}`;
  }
  const file = openSync(database, 'r');
  try {
    const crcs = crcsOfFile(file, pageSize);
    const bad = crcs.findIndex((crc, at) => !seals.some(({ pageCrcs }) => pageCrcs[at] === crc));
    if (bad < 0) return null;
    const [from, to] = [bad * pageSize, (bad + 1) * pageSize - 1];
    return `page ${bad + 1} of the database (bytes ${from} to ${to}) is not as it was written`;
  } finally {
    closeSync(file);
  }
}

/** The first frame of the WAL that is not as it was written, as a sentence; null where all are. */
export function checkWal(wal: string, { seal, next }: Seals): string | null {
  const image = readWal(wal, seal.pageSize, framesIn(wal, seal.pageSize));
  if (image === null) return null;
  const same = [next, seal].find((one) => one?.wal?.headerCrc === image.headerCrc) ?? null;
  const bad =
    same === null
      ? staleFlaw(image, (next ?? seal).wal?.frameCrcs ?? new Uint32Array(0))
      : sealedFlaw(image, same.wal?.frameCrcs ?? new Uint32Array(0));
  if (bad < 0) return null;
  return `frame ${bad + 1} of the WAL is not as it was written`;
}

/** The WAL was not begun anew since it was sealed: every sealed frame lies as it did. */
function sealedFlaw({ frameCrcs }: WalImage, sealed: Uint32Array): number {
  return sealed.findIndex((crc, at) => frameCrcs[at] !== crc);
}

/**
 * The WAL was begun anew: its first frames carry its own salts and are proved by the chain and the
 * head; what lies behind them is left over from the sealed time.
 */
function staleFlaw({ frameCrcs, salts, headerSalt }: WalImage, sealed: Uint32Array): number {
  const current = salts.findIndex((salt) => salt !== headerSalt);
  if (current < 0) return -1;
  return frameCrcs.findIndex((crc, at) => at >= current && sealed[at] !== crc);
}
