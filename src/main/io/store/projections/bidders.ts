// Owns the table of bidders: who there is and where the newest registration stands in the journal.
// Refuses to keep older registrations; the journal has them.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection';

/** bidders. */
export function bidderTable(db: Database): Projection {
  const put = db.prepare<[string, number, string, number]>(
    'INSERT INTO bidders (bidder_id, seq, name, budget_cents) VALUES (?, ?, ?, ?) ' +
      'ON CONFLICT DO UPDATE SET seq = excluded.seq, name = excluded.name, ' +
      'budget_cents = excluded.budget_cents',
  );
  return {
    'bidder-registered': ({ seq, body: { bidder } }) => {
      put.run(bidder.bidderId, seq, bidder.name, bidder.budgetCents);
    },
  };
}
