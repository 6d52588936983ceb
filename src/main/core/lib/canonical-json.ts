// Owns the one text of a JSON value: keys by UTF-16 code units, no spaces, shortest numbers
// (RFC 8785). Equal values have equal texts, so texts can be hashed and compared.
// Refuses what JSON would lose or bend: undefined, NaN, Infinity, class instances, holes in arrays.
// Departs from RFC 8785 3.2.2.2 in one thing: a lone surrogate is written as its escape instead of
// being refused, so that no text from outside can stop the journal.
import { assert, Contradiction } from './assert';

/** What JSON can say. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The canonical text of a plain JSON value; a Contradiction where it is not one. */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      assert(Number.isFinite(value), 'a number that is not finite is no JSON');
      return value === 0 ? '0' : String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? arrayText(value) : objectText(value);
    default:
      throw new Contradiction(`${typeof value} is no JSON`);
  }
}

function arrayText(items: readonly unknown[]): string {
  if (items.length === 0) return '[]';
  let text = '[' + canonicalJson(items[0]);
  for (let at = 1; at < items.length; at += 1) text += ',' + canonicalJson(items[at]);
  return text + ']';
}

function objectText(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  assert(prototype === Object.prototype || prototype === null, 'a class instance is no JSON');
  const record = value as Record<string, unknown>;
  const keys = sorted(Object.keys(record));
  let text = '{';
  for (const key of keys) {
    if (text.length > 1) text += ',';
    text += quote(key) + ':' + canonicalJson(record[key]);
  }
  return text + '}';
}

/** Sorts in place by UTF-16 code units; most of our objects come sorted already. */
function sorted(keys: string[]): string[] {
  let last = '';
  for (const key of keys) {
    if (key < last) return keys.sort();
    last = key;
  }
  return keys;
}

/** Quotes; a short text without anything to escape never goes through JSON.stringify. */
function quote(text: string): string {
  if (text.length > 40) return JSON.stringify(text);
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e || unit === 0x22 || unit === 0x5c) return JSON.stringify(text);
  }
  return '"' + text + '"';
}
