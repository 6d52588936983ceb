// Owns the proof that the laws about names and texts hold what they say: each is broken here once
// in every way it knows.
import { describe, expect, it } from 'vitest';
import { names } from '../names';
import { openingComment, purity, suppressions, untyped } from '../text';
import { joined, project } from './made-up';

describe('names', () => {
  it.each(['src/main/io/cues/udp-listener.ts', 'docs/0001-engine.md', 'test/a.deep.test.ts'])(
    '%s is a good one',
    (path) => {
      expect(names(project({ [path]: '' }))).toEqual([]);
    },
  );

  it.each([
    ['src/main/io/udpListener.ts', '"udpListener.ts" is not kebab-case'],
    ['src/Main/a.ts', '"Main" is not kebab-case'],
    ['test/two_words.test.ts', '"two_words.test.ts" is not kebab-case'],
    ['src/main/byte-helpers.ts', '"helpers" says nothing of what is inside'],
    ['src/common/a.ts', '"common" says nothing of what is inside'],
    ['scripts/misc.mjs', '"misc" says nothing of what is inside'],
  ])('%s is none', (path, wrong) => {
    expect(names(project({ [path]: '' }))).toEqual([`${path}: ${wrong}`]);
  });

  it('finds banned words only as whole words', () => {
    expect(names(project({ 'src/utility-process.ts': '', 'src/commons-hall.ts': '' }))).toEqual([
      'src/commons-hall.ts: "commons" says nothing of what is inside',
    ]);
  });
});

describe('the opening comment', () => {
  it.each(['// One.\n// Two.\ncode();\n', '/*\n * One.\n * Two.\n */\n', '#!/bin/x\n// 1\n// 2\n'])(
    'is there in %j',
    (text) => {
      expect(openingComment(project({ 'scripts/a.mjs': text }))).toEqual([]);
    },
  );

  it.each([
    ['code();\n', 0],
    ['// One.\ncode();\n// Two.\n', 1],
    ['\n// One.\n// Two.\n', 0],
    ['/** One. */\ncode();\n', 1],
    ['// Line.\n'.repeat(7), 7],
  ])('is not there in %j', (text, count) => {
    expect(openingComment(project({ 'src/a.ts': text }))).toEqual([
      `src/a.ts: opens with ${count} lines of comment, not 2 to 6`,
    ]);
  });

  it('is asked of styles and statements too, not of data', () => {
    const files = { 'src/a.css': 'a{}', 'src/b.sql': '-- One.\n-- Two.\n', 'src/c.json': '{}' };
    expect(openingComment(project(files))).toHaveLength(1);
  });
});

describe('what must not stand in a source', () => {
  it.each([
    joined('// TO', 'DO: later'),
    joined('// XX', 'X'),
    joined('// @ts-', 'ignore'),
    joined('// eslint-', 'disable-next-line'),
    joined('it.', "only('x', () => {})"),
  ])('%s', (text) => {
    expect(suppressions(project({ 'src/a.ts': `\n${text}\n` }))).toHaveLength(1);
    expect(suppressions(project({ 'test/a.ts': text }))).toHaveLength(1);
  });

  it('finds the type that is none wherever it is written', () => {
    const none = joined('an', 'y');
    const text = `let a: ${none};\nlet b: Array<${none}>;\nlet c = a as ${none};\n`;
    const found = ['src/a.ts:1: untyped', 'src/a.ts:2: untyped', 'src/a.ts:3: untyped'];
    expect(untyped(project({ 'src/a.ts': text }))).toEqual(found);
    expect(untyped(project({ 'src/a.ts': `const ${none} = 1; // ${none} word\n` }))).toEqual([]);
  });
});

describe('the purity of core', () => {
  it.each([
    'Date.now()',
    'Math.random()',
    'new Date()',
    'async () => 1',
    'await x',
    'Promise.resolve()',
    "import 'node:fs'",
    'process.env',
    'Buffer.from(x)',
    'setTimeout(x)',
    '// console.log, in a comment',
  ])('is broken by %s', (text) => {
    expect(purity(project({ 'src/main/core/lib/a.ts': text }))).toHaveLength(1);
    expect(purity(project({ 'src/main/io/cues/a.ts': text }))).toEqual([]);
  });

  it('is not broken by a date that is given', () => {
    const text = 'new Date(atMs).toISOString(); // asynchronous, processed, promised\n';
    expect(purity(project({ 'src/main/core/lib/a.ts': text }))).toEqual([]);
  });
});
