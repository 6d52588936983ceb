// Owns the closing of a section: alignment_stuffing up to whole blocks, E_CRC_32 over what is
// hidden, and the cipher of its algorithm. Lengths and CRC_32 are reckoned by whoever writes the
// header (SCTE 35 2023r1 9.6, 11).
import { ByteWriter } from '../../../lib/byte-writer';
import { crc32 } from '../../../lib/crc32';
import { BLOCK_BYTES, ciphered, type CipherKey } from './modes';

const CRC_BYTES = 4;

/** Everything behind the header, closed; null where the key does not fit the algorithm. */
export function sealBody(body: Uint8Array, key: CipherKey): Uint8Array | null {
  const to = new ByteWriter();
  to.put(body);
  while ((to.length + CRC_BYTES) % BLOCK_BYTES !== 0) to.u8(0xff);
  to.u32(crc32(to.bytes(), 0, to.length));
  return ciphered(to.bytes(), key, 'encrypt');
}
