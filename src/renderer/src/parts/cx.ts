// Owns joining class names. Refuses anything but names and what is absent: a condition that does
// not hold leaves no trace.

/** Joins the names that are there. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => typeof name === 'string' && name !== '').join(' ');
}
