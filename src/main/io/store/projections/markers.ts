// Owns the tables of markers and of refused cues. Refuses to copy the facts: they are read from the
// journal at the row's seq.
import type { Database } from 'better-sqlite3';
import type { MarkerFacts } from '../../../core/ledger/entries';
import { forgottenAtMs } from '../../../core/marker/same-marker';
import { idNumber } from './id-number';
import type { Projection } from './projection';

/** markers, rejected_cues. */
export function markerTables(db: Database): Projection {
  type Row = [number, number, string, number, number | null, string | null, number];
  const add = db.prepare<Row>(
    'INSERT INTO markers (seq, number, status, received_at_ms, expires_at_ms, auction_id, ' +
      'copies) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const copy = db.prepare<[number, number]>('UPDATE markers SET copies = ? WHERE number = ?');
  const release = db.prepare<[string, number, number]>(
    'UPDATE markers SET status = ?, released_seq = ? WHERE number = ?',
  );
  const sell = db.prepare<[string, number]>('UPDATE markers SET auction_id = ? WHERE number = ?');
  const reject = db.prepare<[string, string, number, number, number]>(
    'INSERT INTO rejected_cues (address, reason, count, first_at_ms, last_at_ms) ' +
      'VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count, ' +
      'last_at_ms = max(last_at_ms, excluded.last_at_ms)',
  );
  return {
    'marker-recorded': ({ seq, body: { marker } }) => {
      const { id, status, receivedAtMs, auctionId, copies } = marker;
      add.run(seq, idNumber(id), status, receivedAtMs, expiryOf(marker), auctionId, copies);
    },
    'marker-repeated': ({ seq, body: { repeat } }) => {
      add.run(seq, idNumber(repeat.id), 'DUPLICATE', repeat.receivedAtMs, null, null, 0);
    },
    'marker-copied': ({ body }) => {
      copy.run(body.copies, idNumber(body.markerId));
    },
    'marker-released': ({ seq, body }) => {
      release.run(body.release.status, seq, idNumber(body.markerId));
    },
    'auction-created': ({ body: { terms } }) => {
      sell.run(terms.auctionId, idNumber(terms.markerId));
    },
    'cues-rejected': ({ body: { address, counts, fromMs, toMs } }) => {
      for (const [reason, count] of Object.entries(counts)) {
        if (count > 0) reject.run(address, reason, count, fromMs, toMs);
      }
    },
  };
}

/** How long the duplicate rule needs it (epoch ms); null where it has no copies of its own. */
function expiryOf({ status, identity, receivedAtMs }: MarkerFacts): number | null {
  if (status === 'DUPLICATE' || identity === null) return null;
  return forgottenAtMs(identity, receivedAtMs);
}
