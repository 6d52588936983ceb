// Owns the CRC_32 of MPEG-2 sections: polynomial 0x04C11DB7, first value all ones, nothing
// reflected, nothing inverted at the end (ISO/IEC 13818-1 Annex A, named by SCTE 35 2023r1 9.6).
// Eight bytes a step: every cue is checked, so this is the most-run loop there is.
import { wordAt } from './byte-reader';

const POLYNOMIAL = 0x04c11db7;

function firstTable(): Int32Array {
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

/** The table of a byte with one more zero byte behind it than in `before`. */
function nextTable(before: Int32Array): Int32Array {
  return before.map((rest) => (rest << 8) ^ (T0[rest >>> 24] ?? 0));
}

const T0 = firstTable();
const T1 = nextTable(T0);
const T2 = nextTable(T1);
const T3 = nextTable(T2);
const T4 = nextTable(T3);
const T5 = nextTable(T4);
const T6 = nextTable(T5);
const T7 = nextTable(T6);

function entry(table: Int32Array, byte: number): number {
  return table[byte] ?? 0;
}

/** The CRC_32 of bytes[from, to). Over a section including its CRC_32 it is 0 when all is well. */
export function crc32(bytes: Uint8Array, from: number, to: number): number {
  let rest = -1;
  let at = from;
  for (const last = to - 8; at <= last; at += 8) {
    rest ^= wordAt(bytes, at);
    const near =
      entry(T7, rest >>> 24) ^
      entry(T6, (rest >>> 16) & 0xff) ^
      entry(T5, (rest >>> 8) & 0xff) ^
      entry(T4, rest & 0xff);
    const far = wordAt(bytes, at + 4);
    rest =
      near ^
      entry(T3, far >>> 24) ^
      entry(T2, (far >>> 16) & 0xff) ^
      entry(T1, (far >>> 8) & 0xff) ^
      entry(T0, far & 0xff);
  }
  for (; at < to; at += 1) {
    rest = (rest << 8) ^ (T0[((rest >>> 24) ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  }
  return rest >>> 0;
}
