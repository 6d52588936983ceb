// Owns a data directory in which one bit is turned and turned back, for tests of the verifier.
// Refuses to leave it turned.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** Runs `look` while one bit of a file is turned. */
export function whileFlipped<T>(path: string, at: { byte: number; bit: number }, look: () => T): T {
  const flip = (): void => {
    const file = openSync(path, 'r+');
    const one = Buffer.alloc(1);
    readSync(file, one, 0, 1, at.byte);
    one[0] = (one[0] ?? 0) ^ (1 << at.bit);
    writeSync(file, one, 0, 1, at.byte);
    closeSync(file);
  };
  flip();
  try {
    return look();
  } finally {
    flip();
  }
}

/** Bytes to try: the first ones, and one at a random place of each `stride` bytes. */
export function samples(
  path: string,
  { first, stride }: { readonly first: number; readonly stride: number },
  random: () => number,
): number[] {
  const { size } = statSync(path);
  const begin = Array.from({ length: Math.min(first, size) }, (_, at) => at);
  const rest = Array.from({ length: Math.ceil(size / stride) }, (_, n) => {
    const from = n * stride;
    return from + Math.floor(random() * Math.min(stride, size - from));
  });
  return [...begin, ...rest];
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
