// Owns the stop for programmers' faults. Refuses to be used on anything that comes from outside:
// that is a value with a code, not an exception.

/** Thrown where the program contradicts itself; the flow it happens in stops loudly. */
export class Contradiction extends Error {
  override readonly name = 'Contradiction';
}

/** Throws a Contradiction unless `holds`. */
export function assert(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Contradiction(what);
}

/** The value, or a Contradiction where there is none. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Contradiction(what);
  return value;
}

/** Marks the end of an exhaustive switch. */
export function never(value: never): never {
  throw new Contradiction(`unexpected ${JSON.stringify(value)}`);
}
