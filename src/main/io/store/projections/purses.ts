// Owns the tables of holds and purses: what is set aside for each bid and what of every budget is
// held and spent, by the rules of core/ledger/purses. Refuses a negative purse.
import type { Database } from 'better-sqlite3';
import type { EntryBodies } from '../../../core/ledger/entries';
import { must } from '../../../core/lib/assert';
import type { Projection } from './projection';

interface Hold {
  readonly bidderId: string;
  readonly rehearsal: number;
  readonly amountCents: number;
}

type Move = (change: { bidderId: string; rehearsal: number; held: number; spent: number }) => void;

/** holds, purses. */
export function purseTables(db: Database): Projection {
  const move = mover(db);
  const release = releaser(db, move);
  const isRehearsal = db
    .prepare<[string], number>('SELECT rehearsal FROM auctions WHERE auction_id = ?')
    .pluck();
  const hold = db.prepare<[string, string, number, number]>(
    'INSERT INTO holds (auction_id, bidder_id, rehearsal, amount_cents, state) ' +
      "VALUES (?, ?, ?, ?, 'HELD')",
  );
  const fresh = db.prepare('UPDATE purses SET spent_cents = 0 WHERE rehearsal = 1');
  return {
    'auction-opened': ({ body: { opening } }) => {
      const { auctionId } = opening;
      const rehearsal = must(isRehearsal.get(auctionId), `auction ${auctionId} was not created`);
      for (const { bidderId, amountCents } of opening.bids) {
        hold.run(auctionId, bidderId, rehearsal, amountCents);
        move({ bidderId, rehearsal, held: amountCents, spent: 0 });
      }
    },
    'auction-closed': ({ body }) => {
      release(body.auctionId, body.decision);
    },
    'auction-dropped': ({ body }) => {
      release(body.auctionId, null);
    },
    'mode-changed': ({ body }) => {
      if (body.mode === 'REHEARSAL') fresh.run();
    },
  };
}

function mover(db: Database): Move {
  const put = db.prepare<[string, number]>(
    'INSERT INTO purses (bidder_id, rehearsal, held_cents, spent_cents) VALUES (?, ?, 0, 0) ' +
      'ON CONFLICT DO NOTHING',
  );
  const add = db.prepare<[number, number, string, number]>(
    'UPDATE purses SET held_cents = held_cents + ?, spent_cents = spent_cents + ? ' +
      'WHERE bidder_id = ? AND rehearsal = ?',
  );
  return ({ bidderId, rehearsal, held, spent }) => {
    put.run(bidderId, rehearsal);
    add.run(held, spent, bidderId, rehearsal);
  };
}

/** Ends an auction's holds: the winner's becomes money spent, the others go back. */
function releaser(
  db: Database,
  move: Move,
): (auctionId: string, decision: EntryBodies['auction-closed']['decision'] | null) => void {
  const held = db.prepare<[string], Hold>(
    'SELECT bidder_id AS bidderId, rehearsal, amount_cents AS amountCents FROM holds ' +
      "WHERE auction_id = ? AND state = 'HELD'",
  );
  const end = db.prepare<[string, string, string]>(
    'UPDATE holds SET state = ? WHERE auction_id = ? AND bidder_id = ?',
  );
  return (auctionId, decision) => {
    for (const { bidderId, rehearsal, amountCents } of held.all(auctionId)) {
      const won = decision?.winner?.bidderId === bidderId;
      end.run(won ? 'CONVERTED' : 'RELEASED', auctionId, bidderId);
      const spent = won ? (decision.priceCents ?? 0) : 0;
      move({ bidderId, rehearsal, held: -amountCents, spent });
    }
  };
}
