// Owns decoding of a splice_info_section: length, CRC_32 (always checked), header, command and
// descriptor loop. A fault in the loop keeps the command, since the cue is real; an encrypted
// section keeps its header (SCTE 35 2023r1 9.6).
import { wordAt, type Draft } from '../../lib/byte-reader';
import { crc32 } from '../../lib/crc32';
import { hex32, hexOf } from '../../lib/hex';
import { good, type Result } from '../../lib/result';
import { BODY_AT, readBody, UNTOLD_LENGTH, type ReadBody } from './body';
import { sectionFault, type SectionFault, type SectionFaultCode } from './fault';
import type { ClearSection, EncryptedSection, SectionHeader, SpliceInfoSection } from './section';

/** A good section; `fault` is a broken descriptor loop, null where all is well. */
export interface DecodedSection {
  readonly section: SpliceInfoSection;
  readonly fault: SectionFault | null;
  /** Bytes it takes from the input. */
  readonly bytes: number;
}

/** Why there is none. */
export interface SectionRefusal {
  readonly fault: SectionFault;
}

const TABLE_ID = 0xfc;
const LENGTH_LEAST = 17;
const LENGTH_MOST = 4093;

/** The bytes the section at the start of `bytes` takes, or what is wrong with its frame. */
export function frameSection(bytes: Uint8Array): Result<number, SectionRefusal> {
  const [table = 0, high = 0, low = 0] = bytes;
  const refuse = (code: SectionFaultCode, offset: number) =>
    ({ ok: false, fault: sectionFault(code, offset) }) as const;
  if (bytes.length > 0 && table !== TABLE_ID) return refuse('table_id', 0);
  if (bytes.length < 3) return refuse('too_short', bytes.length);
  if (high & 0x80) return refuse('section_syntax_indicator', 1);
  const length = ((high & 0x0f) << 8) | low;
  if (length < LENGTH_LEAST) return refuse('section_length_too_small', 1);
  if (length > LENGTH_MOST) return refuse('section_length_too_large', 1);
  if (length + 3 > bytes.length) return refuse('truncated_section', bytes.length);
  return good(length + 3);
}

/** Decodes the section at the start of `bytes`; what follows it is the caller's business. */
export function decodeSection(bytes: Uint8Array): Result<DecodedSection, SectionRefusal> {
  const frame = frameSection(bytes);
  if (!frame.ok) return frame;
  const fits = crc32(bytes, 0, frame.value) === 0;
  if (!fits) return { ok: false, fault: sectionFault('crc', frame.value - 4) };
  return readSection(bytes, frame.value, true);
}

/** Reads a framed section of `total` bytes; `crcOk` is what is known of its CRC_32. */
export function readSection(
  bytes: Uint8Array,
  total: number,
  crcOk: boolean,
): Result<DecodedSection, SectionRefusal> {
  const section = readHeader(bytes, total, crcOk);
  if (section.encrypted) return good({ section: seal(section, bytes), fault: null, bytes: total });
  const read = readBody(bytes, total - 4, section.splice_command_length);
  if (!read.ok) return read;
  return good({ section: fill(section, read.value), fault: read.value.fault, bytes: total });
}

/** Reads a section that was opened: its body, in the clear, ends at `end`. */
export function readOpened(bytes: Uint8Array, end: number): Result<DecodedSection, SectionRefusal> {
  const header = readHeader(bytes, bytes.length, true);
  const read = readBody(bytes, end, header.splice_command_length);
  if (!read.ok) return read;
  const section = fill({ ...header, encrypted: false }, read.value);
  return good({ section, fault: read.value.fault, bytes: bytes.length });
}

function fill(header: Draft<SectionHeader>, body: ReadBody): ClearSection {
  const { command, descriptors, stuffing } = body;
  const section = header as Draft<ClearSection>;
  section.command_type = command.command_type;
  section.command = command.command;
  section.cmd = command.cmd;
  section.descriptors = descriptors;
  if (command.command === 'reserved') Object.assign(section, command);
  if (section.protocol_version !== 0) section.ignore = true;
  if (stuffing === null) return section;
  section.stuffing_bytes = stuffing.length / 2;
  section.stuffing_hex = stuffing;
  return section;
}

function seal(header: SectionHeader, bytes: Uint8Array): EncryptedSection {
  const end = header.section_length - 1;
  const hidden = { encrypted_bytes: end - BODY_AT, encrypted_hex: hexOf(bytes, BODY_AT, end) };
  const closed = { encrypted: true, needs_key: true, command: null, cmd: null } as const;
  return { ...header, ...closed, descriptors: [], ...hidden };
}

function readHeader(bytes: Uint8Array, total: number, crcOk: boolean): Draft<SectionHeader> {
  const first = wordAt(bytes, 1) >>> 8;
  const flags = bytes[4] ?? 0;
  const tail = wordAt(bytes, 9);
  const header: Draft<SectionHeader> = {
    sap_type: (first >>> 20) & 3,
    section_length: (first >>> 8) & 0xfff,
    protocol_version: first & 0xff,
    encrypted: (flags & 0x80) !== 0,
    encryption_algorithm: (flags >> 1) & 0x3f,
    pts_adjustment: (flags & 1) * 2 ** 32 + wordAt(bytes, 5),
    cw_index: tail >>> 24,
    tier: (tail >>> 12) & 0xfff,
    splice_command_length: tail & 0xfff,
    crc32: hex32(wordAt(bytes, total - 4)),
    crc_ok: crcOk,
  };
  if (header.splice_command_length === UNTOLD_LENGTH) header.legacy_command_length = true;
  if (header.protocol_version !== 0) header.protocol_version_unsupported = true;
  return header;
}
