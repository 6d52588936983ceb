// Owns the reading of the price book's versions. Refuses to judge which is in force by anything but
// the order of the journal.
import type { Database } from 'better-sqlite3';
import type { Page } from '../../../../contract/page';
import type { PriceBookVersion } from '../../../../contract/price-book';
import type { Queries } from '../../../flow/ports';
import { afterSeq, pageWithin } from './cursor';

interface VersionRow {
  readonly seq: number;
  readonly body: string;
}

const ROWS = 'SELECT v.seq, j.body FROM price_book_versions v JOIN journal j ON j.seq = v.seq';

function versionOf({ body }: VersionRow): PriceBookVersion {
  return (JSON.parse(body) as { version: PriceBookVersion }).version;
}

/** One page, oldest first. */
export function priceBookPages(db: Database) {
  const some = db.prepare<[number, number], VersionRow>(
    `${ROWS} WHERE v.seq > ? ORDER BY v.seq LIMIT ?`,
  );
  return ({ after, limit }: Queries['priceBookVersions']['ask']): Page<PriceBookVersion> => {
    const rows = some.all(afterSeq(after), limit + 1);
    const sized = rows.map((item) => ({ item, chars: item.body.length }));
    const { items, next } = pageWithin(sized, limit);
    return { items: items.map(versionOf), next };
  };
}

/** The version in force; null before the first. */
export function currentBook(db: Database): PriceBookVersion | null {
  const row = db.prepare<[], VersionRow>(`${ROWS} ORDER BY v.seq DESC LIMIT 1`).get();
  return row === undefined ? null : versionOf(row);
}
