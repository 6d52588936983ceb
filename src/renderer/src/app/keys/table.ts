// Owns the one table of keys: every action with its keys on the desktop and in a browser, and what
// neither can deliver. Refuses Space and Enter for anything that fires, and a key bound twice.
import type { Screen } from '../route';

/** Where the console runs. A browser keeps some keys for itself. */
export type Surface = 'desktop' | 'browser';

/** What a key can do. Screens answer to theirs while they are open. */
export type Action =
  | `screen.${Screen}`
  | `cue.pad-${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | 'slot.newer'
  | 'slot.older'
  | 'view.freeze'
  | 'list.next'
  | 'list.last'
  | 'list.filter'
  | 'list.star'
  | 'list.diff'
  | 'list.export'
  | 'notice.acknowledge'
  | 'keys.show'
  | 'palette.show'
  | 'notices.show'
  | 'desk.lock'
  | 'hold.auctions'
  | 'mode.change'
  | 'mode.on-air'
  | 'leave'
  | 'fire'
  | 'cue.arm'
  | 'values.undo'
  | 'values.redo'
  | 'values.apply'
  | 'copy.hex'
  | 'copy.why'
  | 'health.preflight'
  | 'health.bundle'
  | 'health.filter'
  | 'auctions.open'
  | 'settlements.all';

/** An action, its words, and its keys. `held`: it acts only while held 0.8 s. */
export interface KeyRow {
  readonly action: Action;
  readonly words: string;
  readonly group: 'Screens' | 'Everywhere' | 'Live' | 'Lists' | 'Manual cue' | 'Values';
  readonly desktop: readonly string[];
  readonly browser: readonly string[];
  readonly held?: true;
  /** The one screen on which the key means this; without it, whichever answers. */
  readonly on?: Screen;
  /** Also while a text field has the focus. */
  readonly inFields?: true;
}

/** Keys that never reach a page in Chromium, or that no page may take from its reader. */
export const KEPT_BY_BROWSER: readonly string[] = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F11', 'F12', 'Ctrl+L', 'Ctrl+W', 'Ctrl+T', 'Ctrl+N'],
  ...['Ctrl+Tab', 'Ctrl+Shift+O', 'Ctrl+Shift+P', 'Ctrl+Shift+H', 'Ctrl+Shift+N'],
  ...['Ctrl+Shift+T', 'Ctrl+Shift+W', 'Alt+F4'],
];
/** Keys the desktop's own window keeps. */
export const KEPT_BY_DESKTOP: readonly string[] = ['Alt+F4', 'Ctrl+W', 'F11'];

function screen(name: Screen, words: string, keys: readonly [string, string]): KeyRow {
  const [desktop, letter] = keys;
  const browser = [`G ${letter}`];
  const action = `screen.${name}` as const;
  return { action, words, group: 'Screens', desktop: [desktop, ...browser], browser };
}

/** A key of its own in the app, and G and a letter in a browser, which keeps that key. */
function chord(action: Action, words: string, keys: readonly [string, string]): KeyRow {
  const [desktop, letter] = keys;
  const browser = [`G ${letter}`];
  const all = browser.includes(desktop) ? browser : [desktop, ...browser];
  return { action, words, group: 'Everywhere', desktop: all, browser };
}

function both(action: Action, words: string, row: Pick<KeyRow, 'group'> & { key: string }): KeyRow {
  return { action, words, group: row.group, desktop: [row.key], browser: [row.key] };
}

function typed(action: Action, words: string, key: string): KeyRow {
  return { ...both(action, words, { group: 'Values', key }), inFields: true };
}

const PADS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** The table. */
export const KEYS: readonly KeyRow[] = [
  screen('live', 'Live', ['F1', 'L']),
  screen('markers', 'Markers', ['F2', 'M']),
  screen('cue', 'Manual cue', ['F3', 'C']),
  screen('values', 'Values', ['F4', 'V']),
  screen('auctions', 'Auctions', ['F5', 'A']),
  screen('settlements', 'Settlements', ['F6', 'S']),
  screen('health', 'Health', ['F8', 'H']),
  both('screen.markers/inspect', 'Inspector: take a cue apart', { group: 'Screens', key: 'G I' }),
  both('keys.show', 'show this map', { group: 'Everywhere', key: '?' }),
  {
    ...both('palette.show', 'find a screen, action or id', { group: 'Everywhere', key: 'Ctrl+K' }),
    inFields: true,
  },
  both('notices.show', 'list of notices', { group: 'Everywhere', key: '!' }),
  both('notice.acknowledge', 'acknowledge the top notice', { group: 'Everywhere', key: 'Pause' }),
  {
    ...both('leave', 'leave the field, close, disarm', { group: 'Everywhere', key: 'Escape' }),
    inFields: true,
  },
  chord('desk.lock', 'lock the desk; held 0.8 s, unlock it', ['Ctrl+L', 'K']),
  chord('mode.change', 'change mode', ['G E', 'E']),
  { ...chord('mode.on-air', 'hold 0.8 s: go ON AIR', ['Ctrl+Shift+O', 'T']), held: true },
  {
    ...chord('hold.auctions', 'hold 0.8 s: hold all new auctions', ['Ctrl+Shift+H', 'P']),
    held: true,
  },
  both('slot.newer', 'pick the slot before', { group: 'Live', key: 'ArrowLeft' }),
  both('slot.older', 'pick the next slot, Enter opens it', { group: 'Live', key: 'ArrowRight' }),
  both('view.freeze', 'freeze the view; the engine goes on', { group: 'Live', key: 'P' }),
  both('list.next', 'into the list, next row', { group: 'Lists', key: 'J' }),
  both('list.last', 'row before', { group: 'Lists', key: 'K' }),
  both('list.filter', 'filter', { group: 'Lists', key: '/' }),
  both('list.star', 'star what is selected', { group: 'Lists', key: 'S' }),
  both('list.diff', 'compare it with a starred one', { group: 'Lists', key: 'D' }),
  both('list.export', 'export what is listed', { group: 'Lists', key: 'E' }),
  both('copy.hex', 'copy the bytes', { group: 'Lists', key: 'X' }),
  both('copy.why', 'copy the price as text', { group: 'Lists', key: 'W' }),
  both('auctions.open', 'only open auctions, or all', { group: 'Lists', key: 'O' }),
  {
    ...both('settlements.all', 'select all filtered', { group: 'Lists', key: 'A' }),
    on: 'settlements',
  },
  ...PADS.map((n) =>
    both(`cue.pad-${n}`, `select pad ${n}`, { group: 'Manual cue', key: String(n) }),
  ),
  {
    ...both('cue.arm', 'arm the selected pad for 10 s', { group: 'Manual cue', key: 'A' }),
    on: 'cue',
  },
  {
    action: 'fire',
    words: 'hold 0.8 s: fire what is armed',
    group: 'Manual cue',
    desktop: ['F12'],
    browser: ['NumpadEnter'],
    held: true,
  },
  typed('values.undo', 'take the last staged value back', 'Ctrl+Z'),
  typed('values.redo', 'stage it again', 'Ctrl+Shift+Z'),
  typed('values.apply', 'apply everything staged', 'Ctrl+Enter'),
  both('health.preflight', 'Health: run the pre-flight', { group: 'Lists', key: 'T' }),
  both('health.bundle', 'Health: save a support bundle', { group: 'Lists', key: 'B' }),
  both('health.filter', 'Health: filter the log', { group: 'Lists', key: 'F' }),
];

/** Keys that would fire by accident: never bound to what is held or fires. */
export const NEVER_FIRE: readonly string[] = ['Space', 'Enter'];

/** What is asked of a keyboard event. */
export interface KeyPressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

/** The name of a pressed key as the table writes it: 'J', '?', 'Ctrl+Shift+Z', 'NumpadEnter'. */
export function keyName({ key, code, ctrlKey, shiftKey }: KeyPressed): string {
  if (code === 'NumpadEnter') return code;
  const plain = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  if (!ctrlKey) return plain;
  return `Ctrl+${shiftKey ? 'Shift+' : ''}${plain}`;
}

/** The row of a key, or of a chord such as 'G L', on a screen; undefined where there is none. */
export function rowOf(surface: Surface, name: string, screen?: Screen): KeyRow | undefined {
  return KEYS.find(
    (row) => row[surface].includes(name) && (row.on === undefined || row.on === screen),
  );
}

/** A key's name as it stands on a cap. */
export function capName(name: string): string {
  return name === 'Escape' ? 'Esc' : name === 'NumpadEnter' ? 'Num Enter' : name;
}

/** The first key of an action on a surface, as it is drawn. */
export function capOf(surface: Surface, action: Action): string {
  const name = KEYS.find((row) => row.action === action)?.[surface][0] ?? '';
  return capName(name);
}
