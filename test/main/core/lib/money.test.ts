// Owns the proof of money arithmetic: one rounding, half to even, against a rational reference that
// is written another way (floor and compare), and refusals of what is no amount.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideHalfEven, productOf, shareOf, toCents } from '../../../../src/main/core/lib/money';

/** Reference: floor, then look at the rest as an exact fraction. Denominator positive. */
function reference(numerator: bigint, denominator: bigint): bigint {
  let floor = numerator / denominator;
  if (numerator % denominator < 0n) floor -= 1n;
  const rest = numerator - floor * denominator;
  if (rest * 2n < denominator) return floor;
  if (rest * 2n > denominator) return floor + 1n;
  return floor % 2n === 0n ? floor : floor + 1n;
}

const big = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe('divideHalfEven', () => {
  it('agrees with the rational reference, halves included', () => {
    fc.assert(
      fc.property(big, fc.bigInt({ min: 1n, max: 10n ** 9n }), (numerator, denominator) => {
        expect(divideHalfEven(numerator, denominator)).toBe(reference(numerator, denominator));
      }),
    );
    fc.assert(
      fc.property(big, (whole) => {
        expect(divideHalfEven(whole * 2n + 1n, 2n)).toBe(reference(whole * 2n + 1n, 2n));
      }),
    );
  });

  it.each([
    [5n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 2n],
    [-5n, 10n, 0n],
    [-15n, 10n, -2n],
    [-25n, 10n, -2n],
    [26n, 10n, 3n],
    [-26n, 10n, -3n],
  ])('%s / %s = %s', (numerator, denominator, expected) => {
    expect(divideHalfEven(numerator, denominator)).toBe(expected);
  });

  it('refuses to divide by nothing or less', () => {
    expect(() => divideHalfEven(1n, 0n)).toThrow('division by nothing');
    expect(() => divideHalfEven(1n, -2n)).toThrow('division by nothing');
  });
});

describe('productOf and shareOf', () => {
  it('make 17,500.00 of 5,000.00 x 2.0 x 1.25 x 1.4', () => {
    expect(productOf(500_000, [20_000, 12_500, 14_000])).toBe(1_750_000n);
  });

  it('round once, at the end, so the order of factors never matters', () => {
    const factor = fc.integer({ min: 0, max: 1_000_000 });
    const factors = fc.array(factor, { maxLength: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), factors, (amountCents, bps) => {
        expect(productOf(amountCents, bps)).toBe(productOf(amountCents, [...bps].reverse()));
      }),
    );
    expect(productOf(1, [5_000, 5_000])).toBe(0n);
    expect(productOf(3, [5_000, 10_000])).toBe(2n);
  });

  it('never move a share by more than half a cent', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 100_000 }), (amountCents, bps) => {
        const offBy = BigInt(shareOf(amountCents, bps)) * 10_000n - BigInt(amountCents * bps);
        expect(offBy <= 5_000n && offBy >= -5_000n).toBe(true);
      }),
    );
  });

  it.each([[-1], [0.5], [Number.NaN], [Number.MAX_SAFE_INTEGER + 1]])('refuse %s', (amount) => {
    expect(() => shareOf(amount, 10_000)).toThrow('is no amount');
    expect(() => productOf(100, [amount])).toThrow('basis points');
  });

  it('refuse a result that a number does not hold exactly', () => {
    expect(() => shareOf(Number.MAX_SAFE_INTEGER, 10_001)).toThrow('is no amount');
    expect(() => toCents(2n ** 53n)).toThrow('is no amount');
    expect(toCents(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
  });
});
