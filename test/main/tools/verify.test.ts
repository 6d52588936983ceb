// Owns the proof of the command itself: what it prints where, and its exit codes. Runs the program
// from its source, as its own process.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inlineStore, recordNight, tempDir } from '../io/store/makings';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const HOOK = path('../io/store/programs/resolve-source.ts');
const VERIFY = path('../../../src/main/tools/verify.ts');

function verify(...words: string[]) {
  const flags = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];
  const args = [...flags, '--import', HOOK, VERIFY, ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return { status, stdout, stderr };
}

async function night(): Promise<string> {
  const dataDir = tempDir();
  const store = inlineStore(dataDir);
  await store.load();
  await recordNight(store);
  await store.close();
  return dataDir;
}

describe('npm run verify', () => {
  it('tells a whole night in a few lines and ends with 0', async () => {
    const { status, stdout, stderr } = verify(await night());
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^The journal is whole to [0-9a-f]{12}; every decision repeats/u);
    expect(stdout).toContain('entries 64, markers 30\n');
    expect(stdout).toContain('auctions 9 (sold 5, unsold 1, cancelled 1, aborted 0), decisions 5');
    expect(stdout).toMatch(
      /settlements 5; 3: USD \d+\.\d\d due; 2 in rehearsal: USD \d+\.\d\d due\n/u,
    );
    expect(stdout.trim().split('\n')).toHaveLength(4);
  });

  it('prints one JSON object and nothing else with --json', async () => {
    const dataDir = await night();
    const { status, stdout, stderr } = verify('--json', dataDir);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      dataDir,
      live: false,
      difference: null,
      head: { seq: 64 },
      counters: { entries: 64, decisions: 5 },
      notes: [],
    });
  });

  it('tells the first difference in one line and ends with 1', async () => {
    const dataDir = await night();
    writeFileSync(join(dataDir, 'cuebid.head'), 'nonsense');
    const expected = 'the note of the newest row (cuebid.head) is damaged';
    expect(verify(dataDir)).toEqual({ status: 1, stdout: `DIFFERENCE ${expected}\n`, stderr: '' });
    const { status, stdout } = verify(dataDir, '--json');
    expect({ status, ...(JSON.parse(stdout) as object) }).toMatchObject({
      status: 1,
      ok: false,
      difference: expected,
    });
  });

  it('ends with 2 where there is nothing to verify or the order is wrong', () => {
    const dataDir = tempDir();
    const none = verify(dataDir);
    expect(none).toMatchObject({ status: 2, stdout: '' });
    expect(none.stderr).toBe(`There is no Cuebid database in ${dataDir} (no cuebid.sqlite).\n`);
    expect(verify()).toMatchObject({
      status: 2,
      stderr: 'Use: npm run verify -- DATA_DIR [--json]; --help tells more.\n',
    });
    const wrong = verify(dataDir, '--jsn');
    expect(wrong).toMatchObject({ status: 2, stdout: '' });
    expect(wrong.stderr).toBe("Unknown option '--jsn'; --help tells the flags.\n");
    const json = verify(dataDir, '--json');
    expect(json).toMatchObject({ status: 2, stderr: '' });
    expect(JSON.parse(json.stdout)).toEqual({ ok: false, error: none.stderr.trim() });
  });
});
