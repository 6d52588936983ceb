// Owns the making of damaged cues from good ones, by a seed: bits flipped, bytes set, cut, put in
// and doubled, two cues joined. Half of them get a fitting length and CRC_32 again, so that the
// damage is met behind those and not before. The same seed gives the same bytes.
import { crc32 } from '../../../../../../src/main/core/lib/crc32';

const MOST_BYTES = 1_024;
const EDGES = [0x00, 0x01, 0x02, 0x7f, 0x80, 0xfc, 0xfe, 0xff];

/** Gives one damaged cue after another. */
export interface Mutator {
  readonly next: () => Uint8Array;
}

/** Numbers below `most`, from a seed. */
export function dice(seed: number): (most: number) => number {
  let state = seed | 0 || 1;
  return (most) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % most;
  };
}

/** Makes a mutator over these cues. */
export function mutator(seeds: readonly Uint8Array[], seed: number): Mutator {
  const roll = dice(seed);
  const pick = (): Uint8Array => seeds[roll(seeds.length)] ?? new Uint8Array();
  const changes: readonly ((bytes: Uint8Array) => Uint8Array)[] = [
    (bytes) => flipped(bytes, roll(8 * bytes.length)),
    (bytes) => bytes.with(roll(bytes.length), roll(256)),
    (bytes) => bytes.with(roll(bytes.length), EDGES[roll(EDGES.length)] ?? 0),
    (bytes) => bytes.subarray(0, 1 + roll(bytes.length)),
    (bytes) => without(bytes, roll(bytes.length), 1 + roll(4)),
    (bytes) => spliced(bytes, roll(bytes.length), pick().subarray(0, 1 + roll(8))),
    (bytes) => spliced(bytes, roll(bytes.length), bytes.subarray(roll(bytes.length))),
    (bytes) => spliced(bytes, roll(bytes.length), pick()),
  ];
  return {
    next: () => {
      let bytes = Uint8Array.from(pick());
      for (let left = 1 + roll(4); left > 0; left -= 1) {
        bytes = Uint8Array.from(changes[roll(changes.length)]?.(bytes) ?? bytes);
      }
      bytes = bytes.subarray(0, MOST_BYTES);
      if (roll(2) === 0) mend(bytes);
      return bytes;
    },
  };
}

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  return bytes.with(bit >> 3, (bytes[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7)));
}

function without(bytes: Uint8Array, at: number, count: number): Uint8Array {
  const rest = [...bytes.subarray(0, at), ...bytes.subarray(at + count)];
  return rest.length === 0 ? bytes : Uint8Array.from(rest);
}

function spliced(bytes: Uint8Array, at: number, more: Uint8Array): Uint8Array {
  return Uint8Array.from([...bytes.subarray(0, at), ...more, ...bytes.subarray(at)]);
}

/** Makes the frame fit: table_id, section_length and CRC_32. */
function mend(bytes: Uint8Array): void {
  if (bytes.length < 20) return;
  const length = bytes.length - 3;
  bytes[0] = 0xfc;
  bytes[1] = 0x30 | (length >> 8);
  bytes[2] = length & 0xff;
  const crc = crc32(bytes, 0, bytes.length - 4);
  for (let byte = 0; byte < 4; byte += 1) bytes[bytes.length - 4 + byte] = crc >>> (24 - 8 * byte);
}
