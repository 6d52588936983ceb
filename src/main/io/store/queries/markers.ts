// Owns the reading of markers: pages, the newest rows, and what the duplicate rule must remember.
// Refuses a view of its own: that is core's.
import type { Database } from 'better-sqlite3';
import type { Marker } from '../../../../contract/marker';
import type { EntryBodies, MarkerFacts } from '../../../core/ledger/entries';
import { must } from '../../../core/lib/assert';
import { markerView, repeatView } from '../../../core/marker/view';
import type { Queries, Snapshot } from '../../../flow/ports';
import { idNumber } from '../projections/id-number';
import { afterSeq, pageFrom } from './cursor';

interface MarkerRow {
  readonly seq: number;
  readonly recordedAtMs: number;
  readonly auctionId: string | null;
  readonly copies: number;
  readonly body: string;
}

/** How far back the duplicate rule may look, and the most rows it is given. */
const REMEMBER_MS = 120_000;
const REMEMBER_MOST = 50_000;

const ROWS =
  'SELECT m.seq, j.recorded_at_ms AS recordedAtMs, m.auction_id AS auctionId, m.copies, j.body ' +
  'FROM markers m JOIN journal j ON j.seq = m.seq';

type Body = Partial<EntryBodies['marker-recorded'] & EntryBodies['marker-repeated']>;

function factsOf(row: MarkerRow): MarkerFacts {
  const { marker } = JSON.parse(row.body) as EntryBodies['marker-recorded'];
  return { ...marker, auctionId: row.auctionId, copies: row.copies };
}

/** Views of rows; a copy to the last byte is read with its original. */
function viewer(db: Database): (row: MarkerRow) => Marker {
  const byNumber = db.prepare<[number], MarkerRow>(`${ROWS} WHERE m.number = ?`);
  return (row) => {
    const { repeat } = JSON.parse(row.body) as Body;
    if (repeat === undefined) return markerView(factsOf(row), row);
    const original = must(byNumber.get(idNumber(repeat.of)), `${repeat.of} is in the journal`);
    return repeatView(factsOf(original), repeat, row);
  };
}

/** Pages of markers, oldest first. */
export function markerPages(db: Database) {
  const all = db.prepare<[number, number], MarkerRow>(
    `${ROWS} WHERE m.seq > ? ORDER BY m.seq LIMIT ?`,
  );
  const some = db.prepare<[string, number, number], MarkerRow>(
    `${ROWS} WHERE m.status = ? AND m.seq > ? ORDER BY m.seq LIMIT ?`,
  );
  const viewOf = viewer(db);
  return ({ after, limit, status }: Queries['markers']['ask']): Queries['markers']['answer'] => {
    const from = afterSeq(after);
    const rows =
      status === undefined ? all.all(from, limit + 1) : some.all(status, from, limit + 1);
    return pageFrom(rows.map(viewOf), limit);
  };
}

/** The newest `most` markers, oldest first. */
export function newestMarkers(db: Database, most: number): Marker[] {
  const rows = db.prepare<[number], MarkerRow>(`${ROWS} ORDER BY m.seq DESC LIMIT ?`).all(most);
  return rows.map(viewer(db)).reverse();
}

/**
 * First copies with an identity, or ACCEPTED, that arrived within two minutes before the newest
 * marker or before now, whichever is earlier; oldest first.
 */
export function recentMarkers(db: Database, nowMs: number): Snapshot['recentMarkers'] {
  const rows = db
    .prepare<[], MarkerRow & { receivedAtMs: number; status: string }>(
      `${ROWS.replace('m.copies,', 'm.copies, m.received_at_ms AS receivedAtMs, m.status,')} ` +
        "WHERE m.status <> 'DUPLICATE' ORDER BY m.seq DESC",
    )
    .iterate();
  const recent: Snapshot['recentMarkers'][number][] = [];
  let sinceMs: number | null = null;
  for (const row of rows) {
    sinceMs ??= Math.min(row.receivedAtMs, nowMs) - REMEMBER_MS;
    if (row.receivedAtMs < sinceMs || recent.length >= REMEMBER_MOST) break;
    recent.push({ ...factsOf(row), seq: row.seq, recordedAtMs: row.recordedAtMs });
  }
  return recent.reverse();
}
