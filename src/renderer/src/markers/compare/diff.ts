// Owns comparing two markers: their facts and fields line by line, their bytes place by place, and
// which of them differ. Pure. Refuses to align by likeness: byte 12 is compared with byte 12.
import type { Marker } from '../../../../contract/marker';
import { millisOf } from '../../parts/text/time';
import { formName } from '../../parts/text/words';
import { fieldsOf, type Field } from '../inspect/fields';
import { reasonInFull } from '../table/result';
import { sourceInFull } from '../table/facts';

/** One line: the same thing in both; null where one does not have it. */
export interface DiffLine {
  readonly key: string;
  readonly label: string;
  readonly depth: number;
  readonly a: string | null;
  readonly b: string | null;
  readonly differs: boolean;
  /** A head has no values of its own. */
  readonly head: boolean;
}

/** A marker with its bytes. */
export interface Side {
  readonly marker: Marker;
  readonly bytes: Uint8Array;
}

function factsOf(marker: Marker): readonly (readonly [string, string | null])[] {
  return [
    ['arrival', millisOf(marker.receivedAt)],
    ['source', sourceInFull(marker)],
    ['form', formName(marker.form)],
    ['verdict', marker.status],
    ['reason', reasonInFull(marker)],
    ['event', marker.eventType],
    ['team', marker.teamId],
    ['game', marker.gameId],
    ['period', marker.period],
    ['auction', marker.auctionId],
  ];
}

function factLines(a: Marker, b: Marker): readonly DiffLine[] {
  const others = new Map(factsOf(b));
  const base = { label: 'marker', depth: 0, a: null, b: null };
  const head: DiffLine = { ...base, key: 'marker', differs: false, head: true };
  const lines = factsOf(a).map(([label, value]): DiffLine => {
    const [mine, theirs] = [value, others.get(label) ?? null];
    const differs = mine !== theirs;
    return { key: `marker.${label}`, label, depth: 1, a: mine, b: theirs, differs, head: false };
  });
  return [head, ...lines.filter((line) => line.a !== null || line.b !== null)];
}

function fieldLine(key: string, a: Field | undefined, b: Field | undefined): DiffLine {
  const { label, depth } = (a ?? b) as Field;
  const head = (a ?? b)?.value === null;
  const [mine, theirs] = [textOf(a), textOf(b)];
  return { key, label, depth, a: mine, b: theirs, differs: mine !== theirs, head };
}

/** A head that is there says so, for one that is absent on the other side differs. */
function textOf(field: Field | undefined): string | null {
  return field === undefined ? null : (field.value ?? '');
}

/** The keys of both, those of `b` alone after the key they follow there. */
function mergedKeys(a: readonly Field[], b: readonly Field[]): readonly string[] {
  const keys = a.map(({ key }) => key);
  const known = new Set(keys);
  let after = -1;
  for (const { key } of b) {
    if (known.has(key)) after = keys.indexOf(key);
    else keys.splice((after += 1), 0, key);
  }
  return keys;
}

/** Facts of the markers, then the fields of their trees. */
export function fieldDiff(a: Side, b: Side): readonly DiffLine[] {
  const lines = treeDiff(fieldsOf(a.marker, a.bytes), fieldsOf(b.marker, b.bytes));
  return [...factLines(a.marker, b.marker), ...lines];
}

/** The fields of two trees, those of the second alone where they stand there. */
export function treeDiff(mine: readonly Field[], theirs: readonly Field[]): readonly DiffLine[] {
  const [ofA, ofB] = [mine, theirs].map((all) => new Map(all.map((one) => [one.key, one])));
  return mergedKeys(mine, theirs).map((key) => fieldLine(key, ofA?.get(key), ofB?.get(key)));
}

/** A line of bytes of both; `differs` per place, also where one has ended. */
export interface ByteLine {
  readonly from: number;
  readonly a: readonly (number | null)[];
  readonly b: readonly (number | null)[];
  readonly differs: readonly boolean[];
}

/** The bytes of both, `width` a line. */
export function byteDiff(a: Uint8Array, b: Uint8Array, width: number): readonly ByteLine[] {
  const lines = Math.ceil(Math.max(a.length, b.length) / width);
  return Array.from({ length: lines }, (_, line) => {
    const from = line * width;
    const places = Math.min(width, Math.max(a.length, b.length) - from);
    const at = (bytes: Uint8Array) =>
      Array.from({ length: places }, (__, place) => bytes[from + place] ?? null);
    const [mine, theirs] = [at(a), at(b)];
    return { from, a: mine, b: theirs, differs: mine.map((byte, n) => byte !== theirs[n]) };
  });
}

/** The two to compare: the newest starred one that is another, and the selected; null if none. */
export function pairOf<T>(selected: T | undefined, starred: readonly T[]): readonly [T, T] | null {
  if (selected === undefined) return null;
  const other = starred.findLast((one) => one !== selected);
  return other === undefined ? null : [other, selected];
}
