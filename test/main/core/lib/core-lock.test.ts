// Owns the proof that the core's own tsconfig keeps the world out: clock-bound, host and browser
// names do not compile there, while the contract's types do. It runs the real compiler.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../../..');
const require = createRequire(import.meta.url);
const TSC = join(dirname(require.resolve('@typescript/native/package.json')), 'bin/tsc');

const REFUSED = {
  'a file system': "import { readFileSync } from 'node:fs'; export const x = readFileSync;",
  'the process': 'export const x = process.pid;',
  'a byte buffer': 'export const x = Buffer.alloc(1);',
  'a timer': 'setTimeout(() => undefined, 1);',
  'a document': 'export const x = document.title;',
  'a console': "console.log('x');",
  'a fetch': "export const x = fetch('x');",
  'a random id': 'export const x = crypto.randomUUID();',
  'a text decoder': 'export const x = new TextDecoder();',
  'a wrong contract type': "import type { Mode } from 'CONTRACT/status'; export const x: Mode = 3;",
};
const TAKEN = "import type { Mode } from 'CONTRACT/status'; export const x: Mode = 'SETUP';";

/** Compiles the probes as if they lay in core; gives the names of those with an error. */
function refusedOf(folder: string): Set<string> {
  const config = {
    extends: join(ROOT, 'src/main/core/tsconfig.json'),
    compilerOptions: { rootDir: '/' },
    include: [join(folder, '*.ts')],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const run = spawnSync(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const found = run.stdout.matchAll(/probe-(\d+)\.ts\(\d+,\d+\): error/gu);
  return new Set([...found].map(([, number]) => number ?? ''));
}

describe('the core', () => {
  const folder = mkdtempSync(join(ROOT, 'node_modules/.core-lock-'));
  let refused = new Set<string>();

  beforeAll(() => {
    [...Object.values(REFUSED), TAKEN].forEach((text, at) => {
      const probe = text.replace('CONTRACT', join(ROOT, 'src/contract'));
      writeFileSync(join(folder, `probe-${at}.ts`), probe);
    });
    refused = refusedOf(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(Object.keys(REFUSED).map((what, at) => [what, String(at)]))('refuses %s', (_, number) => {
    expect(refused).toContain(number);
  });

  it('takes the types of the contract', () => {
    expect(refused).not.toContain(String(Object.keys(REFUSED).length));
  });
});
