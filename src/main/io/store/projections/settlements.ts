// Owns the table of settlements. Refuses a second settlement for an auction: the table's own
// constraint says so.
import type { Database } from 'better-sqlite3';
import type { Projection } from './projection';

/** settlements. */
export function settlementTable(db: Database): Projection {
  const add = db.prepare<[number, string, string, string, number, string, number]>(
    'INSERT INTO settlements (seq, settlement_id, auction_id, advertiser_id, status, ' +
      "total_due_cents, currency, rehearsal) VALUES (?, ?, ?, ?, 'DUE', ?, ?, ?)",
  );
  return {
    'settlement-born': ({ seq, body: { settlement: s } }) => {
      const rehearsal = Number(s.rehearsal);
      const { settlementId, auctionId, advertiserId, totalDueCents, currency } = s;
      add.run(seq, settlementId, auctionId, advertiserId, totalDueCents, currency, rehearsal);
    },
  };
}
