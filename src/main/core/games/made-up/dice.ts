// Owns chance that can be repeated: the same seed throws the same. Refuses to be used where chance
// must not be guessed; it only makes up games and ids for trying things out.

/** A stream of chance. */
export interface Dice {
  /** A number from 0 up to, not including, 1. */
  readonly throw: () => number;
  /** Whether something of this chance happens. */
  readonly happens: (chance: number) => boolean;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
}

const TWO_TO_32 = 2 ** 32;

/** Dice for a seed; any number will do (mulberry32). */
export function diceOf(seed: number): Dice {
  let state = Math.trunc(seed) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  };
  return {
    throw: next,
    happens: (chance) => next() < chance,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
  };
}
