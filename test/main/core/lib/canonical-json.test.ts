// Owns the proof that canonical JSON is one text a value: order of keys never matters, nothing is
// lost, what JSON would bend is refused. The number and key vectors are those of RFC 8785.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/main/core/lib/canonical-json';

/** The slow way: sort every object by code units, then let the platform write the leaves. */
function reference(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(reference).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${reference(item)}`).join(',')}}`;
}

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  );
}

const json = fc.jsonValue({ maxDepth: 5, noUnicodeString: false });

describe('canonicalJson', () => {
  it('writes the same text whatever the order of keys, and loses nothing', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(text).toBe(reference(value));
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('sorts keys by UTF-16 code units', () => {
    const value = {
      '€': 1,
      '\r': 2,
      '\ufb33': 3,
      '1': 4,
      '😀': 5,
      '\u0080': 6,
      ö: 7,
      '10': 8,
      '9': 9,
    };
    expect(Object.keys(JSON.parse(canonicalJson(value)) as object)).toHaveLength(9);
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"10":8,"9":9,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    );
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [333333333.3333333, '333333333.3333333'],
    [1e30, '1e+30'],
    [4.5, '4.5'],
    [2e-3, '0.002'],
    [1e-27, '1e-27'],
    [9007199254740991, '9007199254740991'],
  ])('writes the number %s as %s', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it('escapes what must be escaped and nothing else', () => {
    const all = Array.from({ length: 0x250 }, (_, unit) => String.fromCharCode(unit));
    for (const text of [...all, all.join(''), '"', '\\', '\u007f', '\u2028']) {
      expect(canonicalJson(text)).toBe(JSON.stringify(text));
    }
  });

  it('writes a lone surrogate as its escape and gives it back', () => {
    expect(canonicalJson('\ud800')).toBe('"\\ud800"');
    expect(JSON.parse(canonicalJson({ '\udfff': '\ud800' }))).toEqual({ '\udfff': '\ud800' });
  });

  it.each([
    ['undefined', undefined],
    ['an undefined member', { a: undefined }],
    ['an undefined item', [undefined]],
    ['a hole', new Array(2)],
    ['NaN', { a: Number.NaN }],
    ['Infinity', [Number.POSITIVE_INFINITY]],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('a')],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(2)],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('takes objects without a prototype', () => {
    const bare = Object.assign(Object.create(null) as Record<string, unknown>, { b: 1, a: 2 });
    expect(canonicalJson(bare)).toBe('{"a":2,"b":1}');
  });
});
