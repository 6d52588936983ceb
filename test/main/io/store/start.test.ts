// Owns the proof of every way in which a start is refused, each with a code and one line that says
// how to mend it; and of those in which it is not.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isLocked, lockDataDir } from '../../../../src/main/io/store/database/lock';
import { demandVersion } from '../../../../src/main/io/store/database/sqlite-version';
import { StartFault } from '../../../../src/main/io/store/faults';
import { storePaths } from '../../../../src/main/io/store/paths';
import { inlineStore, markerDraft, recordNight, tempDir, threadStore } from './makings';

function faultOf(open: () => unknown): StartFault {
  try {
    open();
  } catch (error) {
    if (error instanceof StartFault) return error;
    throw error;
  }
  throw new Error('it started');
}

async function night(): Promise<string> {
  const dataDir = tempDir();
  const store = inlineStore(dataDir);
  await recordNight(store);
  await store.close();
  return dataDir;
}

function spoil(path: string, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path);
  change(bytes);
  writeFileSync(path, bytes);
}

describe('a start is refused', () => {
  it.each([
    ['its first bytes', (bytes: Buffer): unknown => bytes.fill(0, 0, 16)],
    ['the root of a tree', (bytes: Buffer): unknown => bytes.fill(0xff, 4_096 * 3, 4_096 * 4)],
    ['all of it', (bytes: Buffer): unknown => bytes.fill('no database ')],
  ])('for a database damaged in %s', async (_where, change) => {
    const dataDir = await night();
    spoil(storePaths(dataDir).database, change);
    const { code, message } = faultOf(() => inlineStore(dataDir));
    expect(code).toBe('damaged');
    expect(message).toMatch(
      /cuebid\.sqlite is damaged \(.+\)\. Put back a copy of the whole folder, or choose/u,
    );
    expect(message).not.toContain('\n');
    await expect(threadStore(dataDir)).rejects.toMatchObject({ name: 'StartFault', code, message });
    expect(isLocked(storePaths(dataDir).lock)).toBe(false);
  });

  it.each([
    ['missing', (path: string): void => rmSync(path)],
    ['empty', (path: string): void => truncateSync(path)],
  ])('for a database that is %s beside the notes of a night', async (how, lose) => {
    const dataDir = await night();
    const paths = storePaths(dataDir);
    const whole = readFileSync(paths.database);
    lose(paths.database);
    const { code, message } = faultOf(() => inlineStore(dataDir));
    expect(code).toBe('damaged');
    expect(message).toBe(
      `${paths.database} is ${how}, though a night was recorded in ${dataDir}. Put the file ` +
        'back, or move cuebid.seal, cuebid.head away to begin a new night.',
    );
    expect(existsSync(paths.database)).toBe(how === 'empty');
    await expect(threadStore(dataDir)).rejects.toMatchObject({ name: 'StartFault', code, message });
    writeFileSync(paths.database, whole);
    expect(await inlineStore(dataDir).health()).toMatchObject({ ok: true, detail: '' });
  });

  it.each(['head', 'seal'] as const)('for a lost database where only the %s tells', async (one) => {
    const dataDir = await night();
    const paths = storePaths(dataDir);
    rmSync(paths.database);
    rmSync(paths[one === 'head' ? 'seal' : 'head']);
    expect(faultOf(() => inlineStore(dataDir)).code).toBe('damaged');
    writeFileSync(paths[one], 'nonsense');
    expect(faultOf(() => inlineStore(dataDir)).code).toBe('damaged');
    rmSync(paths[one]);
    expect((await inlineStore(dataDir).health()).journalRows).toBe(0);
  });

  it('for the database of a newer version', async () => {
    const dataDir = await night();
    const db = new Database(storePaths(dataDir).database);
    db.pragma('user_version = 42');
    db.close();
    const { code, message } = faultOf(() => inlineStore(dataDir));
    expect(code).toBe('too_new');
    expect(message).toContain('was written by a newer Cuebid (schema 42');
  });

  it('for a database of another program', () => {
    const dataDir = tempDir();
    const db = new Database(storePaths(dataDir).database);
    db.exec('CREATE TABLE songs (id INTEGER PRIMARY KEY)');
    db.close();
    const { code, message } = faultOf(() => inlineStore(dataDir));
    expect([code, message]).toEqual(['foreign', expect.stringContaining('--data-dir')]);
  });

  it('for a directory that is held, in a thread and in process', async () => {
    const dataDir = tempDir();
    const store = await threadStore(dataDir);
    const { code, message } = faultOf(() => inlineStore(dataDir));
    expect(code).toBe('locked');
    expect(message).toContain('Stop it, or choose another directory with --data-dir.');
    await expect(threadStore(dataDir)).rejects.toMatchObject({ code: 'locked' });
    expect((await store.append([markerDraft(1)])).firstSeq).toBe(1);
    await store.close();
    expect((await inlineStore(dataDir).health()).journalRows).toBe(1);
  });

  it('for a path that cannot be a directory', async () => {
    const file = join(tempDir(), 'file');
    writeFileSync(file, '');
    expect(faultOf(() => inlineStore(join(file, 'data'))).code).toBe('unwritable');
    await expect(threadStore(join(file, 'data'))).rejects.toMatchObject({ code: 'unwritable' });
  });

  it.runIf(existsSync('/proc/self'))('for a path in a system that takes no folders', () => {
    const program = fileURLToPath(new URL('./programs/writer.ts', import.meta.url));
    // In a program of its own: where it is tried for ever, only a kill ends it.
    const options = { encoding: 'utf8', timeout: 8_000 } as const;
    const { signal, stderr } = spawnSync(process.execPath, [program, '/proc/x/y'], options);
    expect(signal).toBeNull();
    expect(stderr).toMatch(/\/proc\/x\/y cannot be made: ENOENT.* Use --data-dir\./u);
  });

  it.each([
    ['3.51.2', true],
    ['3.50.9', true],
    ['2.99.99', true],
    ['3.51.3', false],
    ['3.52.0', false],
    ['4.0.0', false],
  ])('for SQLite %s: %s', (version, refused) => {
    const demand = (): void => demandVersion(version);
    if (refused) expect(faultOf(demand).code).toBe('sqlite_too_old');
    else expect(demand).not.toThrow();
  });
});

describe('a start is not refused', () => {
  it('for a path that only lacks some folders', async () => {
    const dataDir = join(tempDir(), 'some', 'more', 'folders');
    expect((await inlineStore(dataDir).health()).ok).toBe(true);
  });

  it('for an empty database file, or one cut off before its first version', async () => {
    const dataDir = tempDir();
    writeFileSync(storePaths(dataDir).database, '');
    const store = inlineStore(dataDir);
    expect((await store.append([markerDraft(1)])).firstSeq).toBe(1);
  });

  it('for a database that is missing beside the notes of a night without rows', async () => {
    const dataDir = tempDir();
    await inlineStore(dataDir).close();
    const { database, head, seal } = storePaths(dataDir);
    expect([existsSync(head), existsSync(seal)]).toEqual([true, true]);
    rmSync(database);
    expect((await inlineStore(dataDir).health()).ok).toBe(true);
  });

  it('for a lock file that nobody holds', async () => {
    const dataDir = tempDir();
    const { lock } = storePaths(dataDir);
    const release = lockDataDir(lock);
    expect(isLocked(lock)).toBe(true);
    release();
    expect(isLocked(lock)).toBe(false);
    expect(statSync(lock).size).toBe(0);
    expect((await inlineStore(dataDir).health()).ok).toBe(true);
  });

  it('for a WAL that is torn in its last transaction', async () => {
    const [running, dataDir] = [tempDir(), tempDir()];
    const store = inlineStore(running);
    await store.append([markerDraft(1)]);
    const { database, wal, seal, head } = storePaths(running);
    const copies = storePaths(dataDir);
    writeFileSync(copies.database, readFileSync(database));
    writeFileSync(copies.seal, readFileSync(seal));
    writeFileSync(copies.head, readFileSync(head));
    await store.append([markerDraft(2)]);
    const whole = readFileSync(wal);
    writeFileSync(copies.wal, whole.subarray(0, whole.length - 5_000));
    const after = inlineStore(dataDir);
    expect(await after.health()).toMatchObject({ ok: true, detail: '', journalRows: 1 });
    expect((await after.append([markerDraft(2)])).firstSeq).toBe(2);
  });
});
