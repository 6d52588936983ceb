// A price book was looked at before it is applied: the last auctions are priced again under it,
// each from the facts its own trace recorded. Refuses to record or to change anything.
import type { Explain } from '../../../contract/auction';
import { fault } from '../../../contract/faults';
import { PREVIEW_AUCTIONS } from '../../../contract/limits';
import type {
  ModifierName,
  PreviewedAuction,
  PreviewedMoment,
  PriceBookPreview,
  PriceBookPreviewed,
  PriceBookVersion,
  PriceTrace,
} from '../../../contract/price-book';
import { bookFlaw } from '../../core/pricing/book-flaw';
import { priceOf, type Fact } from '../../core/pricing/floor';
import type { Answer } from '../ports';
import { storageFault } from '../truck/recorder';
import type { Truck } from '../truck/truck';

/** Numbers are given before rows are durable, so a few more are read than are asked for. */
const SLACK = 20;

/** What was true then. A fact that was true but did not count says why after a semicolon. */
function factsOf(trace: PriceTrace): Fact[] {
  return trace.modifiers.map(({ name, holds, fact, source }) => {
    const [said = fact, ...whyNot] = fact.split('; ');
    return { name, holds: holds || whyNot.length > 0, fact: said, source };
  });
}

function bestBidCents({ bidders }: Explain): number | null {
  const bids = bidders.flatMap(({ amountCents }) => (amountCents === null ? [] : [amountCents]));
  return bids.length === 0 ? null : Math.max(...bids);
}

async function lastAuctions(truck: Truck, created: number) {
  const offset = Math.max(0, created - PREVIEW_AUCTIONS - SLACK);
  const limit = PREVIEW_AUCTIONS + 2 * SLACK;
  const { items } = await truck.ports.store.ask('auctions', { limit, offset });
  return items.slice(-PREVIEW_AUCTIONS);
}

/** Every event of the book asked about, under it and under the one in force. */
function momentsOf(
  now: PriceBookVersion,
  then: PriceBookVersion,
  holding: readonly ModifierName[],
): PreviewedMoment[] {
  const facts = holding.map((name): Fact => ({
    name,
    holds: true,
    fact: 'assumed',
    source: 'operator',
  }));
  return Object.keys(then.book.events).flatMap((eventType) => {
    const priced = priceOf({ book: then, eventType, facts });
    if (priced === null) return [];
    return [{ now: priceOf({ book: now, eventType, facts }), then: priced }];
  });
}

/** Prices the last auctions under a book; a fault where the book cannot be applied. */
export async function priceBookPreviewed(
  truck: Truck,
  { book, holding }: PriceBookPreview,
): Promise<Answer<PriceBookPreviewed>> {
  const { memory, ports } = truck;
  if (memory === null) return storageFault(truck);
  const flaw = bookFlaw(book);
  if (flaw !== null) return { ok: false, fault: fault('invalid_input', flaw) };
  const version: PriceBookVersion = { ...memory.book, book };
  const items: PreviewedAuction[] = [];
  for (const { id, status, createdAt } of await lastAuctions(truck, memory.counters.auction)) {
    const explain = await ports.store.ask('explain', { id });
    if (explain === null) continue;
    const { eventType, currency, floorCents } = explain.price;
    const priced = priceOf({ book: version, eventType, facts: factsOf(explain.price) });
    items.push({
      ...{ auctionId: id, eventType, createdAt, sold: status === 'SOLD', currency, floorCents },
      newFloorCents: priced?.floorCents ?? null,
      bestBidCents: bestBidCents(explain),
    });
  }
  if (holding === undefined) return { ok: true, value: { items } };
  return { ok: true, value: { items, moments: momentsOf(memory.book, version, holding) } };
}
