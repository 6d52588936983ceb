// Owns the CRC of the bench's own sections, bit by bit, so that the bench does not lean on the code
// it measures.

/** CRC_32 as ISO/IEC 13818-1 annex A has it. */
export function crc32Mpeg(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 0x8000_0000 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
    }
  }
  return crc >>> 0;
}
