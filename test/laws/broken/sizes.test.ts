// Owns the proof that the laws about sizes hold what they say: each is broken by one line, one
// parameter or one entry too many, and by nothing less.
import { describe, expect, it } from 'vitest';
import { fileLength, folderEntries, functionLength, lineWidth, parameterCount } from '../sizes';
import { functionOf, lines, project } from './made-up';

describe('the length of a file', () => {
  it.each([
    ['src/main/io/cues/listener.ts', 250],
    ['scripts/build.mjs', 250],
    ['electron.vite.config.ts', 250],
    ['src/main/flow/cues/marker-arrived.ts', 120],
    ['src/main/core/codec/scte35/section.ts', 120],
    ['src/renderer/src/parts/grid.tsx', 150],
    ['test/main/core/money.test.ts', 400],
    ['src/main/headless.ts', 60],
    ['src/main/engine.ts', 60],
    ['src/main/index.ts', 60],
    ['src/main/compose.ts', 200],
    ['src/preload/index.ts', 40],
  ])('%s may have %i lines', (path, most) => {
    expect(fileLength(project({ [path]: lines(most) }))).toEqual([]);
    const said = [`${path}: ${most + 1} lines, at most ${most}`];
    expect(fileLength(project({ [path]: lines(most + 1) }))).toEqual(said);
  });

  it('does not count data and prose', () => {
    const files = { 'test/fixtures/night.json': lines(900), 'docs/long.md': lines(900) };
    expect(fileLength(project(files))).toEqual([]);
  });
});

describe('the length of a function', () => {
  it('is 50 lines at most', () => {
    expect(functionLength(project({ 'src/a.ts': functionOf(50) }))).toEqual([]);
    expect(functionLength(project({ 'src/a.ts': `\n${functionOf(51)}` }))).toEqual([
      'src/a.ts:2: long has 51 lines',
    ]);
  });

  it('counts arrows, methods and functions inside others', () => {
    const inner = functionOf(51).replace('function long()', 'const inner = () =>');
    const method = `class A {\n${functionOf(51).replace('function long()', 'method()')}}\n`;
    const found = functionLength(project({ 'src/a.ts': inner, 'src/b.tsx': method }));
    expect(found).toEqual(['src/a.ts:1: inner has 51 lines', 'src/b.tsx:2: method has 51 lines']);
    const outer = `function outer() {\n${functionOf(50)}}\n`;
    expect(functionLength(project({ 'src/a.ts': outer }))).toEqual([
      'src/a.ts:1: outer has 52 lines',
    ]);
  });

  it('does not take a group of tests for a function, but a test for one', () => {
    const group = (what: string): string => `${what}('x', () => {\n${'step();\n'.repeat(60)}});\n`;
    expect(functionLength(project({ 'test/a.test.ts': group('describe') }))).toEqual([]);
    expect(functionLength(project({ 'test/a.test.ts': group('describe.skipIf(a)') }))).toEqual([]);
    expect(functionLength(project({ 'test/a.test.ts': group('it') }))).toHaveLength(1);
  });
});

describe('parameters', () => {
  it('are three at most, not counting this', () => {
    const fine = 'function f(this: Window, a: 1, b: 2, c: 3) {}\nconst g = (a, b, c) => a;\n';
    expect(parameterCount(project({ 'src/a.ts': fine }))).toEqual([]);
    const broken = 'class A { constructor(a: 1, b: 2, c: 3, d: 4) {} }';
    expect(parameterCount(project({ 'src/a.ts': broken }))).toEqual([
      'src/a.ts:1: constructor takes 4',
    ]);
  });
});

describe('the width of a line', () => {
  it('is 100 columns at most', () => {
    expect(lineWidth(project({ 'src/a.css': 'x'.repeat(100) }))).toEqual([]);
    expect(lineWidth(project({ 'src/a.css': `\n${'x'.repeat(101)}` }))).toEqual([
      'src/a.css:2: 101 columns',
    ]);
  });
});

describe('the entries of a folder', () => {
  const many = (folder: string, count: number): Record<string, string> =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${folder}f${at}`, '']));

  it('are twelve at most, files and folders together', () => {
    expect(folderEntries(project(many('src/main/io/', 12)))).toEqual([]);
    const files = { ...many('docs/', 12), 'docs/more/one.md': '', 'docs/more/two.md': '' };
    expect(folderEntries(project(files))).toEqual(['docs: 13 entries, at most 12']);
  });

  it('counts in the root only what is visible', () => {
    const files = { ...many('', 12), '.gitignore': '', '.ci/run': '' };
    expect(folderEntries(project(files))).toEqual([]);
    expect(folderEntries(project({ ...files, one: '' }))).toEqual([
      'the root: 13 entries, at most 12',
    ]);
  });

  it('lets a hidden folder be', () => {
    expect(folderEntries(project(many('.github/', 20)))).toEqual([]);
  });
});
