// Owns the proof that the project is read whole: what git tracks or would track, and the same
// without git, but nothing that is installed or built.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readTree } from '../tree';
import { tempDir } from '../../fixtures/temp-dir';

let root = '';

beforeEach(() => {
  root = tempDir('tree');
  mkdirSync(join(root, 'src'));
  mkdirSync(join(root, 'node_modules'));
  for (const path of ['src/a.ts', 'src/gone.ts', 'node_modules/b.ts', '.hidden', 'font.woff2']) {
    writeFileSync(join(root, path), `text of ${path}`);
  }
});

const paths = (useGit: boolean): string[] =>
  readTree(root, useGit)
    .map((file) => file.path)
    .sort();

it('reads with git what is tracked or new, and not what is deleted or ignored', () => {
  const git = (...args: string[]): void => void execFileSync('git', args, { cwd: root });
  git('init', '-q');
  writeFileSync(join(root, '.gitignore'), 'node_modules/\n');
  git('add', 'src');
  rmSync(join(root, 'src/gone.ts'));
  writeFileSync(join(root, 'src/new.ts'), 'new');
  expect(paths(true)).toEqual(['.gitignore', '.hidden', 'font.woff2', 'src/a.ts', 'src/new.ts']);
});

it('reads without git everything but what is installed or hidden', () => {
  expect(paths(false)).toEqual(['font.woff2', 'src/a.ts', 'src/gone.ts']);
  const tree = readTree(root, false);
  expect(tree.find((file) => file.path === 'src/a.ts')?.text).toBe('text of src/a.ts');
  expect(tree.find((file) => file.path === 'font.woff2')?.text).toBe('');
});
