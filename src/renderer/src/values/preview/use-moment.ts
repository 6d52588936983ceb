// Owns which event the Values screen prices as if it came now: the one the address names, else the
// weightiest of the book. Null while the engine has not priced it yet.
import type { PreviewedMoment, PriceBook } from '../../../../contract/price-book';
import { useRoute } from '../../app/route';
import { padsOf } from '../../cue/pad-rules';
import { useValues } from '../values-store';

/** The event's name in the book, and its price without and with what is staged. */
export interface Moment {
  readonly eventType: string | null;
  readonly priced: PreviewedMoment | null;
}

/** The moment. */
export function useMoment(book: PriceBook): Moment {
  const pick = useRoute((route) => route.pick);
  const moments = useValues((state) => state.moments);
  const known = pick !== null && book.events[pick] !== undefined;
  const eventType = known ? pick : (padsOf(book)[0]?.[0] ?? null);
  const priced = moments?.find(({ then }) => then.eventType === eventType) ?? null;
  return { eventType, priced };
}
