// Owns what the engine reads back at a start, or after a refused commit. Refuses to apply crash
// rules: those are the flows' own.
import type { Database } from 'better-sqlite3';
import type { Mode } from '../../../../contract/status';
import type { Bidder } from '../../../core/auction/bidder';
import type { Snapshot } from '../../../flow/ports';
import { AuctionReader } from './auctions';
import { MarkerReader } from './markers';
import { currentBook } from './price-book';
import { newestSettlements } from './settlements';
import { moneyTotals } from './totals';

/** Rows of each feed that are shown again. */
const FEED_ROWS = 500;
/** Ended auctions that may have to be announced again: far more than ten minutes hold. */
const ENDED_ROWS = 2_000;

interface Setting {
  readonly value: string;
  readonly sinceMs: number;
}

/** Everything but the head of the chain. */
export function snapshotOf(db: Database, nowMs: number): Omit<Snapshot, 'head'> {
  const setting = settings(db);
  const mode = setting('mode');
  const hold = setting('held');
  const auctions = new AuctionReader(db);
  const markers = new MarkerReader(db);
  return {
    truckId: setting('truck_id')?.value ?? null,
    demo: setting('demo') !== undefined,
    mode: mode === undefined ? null : { mode: mode.value as Mode, sinceMs: mode.sinceMs },
    hold: hold?.value === 'true' ? { sinceMs: hold.sinceMs } : null,
    book: currentBook(db),
    bidders: bidders(db),
    purses: purses(db),
    recentMarkers: markers.recent(nowMs),
    unfinished: auctions.unfinished(),
    lastEnded: auctions.endedBeforeAir(nowMs, ENDED_ROWS),
    counters: counters(db),
    auctionCounts: counts(db, 'auctions'),
    settlementCounts: counts(db, 'settlements'),
    totals: moneyTotals(db),
    recent: {
      markers: markers.newest(FEED_ROWS),
      auctions: auctions.newest(FEED_ROWS),
      settlements: newestSettlements(db, FEED_ROWS),
    },
  };
}

function settings(db: Database): (name: string) => Setting | undefined {
  const get = db.prepare<[string], Setting>(
    'SELECT value, since_ms AS sinceMs FROM settings WHERE name = ?',
  );
  return (name) => get.get(name);
}

function bidders(db: Database): Bidder[] {
  const bodies = db
    .prepare<[], string>(
      'SELECT j.body FROM bidders b JOIN journal j ON j.seq = b.seq ORDER BY b.seq',
    )
    .pluck()
    .all();
  return bodies.map((body) => (JSON.parse(body) as { bidder: Bidder }).bidder);
}

function purses(db: Database): Snapshot['purses'] {
  type Row = Omit<Snapshot['purses'][number], 'rehearsal'> & { rehearsal: number };
  const rows = db
    .prepare<[], Row>(
      'SELECT bidder_id AS bidderId, rehearsal, held_cents AS heldCents, ' +
        'spent_cents AS spentCents FROM purses ORDER BY bidder_id, rehearsal',
    )
    .all();
  return rows.map((row) => ({ ...row, rehearsal: row.rehearsal === 1 }));
}

/** Ids end in a number (A-0218); the highest one used. */
function counters(db: Database): Snapshot['counters'] {
  const highest = (sql: string): number => Number(db.prepare(sql).pluck().get() ?? 0);
  const number = (id: string): string => `CAST(substr(${id}, instr(${id}, '-') + 1) AS INTEGER)`;
  return {
    marker: highest('SELECT max(number) FROM markers'),
    auction: highest(`SELECT max(${number('auction_id')}) FROM auctions`),
    settlement: highest(`SELECT max(${number('settlement_id')}) FROM settlements`),
  };
}

function counts(db: Database, table: 'auctions' | 'settlements'): Record<string, number> {
  const rows = db
    .prepare<[], [string, number]>(`SELECT status, count(*) FROM ${table} GROUP BY status`)
    .raw()
    .all();
  return Object.fromEntries(rows);
}
