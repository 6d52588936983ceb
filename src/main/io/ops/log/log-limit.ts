// Owns how often a code may be logged: the first few of a minute, then one summary with the count.
// Refuses to lose a count: what was held back is told when the minute ends, or at the log's end.

const WINDOW_MS = 60_000;
/** Codes counted apart; further ones share one count. */
const CODES_MOST = 500;
const OTHERS = 'other_codes';

interface Count {
  readonly sinceMs: number;
  passed: number;
  held: number;
}

/** Decides on each line. */
export interface LogLimit {
  /** Whether the line may be written now. */
  readonly admit: (code: string) => boolean;
  /** Lines held back in windows that are over (in every window if `all`). Each is told once. */
  readonly heldBack: (all?: boolean) => readonly (readonly [code: string, held: number])[];
}

/** Makes the limit: `most` lines a code and minute. */
export function createLogLimit(most: number, monoMs: () => number): LogLimit {
  const counts = new Map<string, Count>();

  return {
    admit: (code) => {
      const slot = counts.has(code) || counts.size < CODES_MOST ? code : OTHERS;
      let count = counts.get(slot);
      if (count === undefined) {
        count = { sinceMs: monoMs(), passed: 0, held: 0 };
        counts.set(slot, count);
      }
      if (count.passed < most) {
        count.passed += 1;
        return true;
      }
      count.held += 1;
      return false;
    },
    heldBack: (all = false) => {
      const over = [...counts].filter(([, { sinceMs }]) => all || monoMs() - sinceMs >= WINDOW_MS);
      for (const [code] of over) counts.delete(code);
      return over.filter(([, { held }]) => held > 0).map(([code, { held }]) => [code, held]);
    },
  };
}
