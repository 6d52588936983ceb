// Owns the opening of an encrypted section with the control word of its cw_index. Only a good
// E_CRC_32 shows that it was the right one; a wrong one is refused, and nothing of the noise it
// makes is shown (SCTE 35 2023r1 9.6, 11).
import { crc32 } from '../../../lib/crc32';
import { good, type Result } from '../../../lib/result';
import { BODY_AT } from '../body';
import { readOpened, type DecodedSection } from '../decode-section';
import type { SectionFault } from '../fault';
import { BLOCK_BYTES, ciphered, keyBytes } from './modes';

/** Control words as bytes, by cw_index. */
export type ControlWords = ReadonlyMap<number, Uint8Array>;

/** Why a section stays closed. */
export type Closed =
  | { readonly reason: 'needs_key' | 'algorithm' | 'key_length' | 'block_length' | 'e_crc' }
  | { readonly reason: 'broken'; readonly fault: SectionFault };

const CRC_BYTES = 4;

/** Opens a framed section of `total` bytes whose CRC_32 is good. */
export function openSection(
  bytes: Uint8Array,
  total: number,
  words: ControlWords,
): Result<DecodedSection, Closed> {
  const closed = (reason: Exclude<Closed['reason'], 'broken'>) => ({ ok: false, reason }) as const;
  const algorithm = ((bytes[4] ?? 0) >> 1) & 0x3f;
  const key = words.get(bytes[9] ?? 0);
  if (key === undefined) return closed('needs_key');
  if (keyBytes(algorithm) === 0) return closed('algorithm');
  if (key.length !== keyBytes(algorithm)) return closed('key_length');
  const hidden = bytes.subarray(BODY_AT, total - CRC_BYTES);
  const plain = ciphered(hidden, { algorithm, key }, 'decrypt');
  if (plain === null || plain.length < BLOCK_BYTES) return closed('block_length');
  if (crc32(plain, 0, plain.length) !== 0) return closed('e_crc');
  const open = new Uint8Array(bytes.subarray(0, total));
  open.set(plain, BODY_AT);
  const read = readOpened(open, total - 2 * CRC_BYTES);
  return read.ok ? good(read.value) : { ok: false, reason: 'broken', fault: read.fault };
}
