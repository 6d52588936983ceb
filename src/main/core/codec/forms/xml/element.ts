// Owns the taking of values out of an element: numbers, flags and hex as the codec's objects have
// them. A value that cannot be read stays text, so that the check of the object names its field.
import { fromBase64 } from '../../../lib/base64';
import { toHex } from '../../../lib/hex';
import type { XmlElement } from './xml-text';

/** What is found on the way that nobody knows. */
export type Unknowns = (name: string) => void;

/** A number, decimal or hex; undefined where the attribute is absent. */
export function numberOf(element: XmlElement, name: string): number | string | undefined {
  const value = element.attributes.get(name)?.trim();
  if (value === undefined || !/^(?:\d{1,16}|0x[0-9a-f]{1,13})$/iu.test(value)) return value;
  return Number(value);
}

/** A flag; undefined where the attribute is absent. */
export function flagOf(element: XmlElement, name: string): boolean | string | undefined {
  const value = element.attributes.get(name)?.trim();
  if (value === 'true' || value === '1') return true;
  return value === 'false' || value === '0' ? false : value;
}

/** A flag as a bit. */
export function bitOf(element: XmlElement, name: string): number | string | undefined {
  const value = flagOf(element, name);
  return typeof value === 'boolean' ? Number(value) : value;
}

/** The children of a name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The first child of a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** Tells every child that is none of these; Ext holds what others add and is passed over. */
export function tellUnknown(element: XmlElement, names: readonly string[], tell: Unknowns): void {
  for (const { name } of element.children) if (name !== 'Ext' && !names.includes(name)) tell(name);
}

/** Only the keys that have a value. */
export function stated(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Hex digits without the 0x and the white space around and between them. */
export function bareHex(text: string): string {
  return text.replace(/\s+/gu, '').replace(/^0x/iu, '');
}

/** The hex of base64 text; text that is none stays, to be refused by the check. */
export function hexOfBase64(text: string): string {
  const bytes = fromBase64(text.replace(/\s+/gu, ''));
  return bytes === null ? 'not base64' : toHex(bytes);
}

/** The hex of PrivateBytes. */
export function privateHex(element: XmlElement): string {
  return bareHex((childOf(element, 'PrivateBytes') ?? element).text);
}
