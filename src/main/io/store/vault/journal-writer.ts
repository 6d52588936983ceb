// Owns the writing of flows: one transaction for a group of whole flows, each entry with its place
// in the chain, each projection brought along. Refuses halves: a group is recorded or rolled back.
import type { Database } from 'better-sqlite3';
import type { Draft } from '../../../core/ledger/entries';
import { write } from '../../../core/ledger/chain';
import type { Receipt } from '../../../flow/ports';
import { projectionsOf } from '../projections';
import type { Head } from './newest-head';
import { sha256 } from './sha256';

/** Records groups of flows and knows the head. */
export interface JournalWriter {
  readonly head: () => Head;
  /** One transaction for all flows; a receipt for each. Throws with nothing applied. */
  readonly record: (flows: readonly (readonly Draft[])[]) => Receipt[];
}

type Add = (drafts: readonly Draft[], from: Head, recordedAtMs: number) => Head;

/** The clock of recordedAtMs, and where the time that each commit took is noted (ms). */
export interface WriterPace {
  readonly wallMs: () => number;
  readonly flushed: (ms: number) => void;
}

/** A writer that goes on from `from`. */
export function journalWriter(db: Database, from: Head, pace: WriterPace): JournalWriter {
  const { wallMs, flushed } = pace;
  const add = adder(db);
  const [begin, commit, rollback] = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'].map((sql) =>
    db.prepare(sql),
  );
  let head = from;
  return {
    head: () => head,
    record: (flows) => {
      const recordedAtMs = wallMs();
      begin?.run();
      try {
        let at = head;
        const receipts = flows.map((drafts) => {
          const firstSeq = at.seq + 1;
          at = add(drafts, at, recordedAtMs);
          return { firstSeq, lastSeq: at.seq, recordedAtMs };
        });
        const fromMs = performance.now();
        commit?.run();
        flushed(performance.now() - fromMs);
        head = at;
        return receipts;
      } catch (error) {
        if (db.inTransaction) rollback?.run();
        throw error;
      }
    },
  };
}

function adder(db: Database): Add {
  const insert = db.prepare(
    'INSERT INTO journal (seq, type, actor, cause, arrived_at_ms, decided_at_ms, recorded_at_ms, ' +
      'body, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const project = projectionsOf(db);
  return (drafts, from, recordedAtMs) => {
    let { seq, hash: prevHash } = from;
    for (const draft of drafts) {
      seq += 1;
      const place = { seq, recordedAtMs, prevHash };
      const { hash, bodyText } = write(draft, place, sha256);
      const { type, actor, cause, arrivedAtMs, decidedAtMs } = draft;
      const origin = [type, actor, cause, arrivedAtMs, decidedAtMs] as const;
      insert.run(seq, ...origin, recordedAtMs, bodyText, prevHash, hash);
      project({ ...draft, ...place, hash });
      prevHash = hash;
    }
    return { seq, hash: prevHash };
  };
}
