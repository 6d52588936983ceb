// Owns the proof that a checkpoint may be cut off anywhere: at each of its steps the directory is
// whole for the verifier and for the next start. Also what happens beside a reader, under load, and
// where the seal is missing, damaged or cannot be written.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../../src/main/io/store/database/open-database';
import { storePaths } from '../../../../../src/main/io/store/paths';
import type { Seal } from '../../../../../src/main/io/store/seals/seal';
import { readSeal } from '../../../../../src/main/io/store/seals/seal-files';
import { Sealer } from '../../../../../src/main/io/store/seals/sealer';
import { Vault } from '../../../../../src/main/io/store/vault/vault';
import { verifyDir } from '../../../../../src/main/tools/verify/verify-dir';
import {
  inlineStore,
  markerDraft,
  markerFlows,
  recordNight,
  tempDir,
  threadStore,
} from '../makings';

const PAGE = 4_096;

interface Steps {
  /** The files before the checkpoint, all rows in the WAL, and after it. */
  readonly before: string;
  readonly after: string;
}

async function checkpointed(): Promise<Steps> {
  const [running, before] = [tempDir(), tempDir()];
  const store = inlineStore(running);
  await store.load();
  await recordNight(store);
  cpSync(running, before, { recursive: true });
  await store.close();
  return { before, after: running };
}

type File = 'database' | 'wal' | 'seal' | 'nextSeal' | 'head';

/** A directory put together of files as they were at different steps. */
function mixed(parts: Partial<Record<File, Buffer>>): string {
  const dataDir = tempDir();
  const paths = storePaths(dataDir);
  for (const [file, bytes] of Object.entries(parts)) writeFileSync(paths[file as File], bytes);
  return dataDir;
}

function file(dataDir: string, name: File): Buffer {
  return readFileSync(storePaths(dataDir)[name]);
}

/** Every other page of the new database over the old one: a write-back that was cut off. */
function halfWritten({ before, after }: Steps): Buffer {
  const [old, young] = [file(before, 'database'), file(after, 'database')];
  const half = Buffer.alloc(young.length);
  old.copy(half);
  for (let at = 0; at < young.length; at += 2 * PAGE) young.copy(half, at, at, at + PAGE);
  return half;
}

function sealOf(dataDir: string): Seal {
  const seal = readSeal(storePaths(dataDir).seal);
  if (typeof seal === 'string') throw new Error(`the seal is ${seal}`);
  return seal;
}

/** The connection with a disk that fails at the end of each checkpoint while `disk.fails`. */
function failing(db: Database.Database, disk: { readonly fails: boolean }): Database.Database {
  const pragma = (source: string): unknown => {
    const said = db.pragma(source);
    if (disk.fails && source.startsWith('wal_checkpoint')) throw new Error('disk I/O error');
    return said;
  };
  const prepare = (sql: string): unknown => db.prepare(sql);
  const whole = (source: string, options?: object): unknown =>
    options === undefined ? pragma(source) : db.pragma(source, options);
  return { pragma: whole, prepare } as unknown as Database.Database;
}

const CUTS: [string, (steps: Steps) => Partial<Record<File, Buffer>>][] = [
  ['before the new seal', ({ before }) => ({ nextSeal: file(before, 'seal').subarray(0, 50) })],
  ['after the new seal', () => ({})],
  ['within the write-back', (steps) => ({ database: halfWritten(steps) })],
  ['after the write-back', ({ after }) => ({ database: file(after, 'database') })],
  [
    'after the WAL was emptied',
    ({ after }) => ({ database: file(after, 'database'), wal: Buffer.alloc(0) }),
  ],
];

describe('a checkpoint cut off', () => {
  it.each(CUTS)('%s leaves a whole directory', async (_where, change) => {
    const steps = await checkpointed();
    const { before, after } = steps;
    const dataDir = mixed({
      database: file(before, 'database'),
      wal: file(before, 'wal'),
      seal: file(before, 'seal'),
      nextSeal: file(after, 'seal'),
      head: file(before, 'head'),
      ...change(steps),
    });
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
    const store = inlineStore(dataDir);
    expect(await store.health()).toMatchObject({ ok: true, detail: '', journalRows: 64 });
    await store.append([markerDraft(9_000)]);
    await store.close();
    expect(existsSync(storePaths(dataDir).nextSeal)).toBe(false);
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
  });

  it('does not hide damage: a page that fits neither seal is found', async () => {
    const steps = await checkpointed();
    const database = halfWritten(steps);
    database[database.length - 1] = (database[database.length - 1] ?? 0) ^ 1;
    const { before, after } = steps;
    const dataDir = mixed({
      database,
      wal: Buffer.alloc(0),
      seal: file(before, 'seal'),
      nextSeal: file(after, 'seal'),
    });
    expect(verifyDir(dataDir).difference).not.toBeNull();
  });
});

describe('the WAL', () => {
  it('is written back under load without growing on, and emptied by a clean end', async () => {
    const dataDir = tempDir();
    const { wal, database } = storePaths(dataDir);
    const store = inlineStore(dataDir);
    await store.load();
    const sealed = statSync(database).size;
    for (let n = 1; n <= 700; n += 1) await store.append([markerDraft(n)]);
    expect(statSync(wal).size).toBeLessThan(8_000_000);
    expect(statSync(database).size).toBeGreaterThan(sealed);
    await store.close();
    expect(existsSync(wal)).toBe(false);
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
  });

  it('is emptied in a quiet moment', async () => {
    const dataDir = tempDir();
    const { wal } = storePaths(dataDir);
    const store = await threadStore(dataDir);
    await Promise.all(markerFlows(20).map((drafts) => store.append(drafts)));
    expect(statSync(wal).size).toBeGreaterThan(0);
    await expect.poll(() => statSync(wal).size, { timeout: 10_000 }).toBe(0);
    expect((await store.append([markerDraft(21)])).firstSeq).toBe(21);
  });

  it('is written back as far as a reader lets it, with a seal that fits', () => {
    const [dataDir, killed] = [tempDir(), tempDir()];
    const vault = new Vault({ dataDir, wallMs: () => 1 });
    vault.load();
    vault.record(markerFlows(40));
    const reader = new Database(storePaths(dataDir).database, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM journal').get();
    for (const from of [41, 81, 121]) {
      vault.record(markerFlows(40, from));
      const beganMs = performance.now();
      vault.rest();
      expect(performance.now() - beganMs).toBeLessThan(2_000);
      cpSync(dataDir, killed, { recursive: true });
      expect(verifyDir(killed)).toMatchObject({ difference: null, notes: [] });
    }
    reader.exec('COMMIT');
    reader.close();
    vault.record(markerFlows(40, 161));
    vault.close();
    expect(existsSync(storePaths(dataDir).wal)).toBe(false);
    const report = verifyDir(dataDir);
    expect(report).toMatchObject({ difference: null, notes: [], journal: { head: { seq: 200 } } });
  });
});

describe('a write-back', () => {
  it('that fails after it has written leaves a seal that fits', async () => {
    const { after: dataDir } = await checkpointed();
    const paths = storePaths(dataDir);
    const db = openDatabase(paths.database, { synchronous: 'FULL', mostPages: null });
    const disk = { fails: true };
    const sealer = new Sealer(failing(db, disk), paths, sealOf(dataDir).pageCrcs);
    const isWhole = (): void => {
      const copy = tempDir();
      cpSync(dataDir, copy, { recursive: true });
      expect(verifyDir(copy)).toMatchObject({ difference: null, notes: [] });
    };
    const { head } = sealOf(dataDir);
    for (let n = 0; n < 3; n += 1) {
      db.exec(`UPDATE write_probe SET tried = tried + 1, padding = zeroblob(${n * 10_000})`);
      isWhole();
      expect(() => sealer.checkpoint('PASSIVE', head)).toThrow('disk I/O error');
      isWhole();
    }
    disk.fails = false;
    db.exec('UPDATE write_probe SET tried = tried + 1');
    expect(sealer.checkpoint('TRUNCATE', head)).toBe(true);
    isWhole();
    db.close();
    sealer.close();
  });
});

describe('the seal', () => {
  it('is made where it is missing, and made anew where it is damaged', async () => {
    const { after } = await checkpointed();
    const { seal } = storePaths(after);
    rmSync(seal);
    await inlineStore(after).close();
    expect(verifyDir(after)).toMatchObject({ difference: null, notes: [] });
    writeFileSync(seal, 'nonsense');
    writeFileSync(storePaths(after).head, 'nonsense');
    const store = inlineStore(after);
    const { ok, detail } = await store.health();
    expect(ok).toBe(true);
    expect(detail).toContain('cuebid.seal was damaged; it was made anew');
    expect(detail).toContain('cuebid.head was damaged; it was written anew');
    await store.close();
    expect(verifyDir(after)).toMatchObject({ difference: null, notes: [] });
  });

  it('that cannot be written keeps the WAL as it is, and stops nothing else', () => {
    const dataDir = tempDir();
    const { nextSeal, database } = storePaths(dataDir);
    const vault = new Vault({ dataDir, wallMs: () => 1 });
    vault.load();
    const { size } = statSync(database);
    mkdirSync(nextSeal);
    for (const drafts of markerFlows(400)) {
      vault.record([drafts]);
      vault.tend();
    }
    expect(vault.health()).toMatchObject({ ok: true, journalRows: 400 });
    expect(vault.health().detail).toContain('The database could not be tidied up: EISDIR');
    expect(statSync(database).size).toBe(size);
    rmSync(nextSeal, { recursive: true });
    vault.rest();
    expect(vault.health()).toMatchObject({ ok: true, detail: '' });
    expect(statSync(database).size).toBeGreaterThan(size);
    vault.close();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
  });
});
