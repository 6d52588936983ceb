// Nights from seeds: every invariant that a journal can show holds (verify replays decisions,
// budgets, chain and projections), and the same seed gives the same night to the last hash.
import { describe, expect, it } from 'vitest';
import Database from 'better-sqlite3';
import { join } from 'node:path';
import { verifyDir } from '../../src/main/tools/verify/verify-dir';
import { night, type Night } from './night';

const SEEDS = [1, 2, 3, 5, 8, 13, 21, 34];

function count(dataDir: string, sql: string): number {
  const db = new Database(join(dataDir, 'cuebid.sqlite'), { readonly: true });
  const value = Number(db.prepare(sql).pluck().get());
  db.close();
  return value;
}

function checked({ dataDir }: Night): void {
  expect(verifyDir(dataDir).difference).toBeNull();
  expect(count(dataDir, 'SELECT count(*) FROM auctions')).toBe(
    count(dataDir, 'SELECT count(DISTINCT marker_id) FROM auctions'),
  );
  expect(count(dataDir, "SELECT count(*) FROM holds WHERE state = 'HELD'")).toBe(0);
  const sold = "SELECT count(*) FROM auctions WHERE status = 'SOLD'";
  expect(count(dataDir, sold)).toBe(count(dataDir, 'SELECT count(*) FROM settlements'));
}

describe('a night', () => {
  it.each(SEEDS)('from seed %i keeps every promise', async (seed) => {
    const played = await night(seed);
    expect(played.heard).toBeGreaterThan(100);
    checked(played);
  });

  it('sells, crashes and refuses in the seeds that are played', async () => {
    const nights = await Promise.all(SEEDS.slice(0, 3).map(night));
    const sum = (sql: string): number =>
      nights.reduce((total, { dataDir }) => total + count(dataDir, sql), 0);
    expect(nights.reduce((total, { crashes }) => total + crashes, 0)).toBeGreaterThan(3);
    expect(sum("SELECT count(*) FROM auctions WHERE status = 'SOLD'")).toBeGreaterThan(20);
    expect(sum("SELECT count(*) FROM auctions WHERE status = 'ABORTED_CRASH'")).toBeGreaterThan(0);
    expect(sum("SELECT count(*) FROM markers WHERE status = 'STALE'")).toBeGreaterThan(0);
    expect(sum("SELECT count(*) FROM markers WHERE status = 'INVALID'")).toBeGreaterThan(0);
  });

  it('is the same night to the last hash when its seed is played again', async () => {
    const [first, again] = [await night(42), await night(42)];
    expect(again.head).toEqual(first.head);
  });
});
