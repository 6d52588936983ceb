// Owns the way back from a upid to its bytes: from its hex where there is one, else from what a
// person wrote (text, number, EIDR, UUID, MPU, or the upids of a MID). Refuses what does not fit.
import { ByteWriter } from '../../../lib/byte-writer';
import { fromHex } from '../../../lib/hex';
import type { Upid } from './upid';

/** A upid as it may be written by hand: the type and any one of its readings. */
export type UpidInput = Pick<Upid, 'type'> &
  Partial<Omit<Upid, 'type' | 'upids'>> & { readonly upids?: readonly UpidInput[] };

const EIDR = /^10\.(\d{1,5})\/((?:[0-9a-f]{4}-){4}[0-9a-f]{4})(?:-[0-9a-z])?$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The bytes of a upid, or null where it has none that can be written. */
export function upidBytes(upid: UpidInput): Uint8Array | null {
  if (upid.hex !== undefined) return fromHex(upid.hex);
  const to = new ByteWriter();
  writeReading(to, upid);
  return to.unfit ? null : to.bytes();
}

function writeReading(to: ByteWriter, upid: UpidInput): void {
  if (upid.text !== undefined) to.latin1(upid.text);
  else if (upid.int !== undefined) writeInt(to, upid.int);
  else if (upid.eidr !== undefined) writeEidr(to, upid.eidr);
  else if (upid.uuid !== undefined) {
    putHex(to, UUID.test(upid.uuid) ? upid.uuid.replaceAll('-', '') : null);
  } else if (upid.format_identifier !== undefined) {
    to.u32(upid.format_identifier);
    putHex(to, upid.private_hex ?? '');
  } else for (const inner of upid.upids ?? []) writeInner(to, inner);
}

function writeInt(to: ByteWriter, int: number): void {
  if (!Number.isSafeInteger(int) || int < 0) to.unfit = true;
  to.u32(Math.floor(int / 2 ** 32));
  to.u32(int % 2 ** 32);
}

function writeEidr(to: ByteWriter, eidr: string): void {
  const [, prefix = '', suffix = ''] = EIDR.exec(eidr) ?? [];
  if (prefix === '') to.unfit = true;
  to.u16(Number(prefix));
  putHex(to, suffix.replaceAll('-', ''));
}

function writeInner(to: ByteWriter, inner: UpidInput): void {
  const bytes = upidBytes(inner);
  if (bytes === null) to.unfit = true;
  to.u8(inner.type);
  to.u8(bytes?.length ?? 0);
  to.put(bytes ?? new Uint8Array());
}

function putHex(to: ByteWriter, hex: string | null): void {
  const bytes = hex === null ? null : fromHex(hex);
  if (bytes === null) to.unfit = true;
  else to.put(bytes);
}
