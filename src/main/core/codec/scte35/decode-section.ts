// Owns decoding of a splice_info_section: length, CRC_32 (always checked), header, command and
// descriptor loop. A fault in the loop keeps the command, since the cue is real; an encrypted
// section keeps its header (SCTE 35 2023r1 9.6).
import { ByteReader } from '../../lib/byte-reader';
import { crc32 } from '../../lib/crc32';
import { hex32, toHex } from '../../lib/hex';
import { good, type Result } from '../../lib/result';
import { BODY_AT, readBody, UNTOLD_LENGTH } from './body';
import { sectionFault, type SectionFault, type SectionFaultCode } from './fault';
import type { EncryptedSection, SectionHeader, SpliceInfoSection } from './section';

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
  const header = readHeader(bytes, total, crcOk);
  if (header.encrypted) {
    return good({ section: sealed(header, bytes, total), fault: null, bytes: total });
  }
  const read = readBody(bytes, total - 4, header.splice_command_length);
  if (!read.ok) return read;
  const ignored = header.protocol_version === 0 ? {} : { ignore: true as const };
  const section = { ...header, ...read.value.body, encrypted: false as const, ...ignored };
  return good({ section, fault: read.value.fault, bytes: total });
}

function sealed(header: SectionHeader, bytes: Uint8Array, total: number): EncryptedSection {
  const hidden = bytes.subarray(BODY_AT, total - 4);
  return {
    ...header,
    encrypted: true,
    needs_key: true,
    command: null,
    cmd: null,
    descriptors: [],
    encrypted_bytes: hidden.length,
    encrypted_hex: toHex(hidden),
  };
}

function readHeader(bytes: Uint8Array, total: number, crcOk: boolean): SectionHeader {
  const from = new ByteReader(bytes, 1, total);
  const first = from.u16();
  const protocol_version = from.u8();
  const flags = from.u8();
  const pts_adjustment = (flags & 1) * 2 ** 32 + from.u32();
  const cw_index = from.u8();
  const tail = from.u8() * 0x1_0000 + from.u16();
  const splice_command_length = tail & 0xfff;
  return {
    sap_type: (first >> 12) & 3,
    section_length: first & 0xfff,
    protocol_version,
    encrypted: (flags & 0x80) !== 0,
    encryption_algorithm: (flags >> 1) & 0x3f,
    pts_adjustment,
    cw_index,
    tier: tail >> 12,
    splice_command_length,
    crc32: hex32(new ByteReader(bytes, total - 4, total).u32()),
    crc_ok: crcOk,
    ...(splice_command_length === UNTOLD_LENGTH ? { legacy_command_length: true } : {}),
    ...(protocol_version === 0 ? {} : { protocol_version_unsupported: true }),
  };
}
