// Owns the block cipher of encrypted sections: DES on 64-bit blocks, both ways (FIPS PUB 46-3). It
// is here because the standard names it; it keeps nothing secret by today's measure.
import { BOXES, KEY_BITS, ROUND_BITS, TURNS } from './des-tables';

/** The round keys of one DES key: sixteen times eight groups of six bits. */
export type Schedule = Uint8Array;
/** A block: its left and its right half. */
export type Block = [left: number, right: number];

const GROUPS = 8;
const HALF = 28;

/** Makes the round keys of an eight-byte key; its parity bits do not count. */
export function makeSchedule(key: Uint8Array): Schedule {
  const bit = (at: number): number => ((key[(at - 1) >> 3] ?? 0) >> ((8 - at) & 7)) & 1;
  const held = KEY_BITS.map(bit);
  const schedule = new Uint8Array(TURNS.length * GROUPS);
  let turned = 0;
  for (const [round, turn] of TURNS.entries()) {
    turned += turn;
    for (const [index, at] of ROUND_BITS.entries()) {
      const half = at > HALF ? HALF : 0;
      const from = half + ((at - 1 - half + turned) % HALF);
      const group = round * GROUPS + Math.floor(index / 6);
      schedule[group] = ((schedule[group] ?? 0) << 1) | (held[from] ?? 0);
    }
  }
  return schedule;
}

/** The same keys in the opposite order, which is what turns encryption into decryption. */
export function reversed(schedule: Schedule): Schedule {
  const back = new Uint8Array(schedule.length);
  for (let round = 0; round < TURNS.length; round += 1) {
    const from = (TURNS.length - 1 - round) * GROUPS;
    back.set(schedule.subarray(from, from + GROUPS), round * GROUPS);
  }
  return back;
}

/** Changes a block in place. */
export function cipher(block: Block, schedule: Schedule): void {
  swap(block, [4, 0x0f0f0f0f, 0]);
  swap(block, [16, 0x0000ffff, 0]);
  swap(block, [2, 0x33333333, 1]);
  swap(block, [8, 0x00ff00ff, 1]);
  swap(block, [1, 0x55555555, 0]);
  let [left, right] = block;
  for (let at = 0; at < schedule.length; at += GROUPS) {
    const next = left ^ mixed(right, schedule, at);
    left = right;
    right = next;
  }
  block[0] = right;
  block[1] = left;
  swap(block, [1, 0x55555555, 0]);
  swap(block, [8, 0x00ff00ff, 1]);
  swap(block, [2, 0x33333333, 1]);
  swap(block, [16, 0x0000ffff, 0]);
  swap(block, [4, 0x0f0f0f0f, 0]);
}

/** One step of the first and last permutation: bits under the mask change sides. */
function swap(block: Block, [shift, mask, from]: [number, number, 0 | 1]): void {
  const to = from === 0 ? 1 : 0;
  const bits = ((block[from] >>> shift) ^ block[to]) & mask;
  block[to] ^= bits;
  block[from] ^= bits << shift;
}

function mixed(right: number, schedule: Schedule, at: number): number {
  let out = 0;
  for (let group = 0; group < GROUPS; group += 1) {
    const turn = (4 * group + 5) & 31;
    const six = ((right << turn) | (right >>> (32 - turn))) & 0x3f;
    out ^= BOXES[group]?.[six ^ (schedule[at + group] ?? 0)] ?? 0;
  }
  return out;
}
