// Owns the three ways in which a section is encrypted: DES-ECB, DES-CBC with a zero first block,
// and triple DES (EDE, three keys) in ECB (SCTE 35 2023r1 11.3). Refuses a key of another length,
// and data that is not whole blocks.
import { wordAt } from '../../../lib/byte-reader';
import { cipher, makeSchedule, reversed, type Block, type Schedule } from './des';

/** encryption_algorithm by name. */
export const ALGORITHM = { desEcb: 1, desCbc: 2, tripleDes: 3 } as const;

export const BLOCK_BYTES = 8;

/** Which way. */
export type Way = 'encrypt' | 'decrypt';

/** What is needed to cipher: the algorithm of the section and the control word as bytes. */
export interface CipherKey {
  readonly algorithm: number;
  readonly key: Uint8Array;
}

/** The bytes of a key of this algorithm; 0 where nobody knows the algorithm. */
export function keyBytes(algorithm: number): number {
  if (algorithm === ALGORITHM.tripleDes) return 24;
  return algorithm === ALGORITHM.desEcb || algorithm === ALGORITHM.desCbc ? 8 : 0;
}

/** The data ciphered; null where key or data have the wrong length. */
export function ciphered(data: Uint8Array, { algorithm, key }: CipherKey, way: Way) {
  const length = keyBytes(algorithm);
  if (length === 0 || key.length !== length || data.length % BLOCK_BYTES !== 0) return null;
  const rounds = roundsOf(key, way);
  const chained = algorithm === ALGORITHM.desCbc;
  const out = new Uint8Array(data.length);
  let before: Block = [0, 0];
  for (let at = 0; at < data.length; at += BLOCK_BYTES) {
    const given: Block = [wordAt(data, at) | 0, wordAt(data, at + 4) | 0];
    const block: Block = [...given];
    if (chained && way === 'encrypt') mix(block, before);
    for (const schedule of rounds) cipher(block, schedule);
    if (chained && way === 'decrypt') mix(block, before);
    if (chained) before = way === 'encrypt' ? block : given;
    put(out, at, block);
  }
  return out;
}

/** One key: one pass. Three: encrypt, decrypt, encrypt; the other way round for the way back. */
function roundsOf(key: Uint8Array, way: Way): readonly Schedule[] {
  const schedules: Schedule[] = [];
  for (let at = 0; at < key.length; at += BLOCK_BYTES) {
    const schedule = makeSchedule(key.subarray(at, at + BLOCK_BYTES));
    const forward = (way === 'encrypt') === (schedules.length % 2 === 0);
    schedules.push(forward ? schedule : reversed(schedule));
  }
  return way === 'encrypt' ? schedules : schedules.reverse();
}

function mix(block: Block, other: Block): void {
  block[0] ^= other[0];
  block[1] ^= other[1];
}

function put(out: Uint8Array, at: number, [left, right]: Block): void {
  for (let byte = 0; byte < 4; byte += 1) {
    out[at + byte] = left >>> (24 - 8 * byte);
    out[at + 4 + byte] = right >>> (24 - 8 * byte);
  }
}
