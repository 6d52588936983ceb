// Owns the reading of auctions, their bids and explanations: the state is put together from the
// journal's rows the projection points to, the views are core's. Refuses a view of its own.
import type { Database } from 'better-sqlite3';
import type { Auction } from '../../../../contract/auction';
import type { AuctionEnd, AuctionState, Place } from '../../../core/auction/record';
import { auctionView, bidViews, explainView } from '../../../core/auction/view';
import type { Entry } from '../../../core/ledger/entries';
import type { Queries } from '../../../flow/ports';
import { afterSeq, pageFrom } from './cursor';
import { journalReader, type ReadEntry } from './journal-reader';

interface AuctionRow {
  readonly seq: number;
  readonly openedSeq: number | null;
  readonly endedSeq: number | null;
}

/** What is known of one auction, and the place its row shows. */
export interface Known {
  readonly state: AuctionState;
  readonly place: Place;
}

const ROWS = 'SELECT seq, opened_seq AS openedSeq, ended_seq AS endedSeq FROM auctions';
/** Filters that are no states: live is OPEN, EXTENDED and CLOSING, closed all the rest. */
const GROUPS = new Map([
  ['live', "phase = 'live'"],
  ['closed', "phase <> 'live'"],
]);

/** Everything that is asked about auctions, on one connection. */
export class AuctionReader {
  private readonly db: Database;
  private readonly read: ReadEntry;

  constructor(db: Database) {
    this.db = db;
    this.read = journalReader(db);
  }

  /** One page, oldest first. There are no categories yet, so none has an auction. */
  page({ after, limit, offset, status, category }: Queries['auctions']['ask']) {
    if (category !== undefined) return pageFrom<Auction>([], limit);
    const which = status === undefined ? '1' : (GROUPS.get(status) ?? 'status = @status');
    const rows = this.db
      .prepare<[Record<string, string | number>], AuctionRow>(
        `${ROWS} WHERE ${which} AND seq > @from ORDER BY seq LIMIT @most OFFSET @offset`,
      )
      .all({
        status: status ?? '',
        from: afterSeq(after),
        most: limit + 1,
        offset: offset ?? 0,
      });
    return pageFrom(
      rows.map((row) => this.view(row)),
      limit,
    );
  }

  /** One auction; null where there is none with this id. */
  auction({ id }: Queries['auction']['ask']): Auction | null {
    const row = this.row(id);
    return row === undefined ? null : this.view(row);
  }

  /** Its explanation; null where there is none with this id. */
  explain({ id }: Queries['explain']['ask']): Queries['explain']['answer'] {
    const row = this.row(id);
    return row === undefined ? null : explainView(this.known(row).state);
  }

  /** A page of its bids in the order in which they were placed; empty where there are none. */
  bids({ id, after, limit }: Queries['bids']['ask']): Queries['bids']['answer'] {
    const row = this.row(id);
    const from = afterSeq(after);
    const bids = row === undefined ? [] : bidViews(this.known(row).state);
    return pageFrom(bids.filter(({ seq }) => seq > from).slice(0, limit + 1), limit);
  }

  /** The newest rows, oldest first. */
  newest(most: number): Auction[] {
    const sql = `${ROWS} ORDER BY seq DESC LIMIT ?`;
    const rows = this.db.prepare<[number], AuctionRow>(sql).all(most).reverse();
    return rows.map((row) => this.view(row));
  }

  /** The ended ones whose slot may still air after `nowMs` (epoch), the newest, oldest first. */
  endedBeforeAir(nowMs: number, most: number): AuctionState[] {
    const sql = `${ROWS} WHERE air_by_ms > ? AND +phase = 'closed' ORDER BY +seq DESC LIMIT ?`;
    const rows = this.db.prepare<[number, number], AuctionRow>(sql).all(nowMs, most);
    return rows.reverse().map((row) => this.known(row).state);
  }

  /** All that have not ended, oldest first. */
  unfinished(): { state: AuctionState; seq: number }[] {
    const rows = this.db
      .prepare<[], AuctionRow>(`${ROWS} WHERE phase IN ('waiting', 'live') ORDER BY seq`)
      .all();
    return rows.map((row) => ({ state: this.known(row).state, seq: row.seq }));
  }

  private row(id: string): AuctionRow | undefined {
    return this.db.prepare<[string], AuctionRow>(`${ROWS} WHERE auction_id = ?`).get(id);
  }

  private view(row: AuctionRow): Auction {
    const { state, place } = this.known(row);
    return auctionView(state, place);
  }

  private known({ seq, openedSeq, endedSeq }: AuctionRow): Known {
    const created = this.read(seq, 'auction-created');
    const opened = openedSeq === null ? null : this.read(openedSeq, 'auction-opened');
    const ended =
      endedSeq === null ? null : this.read(endedSeq, 'auction-closed', 'auction-dropped');
    const state = {
      terms: created.body.terms,
      createdAtMs: created.decidedAtMs,
      opening: opened?.body.opening ?? null,
      end: ended === null ? null : endOf(ended),
    };
    const { recordedAtMs } = ended ?? opened ?? created;
    return { state, place: { seq, recordedAtMs } };
  }
}

function endOf(ended: Entry<'auction-closed' | 'auction-dropped'>): AuctionEnd {
  if (ended.type === 'auction-closed') {
    const { auctionId: _closed, ...rest } = ended.body;
    return { kind: 'closed', ...rest };
  }
  const { auctionId: _dropped, ...rest } = ended.body;
  return { kind: 'dropped', ...rest };
}
