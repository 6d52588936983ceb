// Holds the workflows to the project they run: three systems, the real runtime required, and no
// command, flag or file that is not there. They run elsewhere; here they are read.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const { load } = require('js-yaml') as { load: (text: string) => unknown };

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly strategy: { matrix: { os?: string[]; include?: { os: string; packed: string }[] } };
  readonly env: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

function jobOf(file: string, name: string): Job {
  const text = readFileSync(join(ROOT, '.github', 'workflows', file), 'utf8');
  const job = (load(text) as { jobs: Record<string, Job> }).jobs[name];
  if (job === undefined) throw new Error(`${file} has no job ${name}`);
  return job;
}

const commands = (job: Job): string[] => job.steps.flatMap(({ run }) => (run ? [run] : []));

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each([
  ['test.yml', 'test'],
  ['dist.yml', 'dist'],
])('the workflow %s', (file, name) => {
  const job = jobOf(file, name);
  const { os, include } = job.strategy.matrix;

  it('runs on Linux, Windows and macOS', () => {
    const systems = (os ?? include?.map((one) => one.os) ?? []).map((one) => one.split('-')[0]);
    expect(systems).toEqual(['ubuntu', 'windows', 'macos']);
  });

  it('runs only commands that are there', () => {
    const all = commands(job).join('\n');
    const named = [...all.matchAll(/npm run ([\w:]+)/gu)].map((match) => match[1] ?? '');
    expect(named).toContain('dist');
    for (const script of named) expect(scripts).toHaveProperty(script);
    const files = [...all.matchAll(/(?:node |--config )(\S+\.(?:js|ts|mjs))/gu)];
    for (const [, path = ''] of files) expect(existsSync(join(ROOT, path)), path).toBe(true);
    for (const { uses } of job.steps) expect(uses ?? 'a/b@v1').toMatch(/^[\w-]+\/[\w-]+@v\d+$/u);
  });
});

describe('the workflow test.yml', () => {
  const job = jobOf('test.yml', 'test');

  it('runs everything with the real runtime, which may not be missing', () => {
    expect(job.env['REQUIRE_ELECTRON']).toBe('1');
    const all = commands(job);
    expect(all.findIndex((run) => run.includes('electron/install.js'))).toBeGreaterThan(-1);
    expect(all.filter((run) => /npm test$/u.test(run))).toHaveLength(2);
  });

  it('starts the packed copy that it has made', () => {
    const { productName, name } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<string, string>;
    const packed = job.strategy.matrix.include?.map((one) => one.packed);
    expect(packed).toEqual([
      `dist/linux-unpacked/${name}`,
      `dist/win-unpacked/${productName}.exe`,
      `dist/mac-arm64/${productName}.app/Contents/MacOS/${productName}`,
    ]);
    const started = commands(job).filter((run) => run.includes('--grep "a packed copy"'));
    expect(started).toHaveLength(2);
  });
});
