// Owns reading the WAL as a file: the crc of every frame, and of the newest content of every page.
// Refuses to judge which frames count: the caller knows how many are committed.
// Form: https://www.sqlite.org/fileformat2.html, section 4.1 (header 32 bytes, frame header 24).
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { assert } from '../../../core/lib/assert';

export const WAL_HEADER_BYTES = 32;
export const FRAME_HEADER_BYTES = 24;

const FRAMES_A_READ = 256;

/** What lies in a WAL: all frames as they lie, and the pages of the committed ones. */
export interface WalImage {
  readonly headerCrc: number;
  /** Crc of each frame: its page first, then its header. */
  readonly frameCrcs: Uint32Array;
  /** The salts of each frame as one text, and the header's own. */
  readonly salts: readonly string[];
  readonly headerSalt: string;
  /** Newest content by page number (from 1). */
  readonly pages: ReadonlyMap<number, number>;
  /** Size of the database in pages after the last commit; 0 where there is none. */
  readonly pageCount: number;
}

/** Frames that lie in a WAL file, committed or not. */
export function framesIn(path: string, pageSize: number): number {
  const bytes = existsSync(path) ? statSync(path).size : 0;
  const frames = Math.floor((bytes - WAL_HEADER_BYTES) / (pageSize + FRAME_HEADER_BYTES));
  return Math.max(0, frames);
}

/**
 * Reads every frame that lies in the WAL, of which the first `committed` count; the rest is left
 * over from before the WAL was last begun anew. Null where the WAL has no header.
 */
export function readWal(path: string, pageSize: number, committed: number): WalImage | null {
  if (!existsSync(path) || statSync(path).size < WAL_HEADER_BYTES) return null;
  const frames = framesIn(path, pageSize);
  const file = openSync(path, 'r');
  try {
    return imageOf({ file, pageSize, frames }, committed);
  } finally {
    closeSync(file);
  }
}

function imageOf(wal: Frames, committed: number): WalImage {
  const { file, frames } = wal;
  const header = Buffer.alloc(WAL_HEADER_BYTES);
  readFully(file, header, 0);
  const frameCrcs = new Uint32Array(frames);
  const salts: string[] = [];
  const pages = new Map<number, number>();
  let pageCount = 0;
  forEachFrame(wal, (frame, at) => {
    const frameHeader = frame.subarray(0, FRAME_HEADER_BYTES);
    const pageCrc = crc32(frame.subarray(FRAME_HEADER_BYTES));
    frameCrcs[at] = crc32(frameHeader, pageCrc);
    salts.push(frame.toString('latin1', 8, 16));
    if (at >= committed) return;
    pages.set(frame.readUInt32BE(0), pageCrc);
    pageCount = frame.readUInt32BE(4) || pageCount;
  });
  const headerSalt = header.toString('latin1', 16, 24);
  return { headerCrc: crc32(header), frameCrcs, salts, headerSalt, pages, pageCount };
}

interface Frames {
  readonly file: number;
  readonly pageSize: number;
  readonly frames: number;
}

function forEachFrame(
  { file, pageSize, frames }: Frames,
  see: (frame: Buffer, at: number) => void,
): void {
  const frameBytes = pageSize + FRAME_HEADER_BYTES;
  const buffer = Buffer.allocUnsafe(Math.min(frames, FRAMES_A_READ) * frameBytes);
  for (let from = 0; from < frames; from += FRAMES_A_READ) {
    const count = Math.min(FRAMES_A_READ, frames - from);
    readFully(file, buffer.subarray(0, count * frameBytes), WAL_HEADER_BYTES + from * frameBytes);
    for (let n = 0; n < count; n += 1) {
      see(buffer.subarray(n * frameBytes, (n + 1) * frameBytes), from + n);
    }
  }
}

/** Fills the buffer from a place in a file; a Contradiction where the file is shorter. */
export function readFully(file: number, buffer: Buffer, position: number): void {
  let done = 0;
  while (done < buffer.length) {
    const read = readSync(file, buffer, done, buffer.length - done, position + done);
    assert(read > 0, 'the file ends before what it should hold');
    done += read;
  }
}
