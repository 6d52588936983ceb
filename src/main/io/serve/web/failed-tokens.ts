// Owns the count of wrong tokens an address sent, so that guessing is seen in the log. Refuses to
// shut anybody out: whoever shares an address with a guesser (every program of this machine does)
// could lock the operator out, and a wrong token is answered the same however often it comes.

/** Wrong tokens of one address in a minute that are worth a line in the log. */
const WRONG_WORTH_TELLING = 10;
const WINDOW_MS = 60_000;
/** Addresses counted at once; the oldest gives way. */
const ADDRESSES_MOST = 1_024;

/** Counts one wrong token; true once a minute, when an address has sent too many. */
export type CountWrong = (address: string) => boolean;

/** Makes the count. */
export function createFailedTokens(monoMs: () => number): CountWrong {
  const counts = new Map<string, { sinceMs: number; wrong: number }>();
  return (address) => {
    const nowMs = monoMs();
    let count = counts.get(address);
    if (count === undefined || nowMs - count.sinceMs >= WINDOW_MS) {
      counts.delete(address);
      count = { sinceMs: nowMs, wrong: 0 };
      counts.set(address, count);
    }
    count.wrong += 1;
    const [oldest] = counts.keys();
    if (counts.size > ADDRESSES_MOST && oldest !== undefined) counts.delete(oldest);
    return count.wrong === WRONG_WORTH_TELLING;
  };
}
