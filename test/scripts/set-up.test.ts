// Owns the proof that packages are installed when they are missing or others than the lock file
// names, and that nothing is done otherwise. A program that notes its calls stands in for npm.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeScratch, type Ended, type Scratch } from './scratch';

let scratch: Scratch;

const NPM = `
  import fs from 'node:fs';
  fs.appendFileSync('calls', process.argv.slice(2).join(' ') + '\\n');
  if (fs.existsSync('broken')) { console.error('npm error no network'); process.exit(9); }
  fs.mkdirSync('node_modules', { recursive: true });
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

const lockFile = (packages: Record<string, object>): string =>
  JSON.stringify({ packages: { '': {}, ...packages } });
const one = { 'node_modules/a': { version: '1.0.0', integrity: 'x' } };

beforeEach(() => {
  scratch = makeScratch(false);
  scratch.write('npm.js', NPM);
  scratch.write('package-lock.json', lockFile(one));
});

afterEach(() => scratch.remove());

const setUp = async (): Promise<Ended> =>
  scratch.run(['scripts/set-up.mjs'], { npm_execpath: join(scratch.folder, 'npm.js') });

function calls(): string[] {
  const path = join(scratch.folder, 'calls');
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

it('installs what is missing, once, and says so on standard error alone', async () => {
  expect(await setUp()).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('Installing'),
  });
  expect(calls()).toEqual(['ci --no-audit --no-fund']);
  expect(await setUp()).toEqual({ code: 0, out: '', err: '' });
  expect(calls().length).toBe(1);
});

it('installs anew when the lock file names another version or another package', async () => {
  await setUp();
  const other = { 'node_modules/a': { version: '1.0.1', integrity: 'y' } };
  scratch.write('package-lock.json', lockFile(other));
  await setUp();
  expect(calls().length).toBe(2);
  scratch.write('package-lock.json', lockFile({ ...other, 'node_modules/b': { version: '1' } }));
  await setUp();
  expect(calls().length).toBe(3);
});

it('does not mind a newer lock file that says the same, nor a missing optional one', async () => {
  await setUp();
  scratch.write(
    'package-lock.json',
    lockFile({ ...one, 'node_modules/win': { version: '2.0.0', optional: true } }),
  );
  expect(await setUp()).toEqual({ code: 0, out: '', err: '' });
});

it('lets two at once install once', async () => {
  const both = await Promise.all([setUp(), setUp()]);
  expect(both.map(({ code }) => code)).toEqual([0, 0]);
  expect(calls().length).toBe(1);
});

it('fails with what npm said', async () => {
  writeFileSync(join(scratch.folder, 'broken'), '');
  const { code, err } = await setUp();
  expect(code).toBe(1);
  expect(err).toContain('npm ci ended with 9:\nnpm error no network');
});
