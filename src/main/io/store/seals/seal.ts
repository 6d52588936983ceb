// Owns the seal's bytes: a crc of every page of the database, of every frame that lies in the WAL,
// the journal's head at that moment, and a crc over all of it. With it a changed byte is found even
// where no row uses it. Refuses to be proof against a forger: that is the hash chain's work.
import { crc32 } from 'node:zlib';
import type { Head } from '../vault/newest-head';

/** What the WAL held when it was sealed; none of its frames is ever changed, only overwritten. */
export interface SealedWal {
  readonly headerCrc: number;
  /** By frame, the first is 0. */
  readonly frameCrcs: Uint32Array;
}

/** A sealed database. */
export interface Seal {
  readonly pageSize: number;
  /** By page, the first is 0. */
  readonly pageCrcs: Uint32Array;
  readonly head: Head;
  /** Null where the WAL is empty. */
  readonly wal: SealedWal | null;
}

const MAGIC = 'CUEBSEAL';
const VERSION = 1;
const FIXED_BYTES = 72;

/** The file's bytes. */
export function encodeSeal(seal: Seal): Buffer {
  const frames = seal.wal?.frameCrcs ?? new Uint32Array(0);
  const bytes = Buffer.alloc(FIXED_BYTES + 4 * (seal.pageCrcs.length + frames.length) + 4);
  bytes.write(MAGIC, 0, 'latin1');
  const numbers = [VERSION, seal.pageSize, seal.pageCrcs.length, frames.length];
  numbers.forEach((number, at) => bytes.writeUInt32LE(number, 8 + 4 * at));
  bytes.writeUInt32LE(seal.wal?.headerCrc ?? 0, 24);
  bytes.writeBigUInt64LE(BigInt(seal.head.seq), 32);
  bytes.write(seal.head.hash, 40, 'hex');
  let at = FIXED_BYTES;
  for (const crcs of [seal.pageCrcs, frames]) {
    for (const crc of crcs) at = bytes.writeUInt32LE(crc, at);
  }
  bytes.writeUInt32LE(crc32(bytes.subarray(0, at)), at);
  return bytes;
}

/** The seal in a file's bytes; null where they are not as they were written. */
export function decodeSeal(bytes: Buffer): Seal | null {
  if (bytes.length < FIXED_BYTES + 4 || bytes.toString('latin1', 0, 8) !== MAGIC) return null;
  const end = bytes.length - 4;
  if (crc32(bytes.subarray(0, end)) !== bytes.readUInt32LE(end)) return null;
  const [version, pageSize, pages, frames] = [8, 12, 16, 20].map((at) => bytes.readUInt32LE(at));
  if (version !== VERSION || pageSize === undefined) return null;
  if (pages === undefined || frames === undefined) return null;
  const framesAt = FIXED_BYTES + 4 * pages;
  if (framesAt + 4 * frames !== end) return null;
  const frameCrcs = numbersAt(bytes, framesAt, frames);
  return {
    pageSize,
    pageCrcs: numbersAt(bytes, FIXED_BYTES, pages),
    head: { seq: Number(bytes.readBigUInt64LE(32)), hash: bytes.toString('hex', 40, 72) },
    wal: frames === 0 ? null : { headerCrc: bytes.readUInt32LE(24), frameCrcs },
  };
}

function numbersAt(bytes: Buffer, from: number, count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, at) => bytes.readUInt32LE(from + 4 * at));
}
