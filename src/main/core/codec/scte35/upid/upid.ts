// Owns segmentation_upid(): its type names, lengths and readings, nested MIDs included. The hex is
// the truth and is what is written back; text, numbers and ids are read from it for people
// (SCTE 35 2023r1 10.3.3.1, table 22).
import { wordAt, type ByteReader, type Draft } from '../../../lib/byte-reader';
import { hex32, hexOf } from '../../../lib/hex';
import { UPID, upidType } from './types';

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

const FORMAT_BYTES = 4;

/** Reads length and bytes of a upid of this type; null where a MID breaks off inside. */
export function readUpid(type: number, from: ByteReader): Upid | null {
  const length = from.u8();
  const at = from.step(length);
  return readUpidAt(type, from.bytes, at < 0 ? [0, 0] : [at, at + length]);
}

type Stretch = readonly [from: number, to: number];

/** Reads a upid from bytes[from, to); null where a MID breaks off inside. */
export function readUpidAt(type: number, bytes: Uint8Array, [from, to]: Stretch): Upid | null {
  const [type_name, exact, text] = upidType(type);
  const length = to - from;
  const upid: Draft<Upid> = { type, type_name, length, hex: hexOf(bytes, from, to) };
  const fits = exact === null ? type !== UPID.mpu || length >= FORMAT_BYTES : length === exact;
  if (!fits) upid.length_violation = true;
  if (text) addText(upid, bytes, from);
  else if (type === UPID.mid) return addUpids(upid, bytes, [from, to]) ? upid : null;
  else if (fits) addReading(upid, bytes, from);
  return upid;
}

function addReading(upid: Draft<Upid>, bytes: Uint8Array, from: number): void {
  if (upid.type === UPID.ti) {
    const int = wordAt(bytes, from) * 2 ** 32 + wordAt(bytes, from + 4);
    upid.int = int;
  } else if (upid.type === UPID.eidr) {
    const prefix = wordAt(bytes, from) >>> 16;
    const groups = upid.hex.slice(4).toUpperCase().match(/.{4}/g) ?? [];
    upid.eidr = `10.${prefix}/${groups.join('-')}`;
  } else if (upid.type === UPID.mpu) {
    upid.format_identifier = wordAt(bytes, from);
    upid.private_hex = upid.hex.slice(2 * FORMAT_BYTES);
  } else if (upid.type === UPID.uuid) {
    upid.uuid = upid.hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }
}

function addUpids(upid: Draft<Upid>, bytes: Uint8Array, [from, to]: Stretch): boolean {
  const upids: Upid[] = [];
  let at = from;
  while (at < to) {
    const end = at + 2 + (bytes[at + 1] ?? 0);
    if (at + 1 >= to || end > to) return false;
    const inner = readUpidAt(bytes[at] ?? 0, bytes, [at + 2, end]);
    if (inner === null) return false;
    upids.push(inner);
    at = end;
  }
  upid.upids = upids;
  return true;
}

function addText(upid: Draft<Upid>, bytes: Uint8Array, from: number): void {
  const text = printable(bytes, from, from + upid.length);
  if (text !== null) upid.text = text;
}

function printable(bytes: Uint8Array, from: number, to: number): string | null {
  let text = '';
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x20 || byte > 0x7e) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Four printable characters as they are, anything else as 0x and eight hex digits. */
export function identifierText(identifier: number): string {
  let text = '';
  for (const shift of [24, 16, 8, 0]) {
    const byte = (identifier >>> shift) & 0xff;
    if (byte < 0x20 || byte > 0x7e) return `0x${hex32(identifier)}`;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** The number of an identifier written as identifierText writes it; undefined where it is none. */
export function identifierNumber(text: string): number | undefined {
  if (/^0x[0-9a-f]{8}$/iu.test(text)) return Number(text);
  if (text.length !== 4) return undefined;
  return [...text].reduce((number, sign) => number * 256 + (sign.codePointAt(0) ?? 0), 0);
}
