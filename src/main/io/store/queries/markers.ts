// Owns the reading of markers: pages, the newest rows, and what the duplicate rule must remember. A
// byte-equal copy is shown with the facts of its original. Refuses a view of its own: that is
// core's.
import type { Database, Statement } from 'better-sqlite3';
import type { Marker } from '../../../../contract/marker';
import { must } from '../../../core/lib/assert';
import type { EntryBodies, MarkerFacts } from '../../../core/ledger/entries';
import { markerView, repeatView } from '../../../core/marker/view';
import type { Queries, Snapshot } from '../../../flow/ports';
import { idNumber } from '../projections/id-number';
import { afterSeq, pageWithin, type Sized } from './cursor';

interface MarkerRow {
  readonly seq: number;
  readonly recordedAtMs: number;
  readonly receivedAtMs: number;
  readonly auctionId: string | null;
  readonly copies: number;
  readonly body: string;
  readonly release: string | null;
}

/** The most rows, and the most of their text, that the duplicate rule is given at a start. */
const REMEMBER_MOST = 50_000;
const REMEMBER_MOST_CHARS = 67_108_864;

const ROWS =
  'SELECT m.seq, j.recorded_at_ms AS recordedAtMs, m.received_at_ms AS receivedAtMs, ' +
  'm.auction_id AS auctionId, m.copies, j.body, r.body AS release FROM markers m ' +
  'JOIN journal j ON j.seq = m.seq LEFT JOIN journal r ON r.seq = m.released_seq';

interface Older {
  readonly before: number;
  readonly most: number;
  readonly status: string | null;
}

type Body = EntryBodies['marker-recorded'] | EntryBodies['marker-repeated'];

/** Everything that is asked about markers, on one connection. */
export class MarkerReader {
  private readonly all: Statement<[number, number], MarkerRow>;
  private readonly some: Statement<[string, number, number], MarkerRow>;
  private readonly older: Statement<[Older], MarkerRow>;
  private readonly newestRows: Statement<[number], MarkerRow>;
  private readonly newestFirst: Statement<[], { receivedAtMs: number }>;
  private readonly unexpired: Statement<[number, number], MarkerRow>;
  private readonly byNumber: Statement<[number], MarkerRow>;

  constructor(db: Database) {
    this.all = db.prepare(`${ROWS} WHERE m.seq > ? ORDER BY m.seq LIMIT ?`);
    this.some = db.prepare(`${ROWS} WHERE m.status = ? AND m.seq > ? ORDER BY m.seq LIMIT ?`);
    this.older = db.prepare(
      `${ROWS} WHERE m.seq < @before AND (@status IS NULL OR m.status = @status) ` +
        'ORDER BY m.seq DESC LIMIT @most',
    );
    this.newestRows = db.prepare(`${ROWS} ORDER BY m.seq DESC LIMIT ?`);
    this.newestFirst = db.prepare(
      'SELECT received_at_ms AS receivedAtMs FROM markers ' +
        'WHERE +expires_at_ms IS NOT NULL ORDER BY seq DESC LIMIT 1',
    );
    this.unexpired = db.prepare(
      `${ROWS} WHERE m.seq IN (SELECT seq FROM markers WHERE expires_at_ms >= ? ` +
        'ORDER BY +seq DESC LIMIT ?) ORDER BY m.seq DESC',
    );
    this.byNumber = db.prepare(`${ROWS} WHERE m.number = ?`);
  }

  /** One page, oldest first. */
  page({ after, before, limit, status }: Queries['markers']['ask']): Queries['markers']['answer'] {
    const [from, most] = [afterSeq(after), limit + 1];
    if (before !== undefined) return this.pageBefore({ before, limit, status });
    const rows =
      status === undefined ? this.all.iterate(from, most) : this.some.iterate(status, from, most);
    return pageWithin(this.views(rows), limit);
  }

  /** The newest rows that are older than a seq, oldest first; its `next` is the next `before`. */
  private pageBefore(ask: Queries['markers']['ask'] & { before: number }) {
    const { before, limit, status = null } = ask;
    const rows = this.older.iterate({ before, most: limit + 1, status });
    const { items, next } = pageWithin(this.views(rows), limit);
    return { items: items.reverse(), next };
  }

  /** One marker, or null. */
  one(id: string): Marker | null {
    const row = this.byNumber.get(/^M-\d+$/u.test(id) ? idNumber(id) : 0);
    if (row === undefined) return null;
    const [view] = [...this.views([row])];
    return view?.item.id === id ? view.item : null;
  }

  /** The newest `most` markers, oldest first. */
  newest(most: number): Marker[] {
    const rows = this.newestRows.all(most).reverse();
    return [...this.views(rows)].map(({ item }) => item);
  }

  /**
   * First copies that could still have copies when the newest one arrived, or now, whichever is
   * earlier; oldest first. Where they are too many, the newest.
   */
  recent(nowMs: number): Snapshot['recentMarkers'] {
    const rows: MarkerRow[] = [];
    const sinceMs = Math.min(this.newestFirst.get()?.receivedAtMs ?? nowMs, nowMs);
    let chars = 0;
    for (const row of this.unexpired.iterate(sinceMs, REMEMBER_MOST)) {
      chars += row.body.length;
      if (chars > REMEMBER_MOST_CHARS) break;
      rows.push(row);
    }
    return rows.reverse().map((row) => {
      const { seq, recordedAtMs } = row;
      return { ...factsOf(row), seq, recordedAtMs };
    });
  }

  private *views(rows: Iterable<MarkerRow>): Generator<Sized<Marker>> {
    const originals = new Map<string, MarkerRow>();
    for (const row of rows) {
      const body = JSON.parse(row.body) as Body;
      if ('marker' in body) {
        yield { item: markerView(withChanges(body.marker, row), row), chars: row.body.length };
        continue;
      }
      const { of } = body.repeat;
      const original = originals.get(of) ?? this.original(of);
      originals.set(of, original);
      const item = repeatView(factsOf(original), body.repeat, row);
      yield { item, chars: original.body.length };
    }
  }

  private original(id: string): MarkerRow {
    return must(this.byNumber.get(idNumber(id)), `there is no marker ${id}`);
  }
}

function factsOf(row: MarkerRow): MarkerFacts {
  const { marker } = JSON.parse(row.body) as EntryBodies['marker-recorded'];
  return withChanges(marker, row);
}

/** What changed after the marker was recorded. */
function withChanges(marker: MarkerFacts, row: MarkerRow): MarkerFacts {
  const { auctionId, copies, release } = row;
  if (release === null) return { ...marker, auctionId, copies };
  const released = (JSON.parse(release) as EntryBodies['marker-released']).release;
  return { ...marker, ...released, auctionId, copies };
}
