// Owns the keyboard as it is drawn: its rows of keys, how wide each is, and what it does alone,
// after G, and with Ctrl. Pure. Refuses keys the table does not have: they are drawn empty.
import { KEYS, type Action, type KeyRow, type Surface } from '../table';

/** A key of the drawing: its name in the table, what stands on it, its width in keys. */
export interface DrawnKey {
  readonly name: string;
  readonly cap: string;
  readonly span: number;
}

/** What is held or pressed before a key. */
export type Layer = 'alone' | 'after-g' | 'ctrl' | 'ctrl-shift';
export const LAYERS: readonly (readonly [Layer, string, string])[] = [
  ['alone', 'Alone', ''],
  ['after-g', 'After G', 'G '],
  ['ctrl', 'With Ctrl', 'Ctrl+'],
  ['ctrl-shift', 'With Ctrl and Shift', 'Ctrl+Shift+'],
];

const one = (name: string): DrawnKey => ({ name, cap: name, span: 2 });
const wide = (name: string, cap: string, span: number): DrawnKey => ({ name, cap, span });
const run = (names: string): DrawnKey[] => names.split(' ').map(one);

const ARROWS = [
  wide('ArrowLeft', '\u2190', 2),
  wide('ArrowUp', '\u2191', 2),
  wide('ArrowDown', '\u2193', 2),
  wide('ArrowRight', '\u2192', 2),
];

/** The rows, each 32 half keys wide. */
export const ROWS: readonly (readonly DrawnKey[])[] = [
  [
    wide('Escape', 'Esc', 4),
    ...run('F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12'),
    wide('Pause', 'Pause', 4),
  ],
  [wide('`', '`', 2), ...run('1 2 3 4 5 6 7 8 9 0 - ='), wide('Backspace', '', 6)],
  [wide('Tab', 'Tab', 3), ...run('Q W E R T Y U I O P [ ]'), wide('\\', '\\', 5)],
  [wide('', 'Caps', 4), ...run("A S D F G H J K L ; '"), wide('Enter', 'Enter', 6)],
  [wide('', 'Shift', 5), ...run('Z X C V B N M , .'), wide('/', '/ ?', 3), wide('', 'Shift', 6)],
  [wide('', 'Ctrl', 4), wide('Space', 'Space', 14), ...ARROWS, wide('NumpadEnter', 'Num Enter', 6)],
];

/** Keys that need Shift by themselves, and the key they are drawn on. */
const SHIFTED: Readonly<Record<string, readonly string[]>> = { '/': ['?'], '1': ['!'] };

const SHORT: Partial<Record<Action, string>> = {
  'screen.cue': 'Cue',
  'screen.settlements': 'Settle',
  'keys.show': 'map',
  'palette.show': 'find',
  'notices.show': 'notices',
  'notice.acknowledge': 'ack top',
  leave: 'leave',
  'desk.lock': 'lock',
  'hold.auctions': 'hold new',
  'mode.change': 'mode',
  'mode.on-air': 'ON AIR',
  'list.next': 'next',
  'list.last': 'row before',
  'copy.hex': 'copy hex',
  'copy.why': 'copy why',
  'list.star': 'star',
  'list.diff': 'compare',
  'list.export': 'export',
  'auctions.open': 'only open',
  'settlements.all': 'select all',
  'slot.older': 'before',
  'slot.newer': 'next slot',
  'cue.arm': 'arm',
  fire: 'hold: fire',
  'values.undo': 'undo',
  'values.redo': 'redo',
  'values.apply': 'apply',
};

/** What stands on the key of a row, where there is room for a word or two. */
export function shortOf({ action, words }: KeyRow): string {
  return SHORT[action] ?? words.replace(/^select /u, '');
}

/** What a drawn key does in a layer, null where it does nothing. */
export function rowsOn(surface: Surface, layer: Layer, key: DrawnKey): readonly KeyRow[] {
  if (key.name === '') return [];
  const before = LAYERS.find(([name]) => name === layer)?.[2] ?? '';
  const names = [before + key.name];
  if (layer === 'alone') names.push(...(SHIFTED[key.name] ?? []));
  return KEYS.filter((row) => row[surface].some((name) => names.includes(name)));
}
