// Owns the list of projections, in the order in which they see an entry, and of the tables that a
// rebuild must find equal.
import type { Database } from 'better-sqlite3';
import { auctionTables } from './auctions';
import { bidderTable } from './bidders';
import { markerTables } from './markers';
import { type Apply, joined } from './projection';
import { purseTables } from './purses';
import { settingTables } from './settings';
import { settlementTable } from './settlements';

/** Prepares every projection's statements on a connection. */
export function projectionsOf(db: Database): Apply {
  return joined([
    settingTables(db),
    bidderTable(db),
    markerTables(db),
    auctionTables(db),
    purseTables(db),
    settlementTable(db),
  ]);
}
