// Owns the tests of the search for the lossless rate, over made-up trials, and of what is said of
// its figures: a sender that falls behind is never taken for a loss.
import { describe, expect, it } from 'vitest';
import { limitOf, rounded } from './intake.ts';
import { highestRate, type Trial } from './lossless.ts';

const SEARCH = { seconds: 1, fromRate: 1_000, mostRate: 10_000, bisections: 6 };

/** A subject that loses above `most`, and a sender that keeps up to `keeps`. */
function trials(most: number, keeps = Infinity) {
  const asked: number[] = [];
  const tried = (rate: number): Promise<Trial> => {
    asked.push(rate);
    const really = Math.min(rate, keeps);
    const lost = really > most ? 1 : 0;
    return Promise.resolve({ rate: really, lost, kept: really > rate * 0.97 });
  };
  return { asked, tried };
}

describe('the search', () => {
  it('comes close to the rate from which on something is lost', async () => {
    const { rate, senderLimit } = await highestRate(trials(2_500).tried, SEARCH);
    expect(senderLimit).toBe(false);
    expect(rate).toBeLessThanOrEqual(2_500);
    expect(rate).toBeGreaterThan(2_450);
  });

  it('ends where the sender falls behind, on the way up', async () => {
    const { asked, tried } = trials(9_000, 2_000);
    expect(await highestRate(tried, SEARCH)).toEqual({ rate: 1_690, senderLimit: true });
    expect(asked.at(-1)).toBe(2_197);
  });

  it('ends where the sender falls behind while it halves, and takes that for no loss', async () => {
    const answers: Trial[] = [
      { rate: 1_000, lost: 0, kept: true },
      { rate: 1_300, lost: 2, kept: true },
      { rate: 900, lost: 0, kept: false },
    ];
    const tried = (): Promise<Trial> => Promise.resolve(answers.shift() as Trial);
    expect(await highestRate(tried, SEARCH)).toEqual({ rate: 1_000, senderLimit: true });
    expect(answers).toEqual([]);
  });

  it('claims no more than went out', async () => {
    const tried = (rate: number): Promise<Trial> =>
      Promise.resolve({ rate: rate * 0.98, lost: 0, kept: true });
    const most = { ...SEARCH, mostRate: 1_000 };
    expect(await highestRate(tried, most)).toEqual({ rate: 980, senderLimit: true });
  });
});

describe('what is said of a ratio', () => {
  const [free, bound] = [false, true].map((senderLimit) => ({ rate: 1, senderLimit }));
  it('names whose limit the sender was', () => {
    if (free === undefined || bound === undefined) throw new Error('two were made');
    expect(limitOf(free, free)).toBeNull();
    expect(limitOf(bound, free)).toContain("Cuebid's limit: the ratio is at least");
    expect(limitOf(free, bound)).toContain("bare loop's limit: the ratio is at most");
    expect(limitOf(bound, bound)).toContain('both');
  });

  it('has three decimals at most', () => {
    expect(rounded({ a: [1 / 3, 'x', null], b: { c: 12_345.678_9 } })).toEqual({
      a: [0.333, 'x', null],
      b: { c: 12_345.679 },
    });
  });
});
