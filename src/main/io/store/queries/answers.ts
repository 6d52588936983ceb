// Owns the list of questions the store answers, prepared once on a connection. Refuses any that is
// not in the port.
import type { Database } from 'better-sqlite3';
import type { Queries } from '../../../flow/ports';
import { AuctionReader } from './auctions';
import { MarkerReader } from './markers';
import { priceBookPages } from './price-book';
import { settlementById, settlementPages } from './settlements';

/** Answers by name. Each throws StoreRefusal `cursor` for a foreign cursor. */
export type Answers = { readonly [Q in keyof Queries]: (ask: Queries[Q]['ask']) => Answer<Q> };
type Answer<Q extends keyof Queries> = Queries[Q]['answer'];

/** Prepares the answers. */
export function answersOf(db: Database): Answers {
  const auctions = new AuctionReader(db);
  const markers = new MarkerReader(db);
  return {
    markers: (ask) => markers.page(ask),
    marker: ({ id }) => markers.one(id),
    auctions: (ask) => auctions.page(ask),
    auction: (ask) => auctions.auction(ask),
    bids: (ask) => auctions.bids(ask),
    explain: (ask) => auctions.explain(ask),
    priceBookVersions: priceBookPages(db),
    settlements: settlementPages(db),
    settlement: settlementById(db),
  };
}
