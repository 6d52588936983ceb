// Owns the audit of an open database: the journal is read once, each entry goes through core's
// replay and into new projections, and these are compared with the ones that are there.
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createReplay, type Verdict } from '../../core/ledger/replay';
import { compareProjections } from '../../io/store/projections/compare';
import { rebuildProjections, type Unapplied } from '../../io/store/projections/rebuild';
import { sha256 } from '../../io/store/vault/sha256';

/** What the journal shows; `difference` is the first one, as a sentence. */
export interface JournalFindings {
  readonly difference: string | null;
  /** The entry that does not fit; null where the difference is not in the journal itself. */
  readonly atSeq: number | null;
  readonly head: Verdict['head'];
  readonly counters: Verdict['counters'];
}

/** Reads the whole journal; `scratch` is a folder for the projections made anew. */
export function verifyJournal(db: Database, scratch: string): JournalFindings {
  const replay = createReplay({ sha256 });
  const rebuilt = rebuildProjections(db, join(scratch, 'rebuilt.sqlite'), replay.feed);
  try {
    const verdict = replay.end();
    const wrong = firstOf(verdict, rebuilt.unapplied);
    const difference =
      wrong === null
        ? (compareProjections(db, rebuilt.db) ?? integrity(db))
        : `entry ${wrong.seq}: ${wrong.what}`;
    const { head, counters } = verdict;
    return { difference, atSeq: wrong?.seq ?? null, head, counters };
  } finally {
    rebuilt.db.close();
  }
}

function firstOf({ difference }: Verdict, unapplied: Unapplied | null): Unapplied | null {
  if (difference === null || unapplied === null) return difference ?? unapplied;
  return difference.seq <= unapplied.seq ? difference : unapplied;
}

function integrity(db: Database): string | null {
  const said = String(db.pragma('integrity_check(1)', { simple: true }));
  return said === 'ok' ? null : `the database file: ${said.replaceAll(/\s+/gu, ' ')}`;
}
