// Owns the reading of settlements: pages, one by id, the newest. Refuses a view of its own: that is
// core's.
import type { Database } from 'better-sqlite3';
import type { Settlement, SettlementStatus } from '../../../../contract/settlement';
import type { SettlementFacts } from '../../../core/ledger/entries';
import { settlementView } from '../../../core/ledger/settlement';
import type { Queries } from '../../../flow/ports';
import { afterSeq, pageFrom } from './cursor';

interface SettlementRow {
  readonly seq: number;
  readonly status: SettlementStatus;
  readonly body: string;
}

const ROWS = 'SELECT s.seq, s.status, j.body FROM settlements s JOIN journal j ON j.seq = s.seq';

function viewOf({ seq, status, body }: SettlementRow): Settlement {
  const { settlement } = JSON.parse(body) as { settlement: SettlementFacts };
  return { ...settlementView(settlement, { seq }), status };
}

/** One page, oldest first. */
export function settlementPages(db: Database) {
  const all = db.prepare<[number, number], SettlementRow>(
    `${ROWS} WHERE s.seq > ? ORDER BY s.seq LIMIT ?`,
  );
  const some = db.prepare<[string, number, number], SettlementRow>(
    `${ROWS} WHERE s.status = ? AND s.seq > ? ORDER BY s.seq LIMIT ?`,
  );
  return ({ after, limit, state }: Queries['settlements']['ask']) => {
    const from = afterSeq(after);
    const rows = state === undefined ? all.all(from, limit + 1) : some.all(state, from, limit + 1);
    return pageFrom(rows.map(viewOf), limit);
  };
}

/** One settlement; null where there is none with this id. */
export function settlementById(db: Database) {
  const get = db.prepare<[string], SettlementRow>(`${ROWS} WHERE s.settlement_id = ?`);
  return ({ id }: Queries['settlement']['ask']): Settlement | null => {
    const row = get.get(id);
    return row === undefined ? null : viewOf(row);
  };
}

/** The newest `most`, oldest first. */
export function newestSettlements(db: Database, most: number): Settlement[] {
  const rows = db.prepare<[number], SettlementRow>(`${ROWS} ORDER BY s.seq DESC LIMIT ?`).all(most);
  return rows.map(viewOf).reverse();
}
