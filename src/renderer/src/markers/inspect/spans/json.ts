// Owns where the keys of a JSON text lie, in bytes. Pure. Refuses to find a key that does not stand
// there: the fields of the text then have no bytes of their own.
import type { Span } from './span';

/** Where `"key": value` lies in a JSON text, in bytes; null where it does not stand there. */
export function jsonSpan(text: string, key: string): Span | null {
  const name = JSON.stringify(key).replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&');
  const value = '("(?:[^"\\\\]|\\\\.)*"|\\[[^\\]]*\\]|[^,}\\]\\s]+)';
  const found = new RegExp(`${name}\\s*:\\s*${value}`, 'u').exec(text);
  if (found === null) return null;
  const bytesOf = (part: string): number => new TextEncoder().encode(part).length;
  const from = bytesOf(text.slice(0, found.index));
  return [from, from + bytesOf(found[0]) - 1];
}
