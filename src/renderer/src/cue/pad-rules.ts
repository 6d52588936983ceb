// Owns when the pad may fire and what it says will happen. Pure. Refuses whenever the engine's
// state is not known: a cue is never fired into the dark.
import type { EventPrice, Importance, PriceBook } from '../../../contract/price-book';
import type { Mode } from '../../../contract/status';
import { eventName } from '../parts/text/words';

/** In ON AIR a selection disarms by itself after this. */
export const ARMED_MS = 10_000;

const WEIGHTS: readonly Importance[] = ['critical', 'high', 'normal', 'low'];

/** What the pad looks at. */
export interface PadFacts {
  readonly stale: boolean;
  readonly linked: boolean;
  readonly mode: Mode | null;
  readonly held: boolean;
  /** What stands in the engine's way, null when nothing does. */
  readonly trouble: string | null;
}

/** Why nothing can be fired now, or null when it can. */
export function whyOff(facts: PadFacts): string | null {
  if (facts.stale || !facts.linked || facts.mode === null) {
    return 'No word from the engine. Nothing can be fired.';
  }
  if (facts.trouble !== null) return facts.trouble;
  if (facts.mode === 'SETUP') return 'SETUP starts no auctions. Go to REHEARSAL first.';
  if (facts.held) return 'New auctions are held by the operator.';
  return null;
}

/** What firing does, said before it is done. */
export function whatHappens(cue: {
  readonly eventType: string;
  readonly team: string;
  readonly mode: Mode;
}): string {
  const team = cue.team === '' ? '' : ` for ${cue.team}`;
  const sends = `Sends ${eventName(cue.eventType)}${team} as a manual cue.`;
  if (cue.mode === 'ON_AIR') return `${sends} Opens a live auction; the winner owes the price.`;
  return `${sends} Opens an auction in REHEARSAL; nothing is charged.`;
}

/**
 * The event types of the book that are on sale, the weightiest first. By importance and name, not
 * by price, so that no pad moves when a value changes.
 */
export function padsOf(book: PriceBook): readonly (readonly [string, EventPrice])[] {
  const weight = ({ importance }: EventPrice): number => WEIGHTS.indexOf(importance);
  return Object.entries(book.events)
    .filter(([, price]) => price.enabled)
    .sort(([a, first], [b, second]) => weight(first) - weight(second) || (a < b ? -1 : 1));
}
