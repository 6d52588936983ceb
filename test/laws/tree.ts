// Owns the reading of the project's files: what git tracks or would track, or, where there is no
// git, everything but what is installed, built or hidden.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from './law';

const TEXT = /\.(?:ts|tsx|mts|js|mjs|css|sql|html|json|md|yml)$/u;
const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'coverage', 'test-results']);

function fromGit(root: string): string[] | null {
  try {
    const args = ['ls-files', '-z', '-co', '--exclude-standard', '--deduplicate'];
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: [...stdio] });
    return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
  } catch {
    return null;
  }
}

function walk(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (NOT_OURS.has(name) || name.startsWith('.')) return [];
    return statSync(join(root, path)).isDirectory() ? walk(root, path) : [path];
  });
}

/** Reads the project below `root`. `useGit` false reads it as a copy without git would be read. */
export function readTree(root: string, useGit = true): Tree {
  const paths = (useGit ? fromGit(root) : null) ?? walk(root);
  return paths.map((path) => ({
    path,
    text: TEXT.test(path) ? readFileSync(join(root, path), 'utf8') : '',
  }));
}
