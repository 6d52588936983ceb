// Owns the seal's files on disk: written whole, synced, and put in place by a rename, so that a
// pulled plug leaves the old one or the new one. Refuses to write in place.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { decodeSeal, encodeSeal, type Seal } from './seal';

/** What a seal's file holds: nothing there, a seal, or bytes that are not as they were written. */
export type SealFile = Seal | 'missing' | 'damaged';

/** Reads a seal's file. */
export function readSeal(path: string): SealFile {
  if (!existsSync(path)) return 'missing';
  return decodeSeal(readFileSync(path)) ?? 'damaged';
}

/** Writes and syncs; afterwards the file survives a power cut. Throws the system's errors. */
export function writeSeal(path: string, seal: Seal): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, encodeSeal(seal));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  syncFolder(dirname(path));
}

/** Puts a written seal in the place of another. */
export function putSeal(from: string, to: string): void {
  renameSync(from, to);
}

/** Removes a seal that has become void. */
export function dropSeal(path: string): void {
  rmSync(path, { force: true });
}

/** Syncs a folder's entries; Windows has no such call and needs none. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
