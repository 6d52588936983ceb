// Owns the two-sided result: a value, or a coded failure with what is known about it. Refuses
// exceptions for anything that comes from outside.

/** A value, or why there is none. */
export type Result<T, F> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & F);

/** A good result. */
export function good<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}
