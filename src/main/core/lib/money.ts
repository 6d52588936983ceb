// Owns arithmetic on money: whole minor units in and out, one rounding, half to even.
// Refuses fractions and amounts a double cannot hold exactly: those are programmers' faults.
import { assert } from './assert';

/** Basis points that make 1. */
export const ONE_BPS = 10_000;

const ONE = BigInt(ONE_BPS);

/** Throws unless the amount is a whole number of minor units, zero or more, and exact. */
export function assertCents(amountCents: number, what: string): void {
  assert(Number.isSafeInteger(amountCents) && amountCents >= 0, `${what} is no amount`);
}

/** The quotient rounded to the nearest whole number, halves to the even one. Denominator > 0. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'division by nothing');
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = rest < 0n ? -1n : 1n;
  if (twice > denominator) return quotient + away;
  return twice === denominator && quotient % 2n !== 0n ? quotient + away : quotient;
}

/** A whole amount as a number; throws where a double would not hold it exactly. */
export function toCents(amount: bigint): number {
  const cents = Number(amount);
  assertCents(cents, String(amount));
  return cents;
}

/** Amount x bps / 10,000, rounded once. */
export function shareOf(amountCents: number, bps: number): number {
  return toCents(productOf(amountCents, [bps]));
}

/** Amount x the product of all factors (basis points), rounded once at the end. */
export function productOf(amountCents: number, factorsBps: readonly number[]): bigint {
  assertCents(amountCents, 'the amount');
  let numerator = BigInt(amountCents);
  let denominator = 1n;
  for (const bps of factorsBps) {
    assert(Number.isSafeInteger(bps) && bps >= 0, 'a factor is no whole number of basis points');
    numerator *= BigInt(bps);
    denominator *= ONE;
  }
  return divideHalfEven(numerator, denominator);
}
