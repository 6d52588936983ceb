// Owns the note of the newest acknowledged place of the chain, beside the database. A changed byte
// in the WAL makes SQLite drop the frames after it without a word; then the journal ends before
// this note. Rewritten in place after each commit and not synced: the WAL was synced before, so
// after a power cut the note is at or behind what is on disk.
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { Head } from '../vault/newest-head';

/** What the note says: nothing there, a place, or bytes that are not as they were written. */
export type Anchor = Head | 'missing' | 'damaged';

const LINE = /^([0-9]{16}) ([0-9a-f]{64}) [0-9a-f]{8}\n$/u;

function lineOf({ seq, hash }: Head): string {
  const text = `${String(seq).padStart(16, '0')} ${hash}`;
  return `${text} ${crc32(text).toString(16).padStart(8, '0')}\n`;
}

/** Reads the note. An empty file is one that a power cut kept from ever being written. */
export function readAnchor(path: string): Anchor {
  const line = existsSync(path) ? readFileSync(path, 'latin1') : '';
  if (line === '') return 'missing';
  const [, seq, hash] = LINE.exec(line) ?? [];
  if (seq === undefined || hash === undefined) return 'damaged';
  const head = { seq: Number(seq), hash };
  return lineOf(head) === line ? head : 'damaged';
}

/** The note, held open for writing. */
export class HeadAnchor {
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, existsSync(path) ? 'r+' : 'w');
  }

  write(head: Head): void {
    writeSync(this.file, lineOf(head), 0, 'latin1');
  }

  close(): void {
    closeSync(this.file);
  }
}
