// Owns the laws of the house as a test: each over the project's own files, and the built programs
// for what they load. A law that is broken names the place; there is no list of exemptions.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LAWS } from './laws/all';
import { loadsElectron } from './laws/bundle';
import type { Tree } from './laws/law';
import { readTree } from './laws/tree';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the house', () => {
  const tree = readTree(root);

  it('is there to be looked at', () => {
    expect(tree.map((file) => file.path)).toContain('src/main/headless.ts');
    expect(tree.length).toBeGreaterThan(100);
  });

  it.each(Object.entries(LAWS))('%s', (_sentence, law) => {
    expect(law(tree)).toEqual([]);
  });
});

describe('the built programs', () => {
  const folder = join(root, 'out', 'main');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const built: Tree = names
    .filter((name) => name.endsWith('.js'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));

  it.each(['headless.js', 'engine.js', 'store-worker.js', 'verify.js', 'cue.js'])(
    '%s does not load Electron',
    (entry) => {
      expect(loadsElectron(built, entry)).toEqual([]);
    },
  );
});
