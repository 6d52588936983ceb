// Owns where the fields of a cue lie in its bytes: the header, command, descriptors and CRC of a
// section (SCTE 35 2023r1 9.6 and 10.2), the keys of a JSON text. Pure. Refuses to place what it
// cannot be sure of: such a field has no bytes of its own.

/** First and last byte of a field. */
export type Span = readonly [number, number];

/** Where the parts of a section lie; null where the bytes do not allow to tell. */
export interface SectionSpans {
  readonly header: Readonly<Record<string, Span>>;
  readonly command: Span | null;
  readonly descriptors: readonly Span[];
}

const HEADER: Readonly<Record<string, Span>> = {
  table_id: [0, 0],
  sap_type: [1, 1],
  section_length: [1, 2],
  protocol_version: [3, 3],
  encrypted: [4, 4],
  encryption_algorithm: [4, 4],
  pts_adjustment: [4, 8],
  cw_index: [9, 9],
  tier: [10, 11],
  splice_command_length: [11, 12],
  command_type: [13, 13],
};
const COMMAND_AT = 14;
const LENGTH_UNSAID = 0xfff;

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function loopSpans(bytes: Uint8Array, start: number): readonly Span[] {
  const end = Math.min(start + 2 + wordAt(bytes, start), bytes.length - 4);
  const spans: Span[] = [];
  for (let at = start + 2; at + 1 < end;) {
    const last = at + 1 + (bytes[at + 1] ?? 0);
    if (last >= end) break;
    spans.push([at, last]);
    at = last + 1;
  }
  return spans;
}

/** The parts of a section. */
export function sectionSpans(bytes: Uint8Array): SectionSpans {
  const crc: Span = [bytes.length - 4, bytes.length - 1];
  const header = { ...HEADER, crc_ok: crc, crc32: crc };
  const length = wordAt(bytes, 11) & LENGTH_UNSAID;
  if (length === LENGTH_UNSAID) return { header, command: null, descriptors: [] };
  const next = COMMAND_AT + length;
  const command: Span | null = length === 0 ? null : [COMMAND_AT, next - 1];
  return { header, command, descriptors: loopSpans(bytes, next) };
}

/** Fields at a fixed place in their command or descriptor: bytes from its first byte on. */
export const INSIDE: Readonly<Record<string, Readonly<Record<string, Span>>>> = {
  splice_insert: { event_id: [0, 3] },
  time_signal: { pts: [0, 4] },
  descriptor: { tag: [0, 0], identifier: [2, 5] },
  segmentation: { event_id: [6, 9] },
};

/** Where `"key": value` lies in a JSON text, in bytes; null where it does not stand there. */
export function jsonSpan(text: string, key: string): Span | null {
  const name = JSON.stringify(key).replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const value = '("(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\]|[^,}\\]\\s]+)';
  const found = new RegExp(`${name}\\s*:\\s*${value}`, 'u').exec(text);
  if (found === null) return null;
  const bytesOf = (part: string): number => new TextEncoder().encode(part).length;
  const from = bytesOf(text.slice(0, found.index));
  return [from, from + bytesOf(found[0]) - 1];
}
