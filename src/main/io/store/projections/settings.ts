// Owns the tables of what is set for the whole truck: its id, whether it
// is a demo, the mode, the hold, the price book's versions.
// Refuses a version that was there before.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection';

/** settings, price_book_versions. */
export function settingTables(db: Database): Projection {
  const put = db.prepare<[string, string, number, number]>(
    'INSERT INTO settings (name, value, since_ms, seq) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE ' +
      'SET value = excluded.value, since_ms = excluded.since_ms, seq = excluded.seq',
  );
  const version = db.prepare<[number, number]>(
    'INSERT INTO price_book_versions (seq, version) VALUES (?, ?)',
  );
  return {
    'truck-founded': ({ seq, decidedAtMs, body }) => {
      put.run('truck_id', body.truckId, decidedAtMs, seq);
      if (body.demo === true) put.run('demo', 'true', decidedAtMs, seq);
    },
    'mode-changed': ({ seq, decidedAtMs, body }) => {
      put.run('mode', body.mode, decidedAtMs, seq);
    },
    'hold-changed': ({ seq, decidedAtMs, body }) => {
      put.run('held', String(body.held), decidedAtMs, seq);
    },
    'price-book-applied': ({ seq, body }) => {
      version.run(seq, body.version.version);
    },
  };
}
