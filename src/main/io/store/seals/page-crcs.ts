// Owns the crc of the database's pages as they lie in its file. Refuses to open that file by
// itself: on POSIX the first close of any handle would drop the locks of the whole process.
import { fstatSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { readFully, type WalImage } from './wal-image';

const PAGES_A_READ = 256;

/** Crc of every page of an open file. A last page that is cut short counts as a page. */
export function crcsOfFile(file: number, pageSize: number): Uint32Array {
  const { size } = fstatSync(file);
  const crcs = new Uint32Array(Math.ceil(size / pageSize));
  const buffer = Buffer.allocUnsafe(PAGES_A_READ * pageSize);
  for (let from = 0; from < crcs.length; from += PAGES_A_READ) {
    const bytes = Math.min(buffer.length, size - from * pageSize);
    readFully(file, buffer.subarray(0, bytes), from * pageSize);
    for (let at = 0; at * pageSize < bytes; at += 1) {
      crcs[from + at] = crc32(buffer.subarray(at * pageSize, Math.min(bytes, (at + 1) * pageSize)));
    }
  }
  return crcs;
}

/** The crcs once a WAL has been written back. A page that is nowhere is a hole: zeros. */
export function crcsAfter(before: Uint32Array, wal: WalImage, pageSize: number): Uint32Array {
  const after = new Uint32Array(wal.pageCount);
  if (after.length > before.length) after.fill(crc32(Buffer.alloc(pageSize)), before.length);
  after.set(before.subarray(0, after.length));
  for (const [page, crc] of wal.pages) {
    if (page <= after.length) after[page - 1] = crc;
  }
  return after;
}

/**
 * The crcs after a write-back that a reader cut short: pages the WAL touches, and new ones, are
 * read again; the others must be as they were.
 */
export function crcsAsTheyLie(
  before: Uint32Array,
  wal: WalImage,
  source: { file: number; pageSize: number },
): Uint32Array {
  const now = crcsOfFile(source.file, source.pageSize);
  return now.map((crc, at) => (wal.pages.has(at + 1) ? crc : (before[at] ?? crc)));
}
