// Owns the number inside an id (M-000123 is 123). Refuses an id without one: numbers go on from
// the highest after a restart.
import { assert } from '../../../core/lib/assert';

/** The digits at the end of an id as a number. */
export function idNumber(id: string): number {
  const number = Number(id.slice(id.lastIndexOf('-') + 1));
  assert(Number.isSafeInteger(number) && number >= 0, `no number in the id ${id}`);
  return number;
}
