// Owns segmentation_upid(): its type names, lengths and readings, nested MIDs included. The hex is
// the truth and is all that is written back; text, numbers and ids are read from it for people
// (SCTE 35 2023r1 10.3.3.1, table 22).
import { fromHex, hex32, toHex } from '../../lib/hex';

/** A upid with what could be read from its bytes. */
export interface Upid {
  readonly type: number;
  readonly type_name: string;
  readonly length: number;
  readonly hex: string;
  /** True where the length is not the type's own. */
  readonly length_violation?: true;
  readonly text?: string;
  readonly int?: number;
  readonly eidr?: string;
  readonly uuid?: string;
  readonly format_identifier?: number;
  readonly private_hex?: string;
  readonly upids?: readonly Upid[];
}

const TEXT = 'text';
/** Name, exact length (null for free) and whether it is text. */
const TYPES: readonly (readonly [string, number | null, typeof TEXT | null])[] = [
  ['not_used', 0, null],
  ['user_defined', null, TEXT],
  ['ISCI', 8, TEXT],
  ['Ad-ID', 12, TEXT],
  ['UMID', 32, null],
  ['ISAN', 8, null],
  ['ISAN', 12, null],
  ['TID', 12, TEXT],
  ['TI', 8, null],
  ['ADI', null, TEXT],
  ['EIDR', 12, null],
  ['ATSC', null, null],
  ['MPU', null, null],
  ['MID', null, null],
  ['ADS', null, TEXT],
  ['URI', null, TEXT],
  ['UUID', 16, null],
  ['SCR', null, null],
];
const RESERVED = ['reserved', null, null] as const;

/** Reads a upid; null where a MID breaks off inside. */
export function readUpid(type: number, bytes: Uint8Array): Upid | null {
  const [type_name, exact, kind] = TYPES[type] ?? RESERVED;
  const fits = exact === null ? type !== 12 || bytes.length >= 4 : bytes.length === exact;
  const reading = fits || kind === TEXT ? readKind(type, bytes) : {};
  if (reading === null) return null;
  const plain = { type, type_name, length: bytes.length, hex: toHex(bytes) };
  return { ...plain, ...(fits ? {} : { length_violation: true as const }), ...reading };
}

/** The bytes of a upid, or null where its hex is none. */
export function upidBytes(upid: { readonly hex: string }): Uint8Array | null {
  return fromHex(upid.hex);
}

function readKind(type: number, bytes: Uint8Array): Partial<Upid> | null {
  switch (type) {
    case 8:
      return { int: word(bytes, 0) * 2 ** 32 + word(bytes, 4) };
    case 10:
      return { eidr: eidr(bytes) };
    case 12:
      return { format_identifier: word(bytes, 0), private_hex: toHex(bytes.subarray(4)) };
    case 13:
      return readMid(bytes);
    case 16:
      return { uuid: uuid(toHex(bytes)) };
    default:
      return (TYPES[type] ?? RESERVED)[2] === TEXT ? printable(bytes) : {};
  }
}

function readMid(bytes: Uint8Array): Partial<Upid> | null {
  const upids: Upid[] = [];
  let at = 0;
  while (at < bytes.length) {
    const length = bytes[at + 1];
    if (length === undefined || at + 2 + length > bytes.length) return null;
    const upid = readUpid(bytes[at] ?? 0, bytes.subarray(at + 2, at + 2 + length));
    if (upid === null) return null;
    upids.push(upid);
    at += 2 + length;
  }
  return { upids };
}

function word(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return high * 0x1_0000 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
}

function printable(bytes: Uint8Array): Partial<Upid> {
  let text = '';
  for (const byte of bytes) {
    if (byte < 0x20 || byte > 0x7e) return {};
    text += String.fromCharCode(byte);
  }
  return { text };
}

function eidr(bytes: Uint8Array): string {
  const groups = toHex(bytes.subarray(2)).toUpperCase().match(/.{4}/g) ?? [];
  return `10.${Math.floor(word(bytes, 0) / 0x1_0000)}/${groups.join('-')}`;
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Four printable characters as they are, anything else as 0x and eight hex digits. */
export function identifierText(identifier: number): string {
  const bytes = fromHex(hex32(identifier));
  return (bytes && printable(bytes).text) ?? `0x${hex32(identifier)}`;
}
