// Owns the tests of what every program says of itself: --help is complete, comes from the table the
// parser uses, and is where a wrong flag leads.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { START_FLAGS } from '../../src/contract/host/config';
import { helpOf, optionsOf } from '../../src/main/core/lib/flags';
import { CUE_FLAGS } from '../../src/main/tools/cue/flag-table';
import { REPLAY_FLAGS } from '../../src/main/tools/replay/flags';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function told(...words: string[]) {
  const options = { cwd: ROOT, encoding: 'utf8' } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, words, options);
  return { status, stdout, stderr };
}

const PROGRAMS: readonly (readonly [string, string[], string[]])[] = [
  ['headless', ['scripts/run.mjs', 'headless'], Object.keys(START_FLAGS)],
  ['start', ['scripts/start.mjs'], [...Object.keys(START_FLAGS), 'electron']],
  ['cue', ['scripts/run.mjs', 'cue'], Object.keys(CUE_FLAGS)],
  ['replay', ['scripts/run.mjs', 'replay'], Object.keys(REPLAY_FLAGS)],
  ['verify', ['scripts/run.mjs', 'verify'], ['json']],
  ['bench', ['scripts/bench.mjs'], ['json', 'smoke']],
];

describe.each(PROGRAMS)('npm run %s', (name, command, flags) => {
  it('tells every flag with --help and -h, on standard output, in 100 columns', () => {
    const { status, stdout } = told(...command, '--help');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Use: npm /u);
    for (const flag of [...flags, 'help']) expect(stdout).toMatch(new RegExp(`--${flag}\\b`, 'u'));
    expect(stdout.split('\n').filter((line) => line.length > 100)).toEqual([]);
    expect(told(...command, '-h')).toMatchObject({ status: 0, stdout });
  });

  // The app refuses no flag: Chromium's own come on the same line.
  if (name === 'start') return;
  it('leads a wrong flag there', () => {
    const { status, stdout, stderr } = told(...command, '--nope');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain("Unknown option '--nope'; --help tells the flags.\n");
  });
});

describe('a table of flags', () => {
  const flags = {
    port: { takes: 'N', says: 'the port', env: 'PORT' },
    name: { takes: 'NAME', says: 'a name', multiple: true },
    loud: { takes: null, says: 'says more' },
  } as const;

  it('is what the parser is told', () => {
    expect(optionsOf(flags)).toEqual({
      port: { type: 'string' },
      name: { type: 'string', multiple: true },
      loud: { type: 'boolean' },
    });
  });

  it('is what --help says', () => {
    const help = helpOf({ use: ['one', 'two'], does: 'Does.', flags, more: [] });
    expect(help).toBe(
      'Use: one\nUse: two\n\nDoes.\n\n  --port N     the port [PORT]\n' +
        '  --name NAME  a name; may be repeated\n  --loud       says more\n',
    );
  });
});
