// Owns the whole verification of one data directory, and which difference is the first: what the
// journal says before what the files say, since it names the entry and not a page. Refuses to stop
// at a broken file: whatever cannot be read is a difference.
import { existsSync, readFileSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { sayError } from '../../io/store/faults';
import type { StorePaths } from '../../io/store/paths';
import { type Anchor, readAnchor } from '../../io/store/seals/head-anchor';
import { missingRows } from '../../io/store/vault/lost-rows';
import { type Head, newestHead } from '../../io/store/vault/newest-head';
import {
  dropSource,
  isOurs,
  NoDatabase,
  NotOurs,
  openSource,
  type Source,
  takeSource,
} from './source';
import { type FileFindings, verifyFiles } from './verify-files';
import { type JournalFindings, verifyJournal } from './verify-journal';

/** What a verification found. */
export interface Report {
  /** The first difference in one line; null where there is none. */
  readonly difference: string | null;
  /** Whether an engine holds the directory. */
  readonly live: boolean;
  /** Null where the journal could not be read. */
  readonly journal: JournalFindings | null;
  /** What was not checked, and why. */
  readonly notes: readonly string[];
}

/** Reads of the note while a live engine rewrites it. */
const ANCHOR_READS = 20;

/** Verifies a data directory without changing it. Throws NoDatabase. */
export function verifyDir(dataDir: string): Report {
  const source = takeSource(dataDir);
  try {
    const { live, paths } = source;
    const anchor = settledAnchor(paths.head);
    const files = live ? null : verifyFiles(paths);
    const { journal, difference, headSeq } = openedFindings(source, anchor, files);
    const notes = notesOf({ files, anchor, headSeq });
    const sealed = isStale(files, headSeq) ? null : (files?.difference ?? null);
    return { difference: difference ?? sealed ?? lostLine(paths), live, journal, notes };
  } finally {
    dropSource(source);
  }
}

interface Opened {
  readonly journal: JournalFindings | null;
  readonly difference: string | null;
  readonly headSeq: number | null;
}

function openedFindings(source: Source, anchor: Anchor, files: FileFindings | null): Opened {
  let db: Database | null = null;
  try {
    db = openSource(source);
    const head = newestHead(db);
    const journal = verifyJournal(db, source.scratch);
    const difference = firstOf(journal, headDifference(db, anchor, head), head);
    return { journal, difference, headSeq: head.seq };
  } catch (error) {
    if (isOther(error, source.paths, files)) throw new NoDatabase(sayError(error));
    const difference = `the database cannot be read: ${sayError(error)}`;
    return { journal: null, difference, headSeq: null };
  } finally {
    db?.close();
  }
}

/** Whose database it is, is only believed of a file that is as it was written. */
function isOther(error: unknown, paths: StorePaths, files: FileFindings | null): boolean {
  if (!(error instanceof NotOurs)) return false;
  return !isOurs(paths) || (files !== null && files.difference === null);
}

function headDifference(db: Database, anchor: Anchor, head: Head): string | null {
  if (anchor === 'damaged') return 'the note of the newest row (cuebid.head) is damaged';
  return missingRows(db, anchor, head);
}

/** A loss at the end comes before what is odd only because of it: a sale without its settlement. */
function firstOf(journal: JournalFindings, atHead: string | null, head: Head): string | null {
  const { difference, atSeq } = journal;
  if (difference !== null && atSeq !== null && atSeq < head.seq) return difference;
  return atHead ?? difference;
}

function settledAnchor(path: string): Anchor {
  let anchor = readAnchor(path);
  for (let n = 1; n < ANCHOR_READS && anchor === 'damaged'; n += 1) anchor = readAnchor(path);
  return anchor;
}

interface Known {
  readonly files: FileFindings | null;
  readonly anchor: Anchor;
  readonly headSeq: number | null;
}

function notesOf({ files, anchor, headSeq }: Known): string[] {
  const notes: string[] = [];
  if (files === null) notes.push('an engine is running: page seals were not checked');
  else if (isStale(files, headSeq)) {
    notes.push('another program wrote to the database since: page seals were not checked');
  } else if (files.sealedSeq === null && files.difference === null) {
    notes.push('there are no page seals (cuebid.seal): they were not checked');
  }
  if (anchor === 'missing') notes.push('there is no note of the newest row (cuebid.head)');
  return notes;
}

/** The seals are older than the file: somebody else has written the WAL back. */
function isStale(files: FileFindings | null, headSeq: number | null): boolean {
  if (files === null || files.sealedSeq === null || headSeq === null) return false;
  return files.walIsEmpty && files.sealedSeq < headSeq;
}

function lostLine({ lost }: StorePaths): string | null {
  if (!existsSync(lost)) return null;
  const [line = ''] = readFileSync(lost, 'utf8').split('\n');
  return `noted at a start: ${line}`;
}
