// Owns a marker as a tree of fields, in reading order, each with the bytes it came from. Pure.
// Refuses to decode: what is shown is the engine's own decoding, or the keys of the text itself.
import type { Marker } from '../../../../contract/marker';
import { valueText } from './meaning';
import { commandSpans, descriptorSpans } from './spans/inside';
import { jsonSpan } from './spans/json';
import { messageSpans } from './spans/message';
import { sectionSpans } from './spans/section';
import type { Span, Spans } from './spans/span';

/** One line of the tree. A line without a value is a head. */
export interface Field {
  readonly key: string;
  readonly depth: number;
  readonly label: string;
  readonly value: string | null;
  readonly span: Span | null;
}

type Known = Readonly<Record<string, unknown>>;
interface Place {
  readonly path: string;
  readonly depth: number;
  /** Bytes of a field by its name, nested ones as 'upid.type'. */
  readonly spanOf: (name: string) => Span | null;
}

/** Copies of the command's and the descriptors' fields that the engine lifts to the top. */
const LIFTED = new Set([
  ...['event_id', 'event_cancel', 'out_of_network', 'immediate', 'unique_program_id', 'pts'],
  ...['avail_num', 'avails_expected', 'auto_return', 'duration', 'segmentation_event_ids'],
  ...['segmentation_type_ids', 'upids', 'command', 'cmd', 'descriptors'],
]);

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly Known[] {
  return Array.isArray(value) && value.length > 0 && value.every(isKnown);
}

function lines(known: Known, place: Place): Field[] {
  const { path, depth, spanOf } = place;
  return Object.entries(known).flatMap(([label, value]): Field[] => {
    const key = `${path}.${label}`;
    const span = spanOf(label);
    const nested = isList(value) ? Object.fromEntries(value.entries()) : value;
    if (!isKnown(nested)) return [{ key, depth, label, value: valueText(label, value), span }];
    const head: Field = { key, depth, label, value: null, span };
    const inner = (name: string): Span | null => spanOf(`${label}.${name}`) ?? span;
    return [head, ...lines(nested, { path: key, depth: depth + 1, spanOf: inner })];
  });
}

interface Part {
  readonly path: string;
  readonly name: string;
  readonly known: Known;
  readonly span: Span | null;
  readonly inside: Spans;
}

/** A head and the fields below it; what has no bytes of its own has the head's. */
function part({ path, name, known, span, inside }: Part): Field[] {
  const head: Field = { key: path, depth: 0, label: name, value: null, span };
  const spanOf = (field: string): Span | null =>
    inside[field] ?? (field.includes('.') ? null : span);
  return [head, ...lines(known, { path, depth: 1, spanOf })];
}

function headerFields(section: Known, bytes: Uint8Array): readonly Field[] {
  const { header, whole } = sectionSpans(bytes);
  const own = Object.entries(section).filter(([key]) => !LIFTED.has(key));
  const known = Object.fromEntries([['table_id', bytes[0] ?? 0], ...own]);
  const spanOf = (key: string): Span | null => header[key] ?? null;
  const head = { key: 'section', depth: 0, label: 'splice_info_section', value: null };
  return [{ ...head, span: whole }, ...lines(known, { path: 'section', depth: 1, spanOf })];
}

function sectionFields(section: Known, bytes: Uint8Array): readonly Field[] {
  const spans = sectionSpans(bytes);
  const { cmd, descriptors, command } = section;
  const name = typeof command === 'string' ? command : 'splice_command';
  const list: readonly unknown[] = Array.isArray(descriptors) ? descriptors : [];
  return [
    ...headerFields(section, bytes),
    ...part({
      ...{ path: 'command', name, known: isKnown(cmd) ? cmd : {}, span: spans.command },
      inside: commandSpans(name, bytes, spans.command),
    }),
    ...list.filter(isKnown).flatMap((known, at) => {
      const kind = typeof known['kind'] === 'string' ? known['kind'] : 'splice';
      const span = spans.descriptors[at] ?? null;
      const inside = descriptorSpans(kind, bytes, span);
      return part({ path: `descriptor-${at}`, name: `${kind}_descriptor`, known, span, inside });
    }),
    ...behindFields(bytes, spans.behind),
  ];
}

/** The JSON that rides behind a section, in a group of its own. */
function behindFields(bytes: Uint8Array, behind: Span | null): readonly Field[] {
  if (behind === null) return [];
  const fields = textFields(bytes, { from: behind[0], depth: 1 });
  const label = fields.length > 0 ? 'private JSON' : 'trailing bytes';
  return [{ key: 'behind', depth: 0, label, value: null, span: behind }, ...fields];
}

function textFields(bytes: Uint8Array, at: { from: number; depth: number }): readonly Field[] {
  const text = new TextDecoder().decode(bytes.slice(at.from));
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Not JSON: the bytes stand alone, which is what the tree then says.
    return [];
  }
  if (!isKnown(parsed)) return [];
  const spanOf = (key: string): Span | null => {
    const span = jsonSpan(text, key);
    return span === null ? null : [span[0] + at.from, span[1] + at.from];
  };
  return lines(parsed, { path: 'json', depth: at.depth, spanOf });
}

/** The bytes of a marker. */
export function bytesOf(marker: Pick<Marker, 'rawBase64'>): Uint8Array {
  return Uint8Array.from(atob(marker.rawBase64), (letter) => letter.charCodeAt(0));
}

/** Bytes before the JSON of the old form, which nobody reads. */
const OPAQUE_BYTES = 20;

function legacyFields(bytes: Uint8Array): readonly Field[] {
  const json = textFields(bytes, { from: OPAQUE_BYTES, depth: 1 });
  const header = { key: 'opaque', depth: 0, label: 'opaque header', value: null };
  const head = { key: 'behind', depth: 0, label: 'private JSON', value: null };
  if (json.length === 0) return [];
  return [
    { ...header, span: [0, OPAQUE_BYTES - 1] },
    { ...head, span: [OPAQUE_BYTES, bytes.length - 1] },
    ...json,
  ];
}

function messageFields(message: Known, bytes: Uint8Array): readonly Field[] {
  const isMessage = bytes[0] === 0xff || (bytes[0] ?? 1) === 0;
  const spans = isMessage ? messageSpans(bytes) : {};
  return lines(message, { path: 'message', depth: 0, spanOf: (name) => spans[name] ?? null });
}

/** What of a marker tells how its bytes are to be read. */
export type Readable = Pick<Marker, 'scte35' | 'scte104' | 'form'>;

/** The tree of a marker; empty where nothing in it could be read. */
export function fieldsOf(marker: Readable, bytes: Uint8Array): readonly Field[] {
  if (marker.scte35 !== undefined) return sectionFields(marker.scte35, bytes);
  if (marker.scte104 !== undefined) {
    return messageFields(marker.scte104, bytes);
  }
  if (marker.form === 'legacy-json') return legacyFields(bytes);
  return textFields(bytes, { from: 0, depth: 0 });
}

/** The smallest field that a byte belongs to; null where none has it. */
export function fieldAt(fields: readonly Field[], at: number): Field | null {
  const having = fields.filter(({ span }) => span !== null && span[0] <= at && at <= span[1]);
  const length = ({ span }: Field): number => (span === null ? Infinity : span[1] - span[0]);
  return having.reduce<Field | null>(
    (best, field) => (best === null || length(field) < length(best) ? field : best),
    null,
  );
}
