// Owns what the palette finds: screens, actions that can be done now, the look, and auctions,
// cues and settlements by their id. Pure. Refuses what fires: it opens the sheet one holds in.
import type { Action, KeyRow } from '../../keys/table';
import type { Screen } from '../../route';

/** One thing that can be chosen. */
export interface Find {
  readonly key: string;
  readonly words: string;
  /** What kind of thing it is, as the row says. */
  readonly kind: 'Screen' | 'Action' | 'Look' | 'Auction' | 'Cue' | 'Settlement';
  /** Its key, where it has one. */
  readonly cap: string;
  readonly run: () => void;
}

/** Most rows shown at once; the rest is one more letter away. */
export const FINDS_MOST = 12;

/** Actions that mean something without a row or a field that has the focus. */
export const NOT_HERE: readonly Action[] = ['leave', 'fire', 'list.next', 'list.last'];

/** Whether an action belongs into the palette. */
export function belongs(row: KeyRow): boolean {
  return !NOT_HERE.includes(row.action) && row.action !== 'palette.show';
}

/** The screen an action opens, null where it is no screen's. */
export function screenOf(action: Action): Screen | null {
  return action.startsWith('screen.') ? (action.slice(7) as Screen) : null;
}

function rank(find: Find, query: string): number {
  const words = find.words.toLowerCase();
  if (words.startsWith(query)) return 0;
  return words.includes(` ${query}`) ? 1 : 2;
}

/** What fits the query: every word of it occurs, those that begin with it first. */
export function fitting(finds: readonly Find[], query: string): readonly Find[] {
  const asked = query.trim().toLowerCase();
  const parts = asked.split(/\s+/u);
  return finds
    .filter(({ words, kind }) => {
      const text = `${kind} ${words}`.toLowerCase();
      return parts.every((part) => text.includes(part));
    })
    .toSorted((a, b) => rank(a, asked) - rank(b, asked))
    .slice(0, FINDS_MOST);
}
