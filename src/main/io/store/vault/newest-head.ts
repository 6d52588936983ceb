// Owns the answer to where the chain ends. Refuses to remember it: it is read from the journal
// itself.
import type { Database } from 'better-sqlite3';
import { GENESIS_HASH } from '../../../core/ledger/chain';

/** The newest place of the chain. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** The last row's place, or the beginning of an empty journal. */
export function newestHead(db: Database): Head {
  const row = db.prepare<[], Head>('SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1').get();
  return row ?? { seq: 0, hash: GENESIS_HASH };
}
