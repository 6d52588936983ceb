// Owns the CRC_32 of MPEG-2 sections: polynomial 0x04C11DB7, first value all ones, nothing
// reflected, nothing inverted at the end (ISO/IEC 13818-1 Annex A, named by SCTE 35 2023r1 9.6).

const POLYNOMIAL = 0x04c11db7;

function makeTable(): Int32Array {
  const table = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let rest = byte << 24;
    for (let bit = 0; bit < 8; bit += 1) {
      rest = rest < 0 ? (rest << 1) ^ POLYNOMIAL : rest << 1;
    }
    table[byte] = rest;
  }
  return table;
}

const TABLE = makeTable();

/** The CRC_32 of bytes[from, to). Over a section including its CRC_32 it is 0 when all is well. */
export function crc32(bytes: Uint8Array, from: number, to: number): number {
  let rest = -1;
  for (let at = from; at < to; at += 1) {
    rest = (rest << 8) ^ (TABLE[((rest >>> 24) ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return rest >>> 0;
}
