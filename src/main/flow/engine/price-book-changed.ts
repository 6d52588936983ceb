// A new version of the price book was applied. It holds from the next auction on; what is open or
// sold keeps the version it was priced by. Refuses a change made from a version that is not
// current.
import { fault } from '../../../contract/faults';
import type { PriceBookChange, PriceBookVersion } from '../../../contract/price-book';
import { bookFlaw } from '../../core/pricing/book-flaw';
import type { Answer, Caller } from '../ports';
import { draft, record, storageFault } from '../truck/recorder';
import type { Truck } from '../truck/truck';

/** Applies the change whole, or refuses it whole. */
export async function priceBookChanged(
  truck: Truck,
  change: PriceBookChange,
  caller: Caller,
): Promise<Answer<PriceBookVersion>> {
  const { memory } = truck;
  if (memory === null) return storageFault(truck);
  if (change.fromVersion !== memory.book.version) {
    const current = memory.book.version;
    return { ok: false, fault: fault('stale_version', undefined, { current }) };
  }
  const flaw = bookFlaw(change.book);
  if (flaw !== null) return { ok: false, fault: fault('invalid_input', flaw) };
  const nowMs = truck.ports.clock.wallMs();
  const version: PriceBookVersion = {
    version: memory.book.version + 1,
    name: change.name,
    why: change.why,
    actor: caller.actor,
    appliedAt: new Date(nowMs).toISOString(),
    book: change.book,
  };
  memory.book = version;
  const origin = {
    actor: caller.actor,
    cause: change.name,
    arrivedAtMs: nowMs,
    decidedAtMs: nowMs,
  };
  const entry = draft('price-book-applied', { version }, origin);
  const receipt = await record(truck, [entry], () => undefined);
  return receipt === null ? storageFault(truck) : { ok: true, value: version };
}
