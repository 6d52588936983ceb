// Holds the tests' own run to its word that nothing is left in the temporary folder: what a part
// leaves is told by name and removed, and a folder of the tests goes with its file or its process.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { removeTempDirs, tempDir } from '../fixtures/temp-dir';

type Work = (env: NodeJS.ProcessEnv) => unknown;
const url = new URL('../../scripts/lib/own-temp.mjs', import.meta.url);
const { inOwnTemp } = (await import(url.href)) as {
  inOwnTemp: (work: Work) => Promise<[unknown, string[]]>;
};

const TEMP_DIR = fileURLToPath(new URL('../fixtures/temp-dir.ts', import.meta.url));

/** Runs a program of a few words; gives what it said. */
function said(script: string, env: NodeJS.ProcessEnv): string {
  const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
  const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const;
  return execFileSync(process.execPath, args, options);
}

it('tells what is left by name, and removes it', async () => {
  const script =
    "const { mkdtempSync } = await import('node:fs'); const os = await import('node:os');" +
    "process.stdout.write(mkdtempSync(os.tmpdir() + '/forgotten-'));";
  const [folder, left] = await inOwnTemp((env) => said(script, env));
  expect(left).toEqual([expect.stringMatching(/^forgotten-/u)]);
  expect(existsSync(String(folder))).toBe(false);
});

it('finds nothing of a process that made its folders the shared way', async () => {
  const script = `const { tempDir } = await import(${JSON.stringify(TEMP_DIR)});
    process.stdout.write(tempDir());`;
  const [folder, left] = await inOwnTemp((env) => said(script, env));
  expect(String(folder)).toMatch(/cuebid-test-\w+$/u);
  expect(left).toEqual([]);
});

it('removes what is full, gone or closed, and only once', () => {
  const [full, gone] = [tempDir('full'), tempDir('gone')];
  mkdirSync(join(full, 'more'));
  writeFileSync(join(full, 'more', 'file'), '', { mode: 0o400 });
  removeTempDirs();
  mkdirSync(gone);
  removeTempDirs();
  expect([existsSync(full), existsSync(gone)]).toEqual([false, true]);
  rmdirSync(gone);
});
