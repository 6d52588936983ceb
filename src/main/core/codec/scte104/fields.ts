// Owns runs of fixed big-endian fields, both ways, from one table: a field is its name and its
// width in bytes. Refuses to check meanings; a value that is missing or too wide marks the writer
// unfit. Every table of ANSI/SCTE 104 2023 chapters 8 to 10 is made of such runs.
import type { ByteReader } from '../../lib/byte-reader';
import type { ByteWriter } from '../../lib/byte-writer';
import { fromHex, toHex } from '../../lib/hex';

/** A field: its name on the inspector's side and its width on the wire. */
export type Field = readonly [name: string, bytes: 1 | 2 | 4 | 6];

/** What a run of fields is read into. */
export type Run<F extends readonly Field[]> = { readonly [K in F[number] as K[0]]: number };

/** An object from outside, every value still to be proved. */
export type Loose = Readonly<Record<string, unknown>>;

/** Whether a value from outside is an object with keys. */
export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a run of fields. */
export function readRun<const F extends readonly Field[]>(from: ByteReader, fields: F): Run<F> {
  const read: Record<string, number> = {};
  for (const [name, bytes] of fields) read[name] = readUint(from, bytes);
  return read as Run<F>;
}

function readUint(from: ByteReader, bytes: Field[1]): number {
  if (bytes === 1) return from.u8();
  if (bytes === 2) return from.u16();
  return bytes === 4 ? from.u32() : from.u48();
}

/** Writes a run of fields out of an object from outside. */
export function writeRun(to: ByteWriter, fields: readonly Field[], given: Loose): void {
  for (const [name, bytes] of fields) writeUint(to, given[name], bytes);
}

/** Writes one number from outside. */
export function writeUint(to: ByteWriter, value: unknown, bytes: number): void {
  if (typeof value === 'number') to.uint(value, bytes);
  else to.unfit = true;
}

/** The rest of the reader's bytes as hex. */
export function restHex(from: ByteReader): string {
  return toHex(from.take(from.left()));
}

/** Writes bytes given as hex. */
export function writeHex(to: ByteWriter, value: unknown): void {
  const bytes = typeof value === 'string' ? fromHex(value) : null;
  if (bytes === null) to.unfit = true;
  else to.put(bytes);
}

/** Reads `count` entries, as many as the bytes allow: a count that lies ends with the bytes. */
export function readList<T>(from: ByteReader, count: number, one: () => T): T[] {
  const list: T[] = [];
  for (let n = 0; n < count && !from.torn; n += 1) list.push(one());
  return list;
}

/** Writes each entry of a list from outside. */
export function writeList(to: ByteWriter, given: unknown, one: (entry: unknown) => void): void {
  if (!Array.isArray(given)) to.unfit = true;
  else for (const entry of given) one(entry);
}

/** Writes each entry that must be an object with keys. */
export function writeEntries(to: ByteWriter, given: unknown, one: (entry: Loose) => void): void {
  writeList(to, given, (entry) => {
    if (isLoose(entry)) one(entry);
    else to.unfit = true;
  });
}

/** How many entries a list from outside has. */
export function lengthOf(given: unknown): number {
  return Array.isArray(given) ? given.length : -1;
}
