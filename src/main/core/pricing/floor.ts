// Owns how a moment becomes a value and a floor, with every number that went into it. One rounding,
// at the end, half to even. Refuses events that are not in the book (null, not a guess).
import type {
  EventPrice,
  ModifierName,
  PriceBook,
  PriceBookVersion,
  PriceTrace,
} from '../../../contract/price-book';
import { productOf, shareOf, toCents } from '../lib/money';

/** Whether a modifier's condition holds, what is known about it and from where (null: nobody). */
export interface Fact {
  readonly name: ModifierName;
  readonly holds: boolean;
  readonly fact: string;
  readonly source: 'marker' | 'game' | 'operator' | null;
}

/** What is priced, by which version of the book, from which facts (a missing one is neutral). */
export interface PriceQuestion {
  readonly book: PriceBookVersion;
  readonly eventType: string;
  readonly facts: readonly Fact[];
}

type TraceModifier = PriceTrace['modifiers'][number];
type Amounts = Pick<PriceTrace, 'uncappedCents' | 'valueCents' | 'floorCents'>;
type Factors = Pick<PriceTrace, 'baseCents' | 'eventBps' | 'modifiers' | 'capCents' | 'reserveBps'>;

/** Every modifier, in the order in which a trace lists them. */
export const MODIFIER_ORDER = [
  'is_overtime',
  'is_playoffs',
  'is_finals',
  'star_player',
  'close_game',
  'rivalry',
  'late_period',
] as const satisfies readonly ModifierName[];

/** The book's own name for an event: itself, or what it is an alias of; null where unknown. */
export function eventNamed(book: PriceBook, name: string): string | null {
  if (Object.hasOwn(book.events, name)) return name;
  const meant = Object.hasOwn(book.aliases, name) ? book.aliases[name] : undefined;
  return meant !== undefined && Object.hasOwn(book.events, meant) ? meant : null;
}

/** The book's row for an event or one of its aliases; null where unknown. */
export function eventPriceOf(book: PriceBook, name: string): EventPrice | null {
  const eventType = eventNamed(book, name);
  return eventType === null ? null : (book.events[eventType] ?? null);
}

/**
 * Prices a moment; null where the book does not know the event. In the trace `holds` means that the
 * factor counts: a fact that is true but excluded, or beaten in its group, says so in `fact`.
 */
export function priceOf({ book: version, eventType, facts }: PriceQuestion): PriceTrace | null {
  const { book } = version;
  const event = eventPriceOf(book, eventType);
  const name = eventNamed(book, eventType);
  if (event === null || name === null) return null;
  const factors: Factors = {
    baseCents: event.baseCents,
    eventBps: event.eventBps,
    modifiers: traceModifiers(book, event, facts),
    capCents: shareOf(event.baseCents, book.capBps),
    reserveBps: book.reserveBps,
  };
  const { currency } = book;
  const head = { eventType: name, bookVersion: version.version, currency };
  return { ...head, ...factors, ...amountsOf(factors), rounding: 'half-even' };
}

/** Value and floor from the factors of a trace: the arithmetic alone, so a replay can repeat it. */
export function amountsOf(factors: Factors): Amounts {
  const counting = factors.modifiers.filter((modifier) => modifier.holds);
  const bps = [factors.eventBps, ...counting.map((modifier) => modifier.bps)];
  const uncapped = productOf(factors.baseCents, bps);
  const uncappedCents = toCents(uncapped > MOST ? MOST : uncapped);
  const valueCents = Math.min(uncappedCents, factors.capCents);
  return { uncappedCents, valueCents, floorCents: shareOf(valueCents, factors.reserveBps) };
}

/** Beyond this a number is not exact; the cap lies far below, so only the trace is cut. */
const MOST = BigInt(Number.MAX_SAFE_INTEGER);

function traceModifiers(
  book: PriceBook,
  event: EventPrice,
  facts: readonly Fact[],
): TraceModifier[] {
  const known = new Map(facts.map((fact) => [fact.name, fact]));
  const allowed = (name: ModifierName): boolean =>
    known.get(name)?.holds === true && !event.excludes.includes(name);
  return MODIFIER_ORDER.map((name) => {
    const fact = known.get(name) ?? { name, holds: false, fact: 'not stated', source: null };
    const why = fact.holds ? whyNot(book, name, allowed) : null;
    return {
      name,
      bps: book.modifiers[name],
      holds: fact.holds && why === null,
      fact: why === null ? fact.fact : `${fact.fact}; ${why}`,
      source: fact.source,
    };
  });
}

/** Why a modifier that is true does not count; null where it does. */
function whyNot(
  book: PriceBook,
  name: ModifierName,
  allowed: (name: ModifierName) => boolean,
): string | null {
  if (!allowed(name)) return 'excluded for this event';
  for (const group of book.exclusive) {
    const last = group.findLast(allowed);
    if (group.includes(name) && last !== undefined && last !== name) {
      return `${last} counts instead`;
    }
  }
  return null;
}
