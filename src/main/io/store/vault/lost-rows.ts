// Owns the comparison of the journal with the note of its newest acknowledged row, at a start.
// Refuses to stop the start: what is lost is said in health, written down for the verifier, and the
// WAL as it was found is kept.
import { appendFileSync, copyFileSync, existsSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { StorePaths } from '../paths';
import type { Anchor } from '../seals/head-anchor';
import type { Head } from './newest-head';

/** What is missing of the journal, as a sentence; null where the note and the journal agree. */
export function missingRows(db: Database, anchor: Anchor, head: Head): string | null {
  if (typeof anchor === 'string' || anchor.seq === 0) return null;
  if (anchor.seq > head.seq) {
    const first = head.seq + 1;
    return first === anchor.seq
      ? `row ${first} of the journal was acknowledged and is lost`
      : `rows ${first} to ${anchor.seq} of the journal were acknowledged and are lost`;
  }
  const hash = db.prepare<[number], string>('SELECT hash FROM journal WHERE seq = ?').pluck();
  if (hash.get(anchor.seq) === anchor.hash) return null;
  return `row ${anchor.seq} of the journal is not the one that was acknowledged`;
}

/** Writes a finding down for good and keeps the WAL; before anything is written back. */
export function keepEvidence(paths: StorePaths, finding: string, atMs: number): void {
  if (existsSync(paths.wal)) copyFileSync(paths.wal, `${paths.wal}.lost-${atMs}`);
  appendFileSync(paths.lost, `${new Date(atMs).toISOString()} ${finding}\n`);
}
