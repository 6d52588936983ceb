// Owns the proof of what the verifier says of whole, broken, running and foreign data directories,
// and that it changes none of them.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { NoDatabase } from '../../../src/main/tools/verify/source';
import { verifyDir } from '../../../src/main/tools/verify/verify-dir';
import { inlineStore, markerDraft, nightFlows, recordNight, tempDir } from '../io/store/makings';

/** A directory with a night in it, as a clean end leaves it. */
async function closedNight(): Promise<string> {
  const dataDir = tempDir();
  const store = inlineStore(dataDir);
  await store.load();
  await recordNight(store);
  await store.close();
  return dataDir;
}

/** The same as a kill leaves it: everything that was acknowledged still in the WAL. */
async function killedNight(): Promise<string> {
  const [running, killed] = [tempDir(), tempDir()];
  const store = inlineStore(running);
  await store.load();
  await recordNight(store);
  cpSync(running, killed, { recursive: true });
  return killed;
}

function contents(dataDir: string): Record<string, string> {
  const names = readdirSync(dataDir);
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(dataDir, name), 'base64')]),
  );
}

/** Changes the database as somebody with a database browser would, past every guard. */
function edit(dataDir: string, sql: string): void {
  const db = new Database(join(dataDir, 'cuebid.sqlite'));
  db.exec('DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete;');
  db.exec(sql);
  db.exec(
    'CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal\n  BEGIN SELECT RAISE(ABORT, ' +
      "'the journal is append-only'); END",
  );
  db.exec(
    'CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal\n  BEGIN SELECT RAISE(ABORT, ' +
      "'the journal is append-only'); END",
  );
  db.close();
}

describe('a whole data directory', () => {
  it('is found whole after a clean end, and stays as it was', async () => {
    const dataDir = await closedNight();
    const before = contents(dataDir);
    const { difference, live, journal, notes } = verifyDir(dataDir);
    expect({ difference, live, notes }).toEqual({ difference: null, live: false, notes: [] });
    expect(journal?.counters).toMatchObject({
      markers: 30,
      auctions: { created: 9, aborted: 0 },
      decisions: 5,
      settlements: 5,
    });
    expect(contents(dataDir)).toEqual(before);
    expect(Object.keys(before).sort()).toEqual([
      'cuebid.head',
      'cuebid.seal',
      'cuebid.sqlite',
      'engine.lock',
    ]);
  });

  it('is found whole after a kill, with the WAL left as it was', async () => {
    const dataDir = await killedNight();
    const before = contents(dataDir);
    expect(before['cuebid.sqlite-wal']).toBeDefined();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
    expect(contents(dataDir)).toEqual(before);
  });

  it('is read while an engine holds it, without the page seals', async () => {
    const dataDir = tempDir();
    const store = inlineStore(dataDir);
    await store.load();
    await recordNight(store);
    const { difference, live, journal, notes } = verifyDir(dataDir);
    expect({ difference, live }).toEqual({ difference: null, live: true });
    expect(notes).toEqual(['an engine is running: page seals were not checked']);
    expect((await store.append([markerDraft(5_000)])).firstSeq).toBe((journal?.head.seq ?? 0) + 1);
  });

  it('is whole with nothing in it', async () => {
    const dataDir = tempDir();
    await inlineStore(dataDir).close();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, journal: { head: { seq: 0 } } });
  });
});

describe('the first difference', () => {
  it.each([
    ["UPDATE journal SET cause = 'other' WHERE seq = 12", 'entry 12: its hash does not fit'],
    [
      'UPDATE journal SET body = replace(body, \'"period":"3"\', \'"period": "3"\') WHERE seq = 9',
      'entry 9: its hash does not fit',
    ],
    [
      'UPDATE journal SET arrived_at_ms = arrived_at_ms + 1 WHERE seq = 3',
      'entry 3: its hash does not fit',
    ],
    ["UPDATE journal SET body = '{' WHERE seq = 7", 'entry 7: its body cannot be read'],
    ['DELETE FROM journal WHERE seq = 20', 'entry 20: entry 21 follows entry 19'],
    [
      'DELETE FROM journal WHERE seq > 60',
      'rows 61 to 64 of the journal were acknowledged and are lost',
    ],
    [
      "UPDATE markers SET status = 'ACCEPTED' WHERE seq = 2",
      'projection markers, row 2: status is ACCEPTED, the journal says IGNORED',
    ],
    ['DELETE FROM holds', 'projection holds, a row for A-1 is missing'],
    [
      "INSERT INTO rejected_cues VALUES ('10.0.0.1', 'crc', 1, 0, 0)",
      'projection rejected_cues, the row for 10.0.0.1 comes from nowhere',
    ],
    [
      'UPDATE purses SET spent_cents = spent_cents + 1 WHERE rehearsal = 0',
      /^projection purses, row acme: spent_cents is \d+, the journal says \d+$/u,
    ],
    ['CREATE TABLE more (id INTEGER PRIMARY KEY)', 'the schema differs at more'],
    [
      'UPDATE write_probe SET tried = 99',
      /^page \d+ of the database \(bytes \d+ to \d+\) is not as it was written$/u,
    ],
  ])('of `%s` is told in one line', async (sql, expected) => {
    const dataDir = await closedNight();
    edit(dataDir, sql);
    const { difference } = verifyDir(dataDir);
    expect(difference).toMatch(expected);
    expect(difference).not.toContain('\n');
  });

  it('is the loss where the WAL is gone', async () => {
    const dataDir = await killedNight();
    rmSync(join(dataDir, 'cuebid.sqlite-wal'));
    const expected = 'rows 1 to 64 of the journal were acknowledged and are lost';
    expect(verifyDir(dataDir).difference).toBe(expected);
  });

  it('is the loss, and not the sale whose settlement was lost', async () => {
    const [running, killed] = [tempDir(), tempDir()];
    const store = inlineStore(running);
    const flows = nightFlows();
    const born = flows.findIndex(([draft]) => draft?.type === 'settlement-born');
    for (const drafts of flows.slice(0, born)) await store.append(drafts);
    cpSync(running, killed, { recursive: true });
    expect(verifyDir(killed).difference).toMatch(/the settlement of A-1 is missing$/u);
    await store.append(flows[born] ?? []);
    cpSync(join(running, 'cuebid.head'), join(killed, 'cuebid.head'));
    const expected = `row ${born + 1} of the journal was acknowledged and is lost`;
    expect(verifyDir(killed).difference).toBe(expected);
  });

  it('is the row that is not the one that was acknowledged', async () => {
    const [one, other] = [await closedNight(), tempDir()];
    cpSync(one, other, { recursive: true });
    for (const [dataDir, n] of [
      [one, 7_001],
      [other, 7_002],
    ] as const) {
      const store = inlineStore(dataDir);
      await store.append([markerDraft(n)]);
      await store.close();
    }
    cpSync(join(other, 'cuebid.head'), join(one, 'cuebid.head'));
    const expected = 'row 65 of the journal is not the one that was acknowledged';
    expect(verifyDir(one).difference).toBe(expected);
  });

  it('stays known after the next start, which keeps the WAL it found', async () => {
    const dataDir = await killedNight();
    const wal = join(dataDir, 'cuebid.sqlite-wal');
    const bytes = readFileSync(wal);
    bytes[bytes.length - 100] = (bytes[bytes.length - 100] ?? 0) ^ 1;
    writeFileSync(wal, bytes);
    const store = inlineStore(dataDir, { wallMs: () => 1_790_000_000_000 });
    expect((await store.health()).detail).toContain('row 64');
    await store.load();
    await store.append([markerDraft(6_000)]);
    await store.close();
    expect(verifyDir(dataDir).difference).toMatch(/^noted at a start: 2026-.* row 64 .* is lost$/u);
    expect(readFileSync(`${wal}.lost-1790000000000`)).toEqual(bytes);
  });
});

describe('what is not checked', () => {
  it('is said where the seals or the note are missing', async () => {
    const dataDir = await closedNight();
    rmSync(join(dataDir, 'cuebid.seal'));
    rmSync(join(dataDir, 'cuebid.head'));
    expect(verifyDir(dataDir)).toMatchObject({
      difference: null,
      notes: [
        'there are no page seals (cuebid.seal): they were not checked',
        'there is no note of the newest row (cuebid.head)',
      ],
    });
  });

  it('is said where another program wrote the WAL back', async () => {
    const dataDir = await killedNight();
    const db = new Database(join(dataDir, 'cuebid.sqlite'));
    db.prepare('SELECT count(*) FROM journal').get();
    db.close();
    const notes = ['another program wrote to the database since: page seals were not checked'];
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes });
    const store = inlineStore(dataDir);
    expect((await store.health()).detail).toContain('page seals were made anew');
    await store.close();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
  });
});

describe('nothing to verify', () => {
  it('is a directory that is not there, a file, an empty one, a foreign database', () => {
    const dataDir = tempDir();
    expect(() => verifyDir(join(dataDir, 'none'))).toThrow(NoDatabase);
    writeFileSync(join(dataDir, 'file'), 'text');
    expect(() => verifyDir(join(dataDir, 'file'))).toThrow('is no directory');
    expect(() => verifyDir(dataDir)).toThrow('no cuebid.sqlite');
    const other = join(dataDir, 'other');
    mkdirSync(other);
    const db = new Database(join(other, 'cuebid.sqlite'));
    db.exec('CREATE TABLE songs (id INTEGER PRIMARY KEY)');
    db.close();
    const named = `${join(other, 'cuebid.sqlite')} is not a Cuebid database.`;
    expect(() => verifyDir(other)).toThrow(new NoDatabase(named));
  });

  it('is a file that cannot be copied, said of the file that was named', () => {
    const dataDir = tempDir();
    mkdirSync(join(dataDir, 'cuebid.sqlite'));
    const database = join(dataDir, 'cuebid.sqlite');
    const said = new RegExp(`^${database} cannot be copied .*\\(E[A-Z]+\\)`, 'u');
    expect(() => verifyDir(dataDir)).toThrow(said);
  });

  it('is the database of a newer version', async () => {
    const dataDir = await closedNight();
    rmSync(join(dataDir, 'cuebid.seal'));
    const db = new Database(join(dataDir, 'cuebid.sqlite'));
    db.pragma('user_version = 99');
    db.close();
    const database = join(dataDir, 'cuebid.sqlite');
    expect(() => verifyDir(dataDir)).toThrow(
      `${database} was written by a newer Cuebid (schema 99`,
    );
    expect(() => verifyDir(dataDir)).toThrow(/this one knows \d+\)\.$/u);
  });
});
