// Owns the proof that a shipped migration is never edited: the texts of all of them and the schema
// they make are kept beside this test. A new migration adds to the snapshot (CUEBID_SNAPSHOT=write
// writes it); a change of what is there fails.
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { APPLICATION_ID } from '../../../../src/main/io/store/database/application-id';
import { MIGRATIONS } from '../../../../src/main/io/store/migrations';
import { LATEST_VERSION, migrate } from '../../../../src/main/io/store/migrations/migrate';

const SNAPSHOT = new URL('./schema-snapshot.json', import.meta.url);

function fresh(): Database.Database {
  return new Database(':memory:');
}

function schemaOf(db: Database.Database): unknown {
  const sql =
    'SELECT type, name, tbl_name, sql FROM sqlite_schema ' +
    "WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
  return db.prepare(sql).all();
}

function written(): unknown {
  const db = fresh();
  migrate(db);
  const migrations = MIGRATIONS.map(({ version, name, sql }) => ({
    version,
    name,
    sha256: hash('sha256', sql),
  }));
  return { migrations, schema: schemaOf(db) };
}

describe('the schema', () => {
  it('is the one that was shipped', () => {
    const now = written();
    if (process.env['CUEBID_SNAPSHOT'] === 'write') {
      writeFileSync(SNAPSHOT, `${JSON.stringify(now, null, 2)}\n`);
    }
    expect(now).toEqual(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
  });

  it('is numbered without gaps and marks the file as ours', () => {
    const db = fresh();
    expect(migrate(db)).toBe(LATEST_VERSION);
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
    expect(db.pragma('user_version', { simple: true })).toBe(LATEST_VERSION);
    expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(migrate(db)).toBe(0);
  });

  it('has a primary key on every table and refuses values of another type', () => {
    const db = fresh();
    migrate(db);
    const tables = db.pragma('table_list') as { name: string; schema: string; strict: number }[];
    const ours = tables.filter(
      ({ name, schema }) => schema === 'main' && !name.startsWith('sqlite_'),
    );
    expect(ours.length).toBeGreaterThan(10);
    expect(ours.filter(({ strict }) => strict !== 1)).toEqual([]);
    for (const { name } of ours) {
      const columns = db.pragma(`table_info(${name})`) as { pk: number }[];
      expect(columns.some(({ pk }) => pk > 0)).toBe(true);
    }
  });

  it('steps one version at a time, each with its number or not at all', () => {
    const db = fresh();
    const good = { version: 1, name: 'one', sql: 'CREATE TABLE a (id INTEGER PRIMARY KEY)' };
    const bad = {
      version: 2,
      name: 'two',
      sql: 'CREATE TABLE b (id INTEGER PRIMARY KEY); nonsense',
    };
    expect(() => migrate(db, [good, bad])).toThrow('nonsense');
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    expect(db.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['a']);
    const gap = { version: 3, name: 'three', sql: '' };
    expect(() => migrate(db, [good, gap])).toThrow('migration three is out of order');
  });
});
