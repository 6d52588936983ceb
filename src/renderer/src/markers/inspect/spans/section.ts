// Owns where the parts of a section lie in its bytes: header, command, descriptors, CRC, and what
// follows it (SCTE 35 2023r1 9.6 and 10.2). Pure. Refuses to place what it cannot be sure of: such
// a field has no bytes of its own.
import { wordAt, type Span } from './span';

/** Where the parts of a section lie; null where the bytes do not allow to tell. */
export interface SectionSpans {
  readonly header: Readonly<Record<string, Span>>;
  readonly command: Span | null;
  readonly descriptors: readonly Span[];
  /** The section alone, without what was sent behind it. */
  readonly whole: Span;
  /** What was sent behind it, null where nothing was. */
  readonly behind: Span | null;
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
const CRC_BYTES = 4;
const LOW_12 = 0xfff;
const LENGTH_UNSAID = 0xfff;

function loopSpans(bytes: Uint8Array, start: number, sectionEnd: number): readonly Span[] {
  const end = Math.min(start + 2 + wordAt(bytes, start), sectionEnd - CRC_BYTES);
  const spans: Span[] = [];
  for (let at = start + 2; at + 1 < end;) {
    const last = at + 1 + (bytes[at + 1] ?? 0);
    if (last >= end) break;
    spans.push([at, last]);
    at = last + 1;
  }
  return spans;
}

/** The parts of a section that begins at the first byte. */
export function sectionSpans(bytes: Uint8Array): SectionSpans {
  const end = Math.min(bytes.length, 3 + (wordAt(bytes, 1) & LOW_12));
  const crc: Span = [end - CRC_BYTES, end - 1];
  const header = { ...HEADER, crc_ok: crc, crc32: crc };
  const whole: Span = [0, end - 1];
  const behind: Span | null = end < bytes.length ? [end, bytes.length - 1] : null;
  const length = wordAt(bytes, 11) & LOW_12;
  if (length === LENGTH_UNSAID) return { header, command: null, descriptors: [], whole, behind };
  const next = COMMAND_AT + length;
  const command: Span | null = length === 0 ? null : [COMMAND_AT, next - 1];
  return { header, command, descriptors: loopSpans(bytes, next, end), whole, behind };
}
