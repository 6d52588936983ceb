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

/** Text of one page; a longer one would hold the store and the engine's loop. */
const PAGE_MOST_CHARS = 1_000_000;

/** An item and how much text it was made of. */
export interface Sized<T> {
  readonly item: T;
  readonly chars: number;
}

/** A page that ends early where its text becomes too long; one item always fits. */
export function pageWithin<T extends { readonly seq: number }>(
  sized: Iterable<Sized<T>>,
  limit: number,
): Page<T> {
  const items: T[] = [];
  let chars = 0;
  for (const one of sized) {
    chars += one.chars;
    const full = items.length >= limit || chars > PAGE_MOST_CHARS;
    if (full && items.length > 0) return { items, next: String(items.at(-1)?.seq) };
    items.push(one.item);
  }
  return { items, next: null };
}
