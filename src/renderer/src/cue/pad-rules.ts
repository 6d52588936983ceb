// Owns when no manual cue can be asked for at all, and which events a cue may name. Pure. Refuses
// whenever the engine's state is not known: a cue is never fired into the dark.
import type { EventPrice, Importance, PriceBook } from '../../../contract/price-book';
import type { Mode } from '../../../contract/status';

const WEIGHTS: readonly Importance[] = ['critical', 'high', 'normal', 'low'];

/** What every pad looks at. */
export interface PadFacts {
  readonly stale: boolean;
  readonly linked: boolean;
  readonly mode: Mode | null;
  /** What stands in the engine's way, null when nothing does. */
  readonly trouble: string | null;
}

/** Why nothing can be asked for now, or null when it can. */
export function whyOff({ stale, linked, mode, trouble }: PadFacts): string | null {
  if (stale || !linked || mode === null) return 'No word from the engine. Nothing can be fired.';
  return trouble;
}

/**
 * The event types of the book that are on sale, the weightiest first. By importance and name, not
 * by price, so that none moves when a value changes.
 */
export function padsOf(book: PriceBook): readonly (readonly [string, EventPrice])[] {
  const weight = ({ importance }: EventPrice): number => WEIGHTS.indexOf(importance);
  return Object.entries(book.events)
    .filter(([, price]) => price.enabled)
    .sort(([a, first], [b, second]) => weight(first) - weight(second) || (a < b ? -1 : 1));
}
