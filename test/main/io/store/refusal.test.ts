// Owns the proof of what happens when a commit fails: nothing of it is applied, everything behind
// it is refused, and only a load that has really written ends that. The disk is really full: SQLite
// may not give the database another page.
import { EventEmitter } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Draft } from '../../../../src/main/core/ledger/entries';
import type { Receipt } from '../../../../src/main/flow/ports';
import { StoreClient } from '../../../../src/main/io/store/client/store-client';
import { openStore } from '../../../../src/main/io/store/open-store';
import { verifyDir } from '../../../../src/main/tools/verify/verify-dir';
import { termsOf } from '../../core/auction/makings';
import {
  inlineStore,
  markerDraft,
  markerFlows,
  rawDatabase,
  tempDir,
  threadStore,
} from './makings';

const STORES = [
  [
    'in a thread',
    (dir: string, most?: number) => threadStore(dir, most ? { mostPages: most } : {}),
  ],
  [
    'in process',
    (dir: string, most?: number) =>
      Promise.resolve(inlineStore(dir, most ? { mostPages: most } : {})),
  ],
] as const;

/** Pages a fresh database may grow to; enough for the proof of a load, and some hundred rows. */
const FEW_PAGES = 120;

/** A second auction for a marker: a row the database itself refuses. */
function twice(): Draft[] {
  const created = (auctionId: string): Draft => ({
    type: 'auction-created',
    body: { terms: { ...termsOf({ n: 1 }), auctionId } },
    actor: 'engine',
    cause: 'a test',
    arrivedAtMs: 1,
    decidedAtMs: 1,
  });
  return [created('A-1'), created('A-2')];
}

function isReceipt(end: PromiseSettledResult<Receipt>): end is PromiseFulfilledResult<Receipt> {
  return end.status === 'fulfilled';
}

describe.each(STORES)('a store %s', (_where, open) => {
  it('refuses all behind a full disk, applies nothing of it, and goes on elsewhere', async () => {
    const dataDir = tempDir();
    const store = await open(dataDir, FEW_PAGES);
    await store.load();
    const flows = Array.from({ length: 400 }, (_, n) => [
      markerDraft(2 * n + 1),
      markerDraft(2 * n + 2),
    ]);
    const ends = await Promise.allSettled(flows.map((drafts) => store.append(drafts)));
    const recorded = ends.filter(isReceipt).length;
    expect(recorded).toBeGreaterThan(0);
    expect(recorded).toBeLessThan(400);
    expect(ends.slice(recorded).every((end) => !isReceipt(end))).toBe(true);
    expect(ends.at(-1)).toMatchObject({
      reason: {
        name: 'StoreRefusal',
        code: 'storage',
        detail: expect.stringContaining('full') as string,
      },
    });
    expect(store.pending()).toBe(0);
    expect(await store.health()).toMatchObject({ ok: false, journalRows: 2 * recorded });
    expect((await store.ask('markers', { limit: 10 })).items).toHaveLength(10);
    await expect(store.load()).rejects.toMatchObject({ code: 'storage' });
    await expect(store.append([markerDraft(9_001)])).rejects.toMatchObject({ code: 'storage' });
    await store.close();
    expect(rawDatabase(dataDir).prepare('SELECT count(*) FROM journal').pluck().get()).toBe(
      2 * recorded,
    );
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
    const roomy = await open(dataDir);
    expect((await roomy.load()).head.seq).toBe(2 * recorded);
    expect((await roomy.append([markerDraft(9_001)])).firstSeq).toBe(2 * recorded + 1);
  });

  it('takes work again after a load, and nothing before', async () => {
    const dataDir = tempDir();
    const store = await open(dataDir);
    await store.append([markerDraft(1)]);
    await expect(store.append(twice())).rejects.toMatchObject({
      code: 'storage',
      detail: expect.stringContaining('UNIQUE constraint failed: auctions.marker_id') as string,
    });
    await expect(store.append([markerDraft(2)])).rejects.toMatchObject({ code: 'storage' });
    const { head, unfinished } = await store.load();
    expect([head.seq, unfinished]).toEqual([1, []]);
    expect((await store.append([markerDraft(2)])).firstSeq).toBe(2);
    expect((await store.health()).ok).toBe(true);
    await store.close();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, journal: { head: { seq: 2 } } });
  });
});

describe('in a thread', () => {
  it('what waits behind a bad flow is refused up to the load, in order', async () => {
    const store = await threadStore(tempDir());
    const told: string[] = [];
    const note = (name: string) =>
      [() => told.push(name), () => told.push(`${name} refused`)] as const;
    const before = markerFlows(3).map((drafts, n) =>
      store.append(drafts).then(...note(`early ${n}`)),
    );
    await Promise.all(before);
    const waiting = [
      store.append(twice()).then(...note('bad')),
      store.append([markerDraft(50)]).then(...note('behind')),
      store.load().then(...note('load')),
      store.append([markerDraft(51)]).then(...note('after')),
    ];
    await Promise.all(waiting);
    expect(told.slice(3)).toEqual(['bad refused', 'behind refused', 'load', 'after']);
  });

  it('a load starts the thread again where it has failed', async () => {
    const dataDir = tempDir();
    const workerUrl = new URL('./programs/fragile-thread.ts', import.meta.url);
    const store = await openStore({ dataDir, workerUrl });
    onTestFinished(() => store.close());
    expect((await store.append([markerDraft(1)])).firstSeq).toBe(1);
    const failing = join(dataDir, 'fail');
    writeFileSync(failing, '');
    let recorded = 1;
    const refused = { code: 'storage', detail: 'Its thread failed: made to fail' };
    await expect(async () => {
      for (;;) recorded = (await store.append([markerDraft(recorded + 1)])).lastSeq;
    }).rejects.toMatchObject(refused);
    await expect(store.append([markerDraft(1)])).rejects.toMatchObject(refused);
    rmSync(failing);
    const { head } = await store.load();
    expect(head.seq).toBeGreaterThanOrEqual(recorded);
    expect(await store.health()).toMatchObject({ ok: true, detail: '' });
    expect((await store.append([markerDraft(head.seq + 1)])).firstSeq).toBe(head.seq + 1);
    await store.close();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
  });

  it('what no message can carry is refused, and all that follows, up to the load', async () => {
    const store = await threadStore(tempDir());
    const good = store.append([markerDraft(1)]);
    await store.health();
    const odd = { ...markerDraft(2), cause: (() => 'a function') as unknown as string };
    const [bad, beside] = [store.append([odd]), store.append([markerDraft(3)])];
    const refusal = { name: 'StoreRefusal', code: 'storage' };
    await expect(bad).rejects.toMatchObject(refusal);
    await expect(beside).rejects.toMatchObject(refusal);
    await expect(store.append([markerDraft(4)])).rejects.toMatchObject(refusal);
    expect([(await good).firstSeq, store.pending()]).toEqual([1, 0]);
    const question = store.ask('auction', { id: odd.cause });
    await expect(question).rejects.toMatchObject(refusal);
    expect((await store.load()).head.seq).toBe(1);
    expect((await store.append([markerDraft(5)])).firstSeq).toBe(2);
  });

  it('the end of the thread refuses everything that waits', async () => {
    const worker = new EventEmitter() as EventEmitter & { postMessage: () => void };
    worker.postMessage = () => undefined;
    const client = new StoreClient(worker as unknown as Worker);
    const flow = client.append([markerDraft(1)]);
    const question = client.question({ kind: 'health' });
    expect([client.pending, client.alive]).toEqual([1, true]);
    worker.emit('error', new Error('out of memory'));
    worker.emit('exit', 1);
    const refusal = { code: 'storage', detail: 'Its thread failed: out of memory' };
    await expect(flow).rejects.toMatchObject(refusal);
    await expect(question).rejects.toMatchObject(refusal);
    await expect(client.append([markerDraft(2)])).rejects.toMatchObject(refusal);
    expect([client.pending, client.alive]).toEqual([0, false]);
  });
});
