// Owns changes to a price book before they are applied: reading what is typed, what is staged, what
// the book would be, and what the change is called. Pure, in integers. Refuses values out of
// bounds.
import type { ModifierName, PriceBook } from '../../../contract/price-book';
import { amountText, factorText, minorDigits } from '../parts/text/money';
import { eventName, modifierName } from '../parts/text/words';

/** What can be changed: an event's base value, or a modifier's factor. */
export type EditKey = `event:${string}` | `modifier:${ModifierName}`;

/** A staged change: the value the book has, and the one it shall have (cents or basis points). */
export interface Edit {
  readonly key: EditKey;
  readonly from: number;
  readonly to: number;
}

/** Bounds of a factor, and of a base value. */
export const FACTOR_BPS = { least: 10_000, most: 50_000 } as const;
export const BASE_MOST_CENTS = 100_000_000_000;
/** A change beyond this share asks for a reason. */
export const LARGE_SHARE = 0.25;

const NAME_MOST = 80;

/** '2,450.00' -> 245000 for USD; null for anything else. */
export function readAmount(text: string, currency: string): number | null {
  const digits = minorDigits(currency);
  const found = /^(\d{1,12})(?:\.(\d+))?$/u.exec(text.replaceAll(',', '').trim());
  const minor = found?.[2] ?? '';
  if (found === null || minor.length > digits) return null;
  const cents = Number(`${found[1] ?? ''}${minor.padEnd(digits, '0')}`);
  return cents <= BASE_MOST_CENTS ? cents : null;
}

/** '1.4' -> 14000; null for what is no factor within the bounds. */
export function readFactor(text: string): number | null {
  const found = /^(\d{1,2})(?:\.(\d{1,4}))?$/u.exec(text.trim());
  if (found === null) return null;
  const bps = Number(`${found[1] ?? ''}${(found[2] ?? '').padEnd(4, '0')}`);
  return bps >= FACTOR_BPS.least && bps <= FACTOR_BPS.most ? bps : null;
}

/** The value the book has for a key; null where it has none. */
export function valueIn(book: PriceBook, key: EditKey): number | null {
  const [kind, name = ''] = key.split(':');
  if (kind === 'event') return book.events[name]?.baseCents ?? null;
  return book.modifiers[name as ModifierName];
}

/** The value staged for a key, else the one the book has. */
export function stagedOf(edits: readonly Edit[], key: EditKey, from: number): number {
  return edits.find((edit) => edit.key === key)?.to ?? from;
}

/** The edits after one more: a later edit of a key takes the place of the earlier. */
export function withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const rest = edits.filter((known) => known.key !== edit.key);
  return edit.from === edit.to ? rest : [...rest, edit];
}

/** The book as it would be. */
export function bookWith(book: PriceBook, edits: readonly Edit[]): PriceBook {
  const events = { ...book.events };
  const modifiers = { ...book.modifiers };
  for (const { key, to } of edits) {
    const [kind, name = ''] = key.split(':');
    const event = events[name];
    if (kind === 'modifier') modifiers[name as ModifierName] = to;
    else if (event !== undefined) events[name] = { ...event, baseCents: to };
  }
  return { ...book, events, modifiers };
}

/** 'close game', or 'Goal base'. */
export function keyName(key: EditKey): string {
  const [kind, name = ''] = key.split(':');
  return kind === 'event' ? `${eventName(name)} base` : modifierName(name);
}

/** A value as it is written for its key. */
export function valueText(key: EditKey, value: number, currency: string): string {
  return key.startsWith('event:') ? amountText(value, currency) : factorText(value);
}

/** What a change is called: its edits, or their number where they do not fit. */
export function nameOf(edits: readonly Edit[], currency: string): string {
  const words = edits.map(({ key, from, to }) => {
    const text = (value: number): string => valueText(key, value, currency);
    return `${keyName(key)} ${text(from)} \u2192 ${text(to)}`;
  });
  const all = words.join(', ');
  return all.length <= NAME_MOST ? all : `${edits.length} values changed`;
}

/** The edits that ask for a reason: more than a quarter, or to nothing. */
export function largeOf(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(
    ({ from, to }) => to === 0 || from === 0 || Math.abs(to - from) / from > LARGE_SHARE,
  );
}

/** 14000 -> 13000 is '−7.1 %'. */
export function changeText(from: number, to: number): string {
  if (from === to) return 'same';
  if (from === 0) return 'new';
  const tenths = Math.round(((to - from) / from) * 1_000);
  const sign = tenths < 0 ? '\u2212' : '+';
  return `${sign}${(Math.abs(tenths) / 10).toFixed(1)} %`;
}
