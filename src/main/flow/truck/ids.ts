// Owns the ids that people say aloud: M-000123, A-0218, S-0187, each kind counted up by itself.
// Refuses gaps to be filled: a number that was given out is never given again.
import type { Memory } from './truck';

const PREFIX = { marker: 'M', auction: 'A', settlement: 'S' } as const;
const DIGITS = { marker: 6, auction: 4, settlement: 4 } as const;

/** The next id of a kind: M-000123, A-0218, S-0187. Short, because people say them aloud. */
export function nextId(memory: Memory, kind: keyof typeof PREFIX): string {
  memory.counters[kind] += 1;
  return `${PREFIX[kind]}-${String(memory.counters[kind]).padStart(DIGITS[kind], '0')}`;
}
