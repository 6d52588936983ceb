// Owns the CRC of the bench's own sections, bit by bit, so that the bench does not lean on the code
// it measures; and the same with the one table that is usual, as the reference of the codec bench.

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

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c1_1db7 : crc << 1;
  return crc;
});

/** The same, a byte a step. Signed; 0 over a section including its CRC_32. */
export function crc32Table(bytes: Uint8Array): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    crc = (crc << 8) ^ (TABLE[((crc >>> 24) ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return crc;
}
