// Owns the cursor of every list: the seq of the last row, as text nobody else reads. Refuses one it
// cannot have given out.
import type { Page } from '../../../../contract/page';
import { StoreRefusal } from '../faults';

/** The seq behind a cursor, 0 for the first page. Throws StoreRefusal `cursor`. */
export function afterSeq(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^[1-9][0-9]{0,15}$/u.test(cursor)) {
    throw new StoreRefusal('cursor', 'The cursor is not one this engine gave out.');
  }
  return Number(cursor);
}

/** A page of rows read with one row more than `limit`, so that the end is known. */
export function pageFrom<T extends { readonly seq: number }>(rows: T[], limit: number): Page<T> {
  if (rows.length <= limit) return { items: rows, next: null };
  const items = rows.slice(0, limit);
  return { items, next: String(items.at(-1)?.seq) };
}
