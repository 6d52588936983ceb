// Owns a marker as a tree of fields, in reading order, each with the bytes it came from. Pure.
// Refuses to decode: what is shown is the engine's own decoding, or the keys of the text itself.
import type { Marker } from '../../../../contract/marker';
import { idTexts } from '../event-id';
import { INSIDE, jsonSpan, sectionSpans, type Span } from './spans';

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
  readonly spanOf: (key: string) => Span | null;
}

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TICKS = new Set(['pts', 'pts_effective', 'pts_adjustment', 'duration']);

function valueText(key: string, value: unknown): string {
  if (typeof value === 'number' && key === 'event_id') {
    const { hex, decimal } = idTexts(value);
    return `${hex} dec ${decimal}`;
  }
  if (typeof value === 'number' && TICKS.has(key)) {
    return `${value} \u00b7 ${(value / 90_000).toFixed(3)} s`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function lines(known: Known, place: Place): Field[] {
  const { path, depth, spanOf } = place;
  return Object.entries(known).flatMap(([label, value]): Field[] => {
    const key = `${path}.${label}`;
    const span = spanOf(label);
    if (!isKnown(value)) return [{ key, depth, label, value: valueText(label, value), span }];
    const head: Field = { key, depth, label, value: null, span };
    return [head, ...lines(value, { path: key, depth: depth + 1, spanOf: () => span })];
  });
}

function within(whole: Span | null, inside: Span | undefined): Span | null {
  return whole === null || inside === undefined
    ? whole
    : [whole[0] + inside[0], whole[0] + inside[1]];
}

function part(name: string, known: Known, at: { path: string; span: Span | null }): Field[] {
  const inside = { ...(at.path.startsWith('descriptor') && INSIDE['descriptor']), ...INSIDE[name] };
  const spanOf = (key: string): Span | null => within(at.span, inside[key]);
  const head: Field = { key: at.path, depth: 0, label: name, value: null, span: at.span };
  return [head, ...lines(known, { path: at.path, depth: 1, spanOf })];
}

function sectionFields(section: Known, bytes: Uint8Array): readonly Field[] {
  const spans = sectionSpans(bytes);
  const { cmd, descriptors, command, ...rest } = section;
  const header = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => key in spans.header && !isKnown(value)),
  );
  const whole: Span = [0, bytes.length - 1];
  const head: Field = {
    key: 'section',
    depth: 0,
    label: 'splice_info_section',
    value: null,
    span: whole,
  };
  const top = lines(header, {
    path: 'section',
    depth: 1,
    spanOf: (key) => spans.header[key] ?? null,
  });
  const name = typeof command === 'string' ? command : 'splice_command';
  const list: unknown[] = Array.isArray(descriptors) ? descriptors : [];
  return [
    head,
    ...top,
    ...part(name, isKnown(cmd) ? cmd : {}, { path: 'command', span: spans.command }),
    ...list.filter(isKnown).flatMap((known, at) => {
      const kind = typeof known['kind'] === 'string' ? known['kind'] : 'descriptor';
      return part(kind, known, { path: `descriptor-${at}`, span: spans.descriptors[at] ?? null });
    }),
  ];
}

function textFields(bytes: Uint8Array): readonly Field[] {
  const text = new TextDecoder().decode(bytes);
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Not JSON: the bytes stand alone, which is what the tree then says.
    return [];
  }
  if (!isKnown(parsed)) return [];
  return lines(parsed, { path: 'json', depth: 0, spanOf: (key) => jsonSpan(text, key) });
}

/** The bytes of a marker. */
export function bytesOf(marker: Pick<Marker, 'rawBase64'>): Uint8Array {
  return Uint8Array.from(atob(marker.rawBase64), (letter) => letter.charCodeAt(0));
}

/** The tree of a marker; empty where nothing in it could be read. */
export function fieldsOf(marker: Marker, bytes: Uint8Array): readonly Field[] {
  if (marker.scte35 !== undefined) return sectionFields(marker.scte35, bytes);
  if (marker.scte104 !== undefined) {
    return lines(marker.scte104, { path: 'message', depth: 0, spanOf: () => null });
  }
  return textFields(bytes);
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
