// Owns the checking of an object from outside before it is written as bytes: each field's type and
// width, told by its path where it does not fit. Unknown keys are passed over, since a decoded
// object carries derived ones. Refuses to convert: a number in quotes is no number.

/** What is wrong, and where: `cmd.event_id`, `descriptors[2].upid`. */
export interface Flaw {
  readonly at: string;
  readonly reason: 'type' | 'range' | 'missing';
}

/** Looks at a value; null where it fits. */
export type Shape = (value: unknown, at: string) => Flaw | null;

type Fields = Readonly<Record<string, Shape>>;

const wrong = (at: string): Flaw => ({ at, reason: 'type' });

/** An unsigned number of this many bits; beyond 53 it need not be exact. */
export function uint(bits: number): Shape {
  return (value, at) => {
    if (typeof value !== 'number') return wrong(at);
    const fits = Number.isInteger(value) && value >= 0 && value < 2 ** bits;
    return fits ? null : { at, reason: 'range' };
  };
}

/** True or false. */
export const flag: Shape = (value, at) => (typeof value === 'boolean' ? null : wrong(at));

/** Text that fits a pattern. */
export function text(pattern: RegExp): Shape {
  return (value, at) => {
    if (typeof value !== 'string') return wrong(at);
    return pattern.test(value) ? null : { at, reason: 'range' };
  };
}

/** Whole bytes as hex. */
export const hex = text(/^(?:[0-9a-f]{2})*$/iu);

/** Exactly this value. */
export function only(wanted: unknown): Shape {
  return (value, at) => (value === wanted ? null : { at, reason: 'range' });
}

/** Null, or what the shape says. */
export function orNull(shape: Shape): Shape {
  return (value, at) => (value === null ? null : shape(value, at));
}

/** A list of at most this many. */
export function list(shape: Shape, most: number): Shape {
  return (value, at) => {
    if (!Array.isArray(value)) return wrong(at);
    if (value.length > most) return { at, reason: 'range' };
    for (const [index, one] of value.entries()) {
      const flaw = shape(one, `${at}[${index}]`);
      if (flaw !== null) return flaw;
    }
    return null;
  };
}

/** An object with these fields, and perhaps those. */
export function fields(needed: Fields, optional: Fields = {}): Shape {
  return (value, at) => {
    const object = objectOf(value);
    if (object === null) return wrong(at);
    const place = (name: string): string => (at === '' ? name : `${at}.${name}`);
    for (const [name, shape] of Object.entries(needed)) {
      if (object[name] === undefined) return { at: place(name), reason: 'missing' };
      const flaw = shape(object[name], place(name));
      if (flaw !== null) return flaw;
    }
    for (const [name, shape] of Object.entries(optional)) {
      const flaw = object[name] === undefined ? null : shape(object[name], place(name));
      if (flaw !== null) return flaw;
    }
    return null;
  };
}

/** The shape that fits a field's value: by what the field says. */
export function byField(name: string, shapes: Fields): Shape {
  return (value, at) => {
    const object = objectOf(value);
    if (object === null) return wrong(at);
    const place = at === '' ? name : `${at}.${name}`;
    const kind = object[name];
    if (kind === undefined) return { at: place, reason: 'missing' };
    const key = typeof kind === 'boolean' || typeof kind === 'string' ? String(kind) : '';
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    return shape === undefined ? { at: place, reason: 'range' } : shape(value, at);
  };
}

/** A plain object, else null. */
export function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return value as Readonly<Record<string, unknown>>;
}
