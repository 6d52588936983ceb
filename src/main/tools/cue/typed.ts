// Owns reading of single values that were typed: numbers in a range, addresses with a port. Refuses
// anything else with one line that says what would be right.

/** The line that says what is wrong with what was typed. */
export class Wrong extends Error {}

/** Where something is sent or heard. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

/** The least, the most, and what is meant where the flag is absent. */
export type Range = readonly [least: number, most: number, otherwise: number];

/** Flags by name, as the host's parser reads them. */
export type Typed = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

/** A number in a range, or the default where the flag is absent. */
export function number(flags: Typed, name: string, [least, most, otherwise]: Range): number {
  const typed = flags[name];
  if (typed === undefined) return otherwise;
  const value = Number(typed);
  if (typed !== '' && value >= least && value <= most) return value;
  throw new Wrong(`--${name} takes a number from ${least} to ${most}, not "${typed.toString()}".`);
}

/** A whole number in a range. */
export function whole(flags: Typed, name: string, range: Range): number {
  const value = number(flags, name, range);
  if (Number.isInteger(value)) return value;
  throw new Wrong(`--${name} takes a whole number.`);
}

const HOST_PORT = /^(?:\[(?<six>[^\]]+)\]|(?<host>[^:]+)):(?<port>\d{1,5})$/u;

/** HOST:PORT, an IPv6 address in brackets; null where the flag is absent. */
export function hostPort(flags: Typed, name: string): Target | null {
  const typed = flags[name];
  if (typeof typed !== 'string') return null;
  const { six, host = six, port } = HOST_PORT.exec(typed)?.groups ?? {};
  if (host === undefined || Number(port) > 65_535) {
    throw new Wrong(`--${name} takes HOST:PORT, not "${typed}".`);
  }
  return { host, port: Number(port) };
}

const ENGINE = 'http://127.0.0.1:9480';

/** The engine's address; the usual one where the flag is absent. */
export function httpAddress(flags: Typed, name: string): string {
  const given = flags[name];
  const typed = typeof given === 'string' ? given : ENGINE;
  const url = /^https?:\/\//u.test(typed) && URL.canParse(typed) ? new URL(typed) : null;
  if (url === null) throw new Wrong(`--${name} takes an address like ${ENGINE}, not "${typed}".`);
  return url.origin;
}
