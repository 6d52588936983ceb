// Somebody asked what events would cost if they happened now, by the book in force and from the
// stakes given. Refuses to record anything, and to price an event the book does not know.
import type { FloorsAsk, FloorsPriced } from '../../../contract/price-book';
import { priceOf } from '../../core/pricing/floor';
import { factsFromMarker } from '../../core/pricing/stakes';
import type { Answer } from '../ports';
import { storageFault } from '../truck/recorder';
import type { Truck } from '../truck/truck';

/** One trace for every event the book knows, in the order asked. */
export function floorsAsked(truck: Truck, ask: FloorsAsk): Answer<FloorsPriced> {
  const { memory } = truck;
  if (memory === null) return storageFault(truck);
  const facts = factsFromMarker(ask.context);
  const items = ask.eventTypes.flatMap((eventType) => {
    const trace = priceOf({ book: memory.book, eventType, facts });
    return trace === null ? [] : [trace];
  });
  return { ok: true, value: { items } };
}
