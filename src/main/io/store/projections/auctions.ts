// Owns the tables of auctions and their bids: the state, and where in the journal each step stands.
// Refuses a second auction for a marker, and any change to a closed one.
import type { Database } from 'better-sqlite3';
import type { Outcome } from '../../../core/auction/record';
import { assert } from '../../../core/lib/assert';
import type { Projection } from './projection';

/** auctions, bids. */
export function auctionTables(db: Database): Projection {
  const add = db.prepare<[number, string, string, number, number, number]>(
    'INSERT INTO auctions (seq, auction_id, marker_id, status, phase, rehearsal, ' +
      "created_at_ms, air_by_ms) VALUES (?, ?, ?, 'CREATED', 'waiting', ?, ?, ?)",
  );
  const open = db.prepare<[number, string]>(
    "UPDATE auctions SET status = 'OPEN', phase = 'live', opened_seq = ? " +
      "WHERE auction_id = ? AND phase = 'waiting'",
  );
  const end = db.prepare<[string, number, number | null, string]>(
    "UPDATE auctions SET status = ?, phase = 'closed', ended_seq = ?, price_cents = ? " +
      "WHERE auction_id = ? AND phase <> 'closed'",
  );
  const bid = db.prepare<[string, number, string, string, number]>(
    'INSERT INTO bids (auction_id, n, bid_id, bidder_id, amount_cents) VALUES (?, ?, ?, ?, ?)',
  );
  const settleBids = bidEnds(db);
  const one = (result: { changes: number }, auctionId: string): void => {
    assert(result.changes === 1, `auction ${auctionId} is not in the state for this step`);
  };
  return {
    'auction-created': ({ seq, decidedAtMs, body: { terms } }) => {
      const { auctionId, markerId, rehearsal, airByMs } = terms;
      add.run(seq, auctionId, markerId, Number(rehearsal), decidedAtMs, airByMs);
    },
    'auction-opened': ({ seq, body: { opening } }) => {
      const { auctionId, bids } = opening;
      one(open.run(seq, auctionId), auctionId);
      for (const b of bids) bid.run(auctionId, b.seq, b.bidId, b.bidderId, b.amountCents);
    },
    'auction-closed': ({ seq, body: { auctionId, decision } }) => {
      one(end.run(decision.status, seq, decision.priceCents, auctionId), auctionId);
      settleBids(auctionId, decision.outcomes);
    },
    'auction-dropped': ({ seq, body: { auctionId, status, outcomes } }) => {
      one(end.run(status, seq, null, auctionId), auctionId);
      settleBids(auctionId, outcomes);
    },
  };
}

function bidEnds(db: Database): (auctionId: string, outcomes: readonly Outcome[]) => void {
  const settle = db.prepare<[string, string, string]>(
    'UPDATE bids SET reason = ? WHERE auction_id = ? AND bid_id = ?',
  );
  return (auctionId, outcomes) => {
    for (const { bidId, reason } of outcomes) {
      if (bidId !== null) settle.run(reason, auctionId, bidId);
    }
  };
}
