// Owns proof of the look's law: colours stand in tokens.css alone, and every pair of text and
// ground that the console uses keeps its contrast in all three variants (WCAG 2: 4.5, edges and
// shapes 3).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SOURCE = fileURLToPath(new URL('../../../src/renderer/src', import.meta.url));
const TOKENS = readFileSync(join(SOURCE, 'app/look/tokens.css'), 'utf8');

type Tokens = Readonly<Record<string, string>>;

function tokensOf(selector: string): Tokens {
  const from = TOKENS.indexOf(`${selector} {`);
  const block = TOKENS.slice(from, TOKENS.indexOf('\n}', from));
  const found = [...block.matchAll(/--([\w-]+):\s*([^;]+);/gu)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, value.trim()]));
}

const DARK = tokensOf(':root');
const VARIANTS: readonly (readonly [string, Tokens])[] = [
  ['dark', DARK],
  ['deutan', { ...DARK, ...tokensOf("[data-palette='deutan']") }],
  ['bright', { ...DARK, ...tokensOf("[data-light='bright']") }],
];

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const [red = 0, green = 0, blue = 0] = parts;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const hex = (name: string): string => {
    const value = tokens[name] ?? '';
    const named = /^var\(--([\w-]+)\)$/u.exec(value)?.[1];
    return named === undefined ? value : hex(named);
  };
  const [high = 0, low = 0] = [luminance(hex(one)), luminance(hex(other))].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

const GROUNDS = ['frame', 'screen', 'panel', 'raise', 'well'];
const MEANINGS = ['air', 'arm', 'sel', 'att'];
const TINTS = MEANINGS.map((name) => `${name}-tint`);
const pairs = (tops: string[], grounds: string[]): string[][] =>
  tops.flatMap((top) => grounds.map((ground) => [top, ground]));

const TEXT: string[][] = [
  ...pairs(['ink-1', 'ink-2'], [...GROUNDS, ...TINTS, 'ctl', 'ctl-hover']),
  ...pairs(['ink-3'], [...GROUNDS, ...TINTS]),
  ...pairs(['ink-1', 'ink-2'], ['mode-setup-bar', 'mode-air-bar', 'mode-rehearsal-bar']),
  ...MEANINGS.flatMap((name) => [
    [`${name}-on`, name],
    ...pairs([`${name}-text`], [...GROUNDS, `${name}-tint`]),
  ]),
  ['ink-1', 'mode-setup'],
  ['ink-inverse', 'data-1'],
  ['ink-inverse', 'ink-1'],
  ['frame', 'ink-1'],
  ['lamp-ok-on', 'lamp-ok'],
  ['hatch-on', 'hatch-a'],
];
const SHAPES: string[][] = [
  ...pairs(
    ['edge', ...MEANINGS.map((name) => `${name}-edge`)],
    ['frame', 'screen', 'panel', 'raise', 'well'],
  ),
  ...pairs(['lamp-ok', 'lamp-stop', 'lamp-off'], ['frame', 'screen', 'panel']),
  ['ink-off', 'panel'],
];

it('is proved over every pair the console uses, in all three variants', () => {
  expect((TEXT.length + SHAPES.length) * VARIANTS.length).toBeGreaterThanOrEqual(318);
});

describe.each(VARIANTS)('the %s look', (_name, tokens) => {
  it.each(TEXT)('reads %s on %s', (text, ground) => {
    expect(contrast(tokens, text ?? '', ground ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)('shows %s on %s', (shape, ground) => {
    expect(contrast(tokens, shape ?? '', ground ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('the sources', () => {
  const sheets = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:css|tsx)$/u.test(path),
  );

  it('hold colours in tokens.css alone', () => {
    const found = sheets
      .filter((path) => !path.endsWith('tokens.css'))
      .filter((path) =>
        /#[\da-f]{3,8}\b|rgba?\(|hsla?\(/iu.test(readFileSync(join(SOURCE, path), 'utf8')),
      );
    expect(sheets.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it('set no type under 12 px and no style attribute', () => {
    const small = /font(?:-size)?:[^;]*\b(?:[1-9]|1[01])px/u;
    const found = sheets.filter((path) => {
      const text = readFileSync(join(SOURCE, path), 'utf8');
      return small.test(text) || /\bstyle=\{/u.test(text);
    });
    expect(found).toEqual([]);
  });

  it('never take the focus ring away without giving one', () => {
    const bare = sheets.filter((path) => {
      const text = readFileSync(join(SOURCE, path), 'utf8');
      return /outline:\s*(?:none|0)/u.test(text) && !path.endsWith('look/base.css');
    });
    expect(bare).toEqual([]);
  });
});
