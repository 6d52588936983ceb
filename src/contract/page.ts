// Owns the two shapes every list shares: the question (after, limit) and the page. Oldest first;
// `after` is the last page's `next` and opaque to the caller.
import * as z from 'zod';
import { PAGE_DEFAULT, PAGE_MOST } from './limits';

/** What every list takes. Numbers may come as text, since REST queries do. */
export const pageInput = z.object({
  after: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_MOST).default(PAGE_DEFAULT),
});

/** A page of items with the cursor of the next, null at the end. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** ISO 8601 in UTC. */
export const isoTime = z.string();
/** ISO 4217. */
export const currency = z.string().regex(/^[A-Z]{3}$/u);
/** Integer minor units, zero or more. */
export const cents = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
/** Basis points: 10,000 is 1. */
export const bps = z.number().int().min(0).max(1_000_000);

/** A page as a type. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
