// Owns the proof that every projection is made of the journal alone: made anew it is equal, for any
// night; and that the journal itself cannot be changed by whoever works with the database.
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../../../src/main/core/ledger/entries';
import { openDatabase } from '../../../../../src/main/io/store/database/open-database';
import { storePaths } from '../../../../../src/main/io/store/paths';
import { compareProjections } from '../../../../../src/main/io/store/projections/compare';
import { rebuildProjections } from '../../../../../src/main/io/store/projections/rebuild';
import { anyNight } from '../../../core/ledger/night';
import { inlineStore, markerDraft, rawDatabase, recordNight, tempDir } from '../makings';

const origin = { actor: 'engine', cause: 'a test', arrivedAtMs: 1, decidedAtMs: 1 };

/** What the projections say differently when made anew; null where they are equal. */
function rebuiltDifference(dataDir: string): string | null {
  const source = rawDatabase(dataDir);
  const { db, unapplied } = rebuildProjections(source, join(tempDir(), 'rebuilt.sqlite'));
  expect(unapplied).toBeNull();
  const difference = compareProjections(source, db);
  db.close();
  return difference;
}

describe('projections made anew', () => {
  it('are equal for any night', async () => {
    await fc.assert(
      fc.asyncProperty(anyNight, async (night) => {
        const dataDir = tempDir();
        const store = inlineStore(dataDir, {});
        for (const { type, body, actor, cause, arrivedAtMs, decidedAtMs } of night.entries) {
          await store.append([
            { type, body, actor, cause, arrivedAtMs, decidedAtMs } as unknown as Draft,
          ]);
        }
        await store.close();
        expect(rebuiltDifference(dataDir)).toBeNull();
        const { purses } = await inlineStore(dataDir).load();
        expect(purses).toEqual(night.purses.list());
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('are equal for copies, repeats and refused cues', async () => {
    const dataDir = tempDir();
    const store = inlineStore(dataDir);
    await recordNight(store);
    const counts = { crc: 3, json: 1 };
    const rejected = { address: '10.0.0.5', fromMs: 1, toMs: 60_000, counts };
    await store.append([{ type: 'cues-rejected', body: rejected, ...origin }]);
    await store.append([
      { type: 'cues-rejected', body: { ...rejected, toMs: 50_000, counts: { crc: 2 } }, ...origin },
    ]);
    const copied = { markerId: 'M-001001', copies: 40 };
    await store.append([{ type: 'marker-copied', body: copied, ...origin }]);
    await store.close();
    const rows = rawDatabase(dataDir).prepare('SELECT * FROM rejected_cues').raw().all();
    expect(rows).toEqual([
      ['10.0.0.5', 'crc', 5, 1, 60_000],
      ['10.0.0.5', 'json', 1, 1, 60_000],
    ]);
    expect(rebuiltDifference(dataDir)).toBeNull();
  });

  it('stop at the first entry that cannot be applied', async () => {
    const dataDir = tempDir();
    const store = inlineStore(dataDir);
    await store.append([markerDraft(1)]);
    await store.close();
    const source = rawDatabase(dataDir);
    const copy =
      'INSERT INTO journal SELECT seq + ?, type, actor, cause, arrived_at_ms, ' +
      'decided_at_ms, recorded_at_ms, body, prev_hash, hash FROM journal WHERE seq = 1';
    source.prepare(copy).run(1);
    source.prepare(copy).run(2);
    const { db, unapplied } = rebuildProjections(source, join(tempDir(), 'rebuilt.sqlite'));
    db.close();
    expect(unapplied).toEqual({ seq: 2, what: 'UNIQUE constraint failed: markers.number' });
  });
});

describe('the journal', () => {
  it.each([
    "UPDATE journal SET actor = 'somebody else' WHERE seq = 1",
    'UPDATE journal SET seq = 99 WHERE seq = 1',
    'DELETE FROM journal WHERE seq = 1',
    'DELETE FROM journal',
    'INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 1',
    "REPLACE INTO journal SELECT seq, type, 'x', cause, 1, 1, 1, body, '', hash FROM journal",
    'INSERT INTO journal SELECT * FROM journal WHERE seq = 1 ON CONFLICT DO UPDATE SET actor = 1',
  ])('refuses: %s', async (sql) => {
    const dataDir = tempDir();
    const store = inlineStore(dataDir);
    await store.append([markerDraft(1)]);
    await store.close();
    const options = { synchronous: 'FULL', mostPages: null } as const;
    const db = openDatabase(storePaths(dataDir).database, options);
    const rows = db.prepare('SELECT * FROM journal').all();
    expect(() => db.exec(sql)).toThrow('the journal is append-only');
    expect(db.prepare('SELECT * FROM journal').all()).toEqual(rows);
    db.close();
  });
});
