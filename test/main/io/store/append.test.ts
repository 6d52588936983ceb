// Owns the proof that what is appended comes into the chain whole, in order, and is told only once
// it is there; over the thread and in process alike.
import { describe, expect, it } from 'vitest';
import { GENESIS_HASH, hashOf } from '../../../../src/main/core/ledger/chain';
import { entryOf, JOURNAL_COLUMNS } from '../../../../src/main/io/store/queries/journal-reader';
import type { JournalRow } from '../../../../src/main/io/store/queries/journal-reader';
import { sha256 } from '../../../../src/main/io/store/vault/sha256';
import {
  inlineStore,
  markerDraft,
  markerFlows,
  rawDatabase,
  tempDir,
  threadStore,
} from './makings';

function journal(dataDir: string): JournalRow[] {
  const sql = `SELECT ${JOURNAL_COLUMNS} FROM journal ORDER BY seq`;
  return rawDatabase(dataDir).prepare<[], JournalRow>(sql).all();
}

function expectChain(rows: readonly JournalRow[]): void {
  let before = GENESIS_HASH;
  rows.forEach((row, at) => {
    expect([row.seq, row.prevHash]).toEqual([at + 1, before]);
    expect(row.hash).toBe(hashOf(entryOf(row), sha256, row.body));
    before = row.hash;
  });
}

const STORES = [
  ['in a thread', (dataDir: string) => threadStore(dataDir)],
  ['in process', (dataDir: string) => Promise.resolve(inlineStore(dataDir))],
] as const;

describe.each(STORES)('a store %s', (_where, open) => {
  it('gives each flow its places, in the order of the appends', async () => {
    const dataDir = tempDir();
    const store = await open(dataDir);
    const flows = [3, 1, 250, 2].map((rows, n) =>
      Array.from({ length: rows }, (_, row) => markerDraft(1 + n * 1_000 + row)),
    );
    const receipts = await Promise.all(flows.map((drafts) => store.append(drafts)));
    expect(receipts.map(({ firstSeq, lastSeq }) => [firstSeq, lastSeq])).toEqual([
      [1, 3],
      [4, 4],
      [5, 254],
      [255, 256],
    ]);
    expect(store.pending()).toBe(0);
    await store.close();
    const rows = journal(dataDir);
    expect(rows.map(({ body }) => body)).toEqual(
      flows.flat().map(({ body }) => expect.stringContaining(body.marker.id) as string),
    );
    expectChain(rows);
  });

  it('goes on with the chain after a restart', async () => {
    const dataDir = tempDir();
    const first = await open(dataDir);
    await Promise.all(markerFlows(5).map((drafts) => first.append(drafts)));
    await first.close();
    const second = await open(dataDir);
    const [receipt] = await Promise.all(markerFlows(1, 6).map((drafts) => second.append(drafts)));
    expect(receipt?.firstSeq).toBe(6);
    expect((await second.health()).journalRows).toBe(6);
    await second.close();
    expectChain(journal(dataDir));
  });

  it('refuses a body that is no JSON, with nothing of its flow applied', async () => {
    const dataDir = tempDir();
    const store = await open(dataDir);
    await store.append([markerDraft(1)]);
    const bad = {
      ...markerDraft(3),
      body: { marker: { ...markerDraft(3).body.marker, port: NaN } },
    };
    const refused = store.append([markerDraft(2), bad]);
    await expect(refused).rejects.toMatchObject({ name: 'StoreRefusal', code: 'storage' });
    await store.close();
    expect(journal(dataDir)).toHaveLength(1);
  });

  it('takes nothing after a close', async () => {
    const store = await open(tempDir());
    await store.close();
    await expect(store.append([markerDraft(1)])).rejects.toMatchObject({ code: 'stopping' });
    await store.close();
  });

  it('refuses a flow without entries as a contradiction', async () => {
    const store = await open(tempDir());
    expect(() => store.append([])).toThrow('a flow without entries');
    expect((await store.health()).ok).toBe(true);
  });
});

describe('the thread', () => {
  it('is sent the flows of one turn together and tells them after they are on disk', async () => {
    const dataDir = tempDir();
    const store = await threadStore(dataDir);
    const told: number[] = [];
    const flows = markerFlows(1_000);
    const waiting = flows.map((drafts) =>
      store.append(drafts).then((it) => told.push(it.firstSeq)),
    );
    expect(store.pending()).toBe(1_000);
    await Promise.race(waiting);
    const onDisk = rawDatabase(dataDir).prepare('SELECT count(*) FROM journal').pluck().get();
    expect(onDisk).toBeGreaterThanOrEqual(told.length);
    await Promise.all(waiting);
    expect(told).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 1));
  });

  it('answers while flows are waiting', async () => {
    const store = await threadStore(tempDir());
    const flows = markerFlows(20_000);
    let open = flows.length;
    const appended = flows.map((drafts) => store.append(drafts).then(() => (open -= 1)));
    const page = await store.ask('markers', { limit: 10 });
    expect(open).toBeGreaterThan(0);
    expect(page.items.length).toBeLessThanOrEqual(10);
    await Promise.all(appended);
  });

  it('ends, and the process with it, when it is closed while flows are waiting', async () => {
    const dataDir = tempDir();
    const store = await threadStore(dataDir);
    const appended = markerFlows(500).map((drafts) => store.append(drafts));
    await store.close();
    expect(await Promise.all(appended)).toHaveLength(500);
    expect(journal(dataDir)).toHaveLength(500);
  });
});
