// Owns what a price book may not contain although every field of it is well formed. Refuses a book
// that would fail in the middle of an auction: it is told here, when somebody wants to apply it.
import type { EventPrice, PriceBook } from '../../../contract/price-book';
import { productOf } from '../lib/money';

const MOST = BigInt(Number.MAX_SAFE_INTEGER);

/** The first thing that is wrong with a book, as a sentence; null where nothing is. */
export function bookFlaw(book: PriceBook): string | null {
  return aliasFlaw(book) ?? typeFlaw(book) ?? groupFlaw(book) ?? sizeFlaw(book);
}

function aliasFlaw(book: PriceBook): string | null {
  for (const [alias, event] of Object.entries(book.aliases)) {
    if (!Object.hasOwn(book.events, event)) return `Alias ${alias} names no event: ${event}.`;
    if (Object.hasOwn(book.events, alias)) return `Alias ${alias} is an event itself.`;
  }
  return null;
}

function typeFlaw({ segmentationTypes = {}, events }: PriceBook): string | null {
  const wrong = Object.entries(segmentationTypes).find(
    ([, event]) => event !== null && !Object.hasOwn(events, event),
  );
  return wrong === undefined ? null : `Type ${wrong[0]} names no event: ${String(wrong[1])}.`;
}

function groupFlaw(book: PriceBook): string | null {
  const members = book.exclusive.flat();
  const twice = members.find((name, at) => members.indexOf(name) !== at);
  return twice === undefined ? null : `Modifier ${twice} stands in exclusive groups twice.`;
}

function sizeFlaw(book: PriceBook): string | null {
  const tooLarge = ({ baseCents }: EventPrice): boolean =>
    productOf(baseCents, [book.capBps]) > MOST ||
    productOf(baseCents, [book.capBps, book.reserveBps]) > MOST;
  const found = Object.entries(book.events).find(([, event]) => tooLarge(event));
  return found === undefined ? null : `Event ${found[0]} can cost more than can be counted.`;
}
