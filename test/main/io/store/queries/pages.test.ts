// Owns the proof of every question the store answers: keyset pages without gaps or repeats,
// filters, foreign cursors, and views that say what core's own views say.
import { describe, expect, it } from 'vitest';
import type { Page } from '../../../../../src/contract/page';
import { explainSchema, auctionSchema, bidSchema } from '../../../../../src/contract/auction';
import { markerSchema } from '../../../../../src/contract/marker';
import { priceBookVersion } from '../../../../../src/contract/price-book';
import { settlementSchema } from '../../../../../src/contract/settlement';
import type { Draft } from '../../../../../src/main/core/ledger/entries';
import type { Store } from '../../../../../src/main/flow/ports';
import { inlineStore, markerDraft, nightFlows, tempDir, threadStore } from '../makings';

/** Everything in pages of `limit`, the page sizes kept. */
async function allPages<T>(ask: (after?: string) => Promise<Page<T>>): Promise<T[][]> {
  const pages: T[][] = [];
  let after: string | undefined;
  for (;;) {
    const { items, next } = await ask(after);
    pages.push(items);
    if (next === null) return pages;
    after = next;
  }
}

async function withMarkers(store: Store): Promise<void> {
  const statuses = ['IGNORED', 'ACCEPTED', 'DUPLICATE'] as const;
  for (let n = 1; n <= 47; n += 1) {
    const status = n % 10 === 0 ? 'ACCEPTED' : statuses[(n % 2) * 2];
    await store.append([markerDraft(n, status === undefined ? {} : { status })]);
  }
}

async function nightStore(): Promise<Store> {
  const store = inlineStore(tempDir());
  for (const drafts of nightFlows()) await store.append(drafts);
  return store;
}

describe('markers', () => {
  it('come in pages, oldest first, none twice and none left out', async () => {
    const store = inlineStore(tempDir());
    await withMarkers(store);
    const pages = await allPages((after) => store.ask('markers', { after, limit: 10 }));
    expect(pages.map((page) => page.length)).toEqual([10, 10, 10, 10, 7]);
    const ids = pages.flat().map(({ id }) => Number(id.slice(2)));
    expect(ids).toEqual(Array.from({ length: 47 }, (_, n) => n + 1));
    for (const marker of pages.flat()) expect(markerSchema.parse(marker)).toEqual(marker);
  });

  it('end without a cursor where the last page is full', async () => {
    const store = inlineStore(tempDir());
    await withMarkers(store);
    const pages = await allPages((after) => store.ask('markers', { after, limit: 47 }));
    expect(pages.map((page) => page.length)).toEqual([47]);
  });

  it('are filtered by status, with the pages full', async () => {
    const store = inlineStore(tempDir());
    await withMarkers(store);
    const ask = (after?: string) => store.ask('markers', { after, limit: 3, status: 'ACCEPTED' });
    const pages = await allPages(ask);
    expect(pages.flat().map(({ id }) => id)).toEqual([
      'M-000010',
      'M-000020',
      'M-000030',
      'M-000040',
    ]);
    expect((await store.ask('markers', { limit: 3, status: 'STALE' })).items).toEqual([]);
  });

  it('show what was counted, and sold, after they were recorded', async () => {
    const store = inlineStore(tempDir());
    await store.append([markerDraft(1, { status: 'ACCEPTED' })]);
    const origin = { actor: 'engine', cause: 'copies', arrivedAtMs: 1, decidedAtMs: 1 };
    await store.append([
      { type: 'marker-copied', body: { markerId: 'M-000001', copies: 12 }, ...origin },
    ]);
    const [marker] = (await store.ask('markers', { limit: 1 })).items;
    expect([marker?.copies, marker?.auctionId]).toEqual([12, null]);
    for (const drafts of nightFlows(1)) await store.append(drafts);
    const [sold] = (await store.ask('markers', { limit: 1 })).items;
    expect([sold?.copies, sold?.auctionId]).toEqual([12, 'A-1']);
  });

  it('end a page early where their bytes are many, and lose none', async () => {
    const store = inlineStore(tempDir());
    const large = (n: number, bytes: number): Draft => {
      const draft = markerDraft(n);
      const rawBase64 = Buffer.alloc(bytes, n).toString('base64');
      return { ...draft, body: { marker: { ...draft.body.marker, rawBase64 } } };
    };
    for (let n = 1; n <= 40; n += 1) await store.append([large(n, 60_000)]);
    await store.append([large(41, 1_200_000)]);
    await store.append([markerDraft(42)]);
    const pages = await allPages((after) => store.ask('markers', { after, limit: 500 }));
    expect(pages.map((page) => page.length)).toEqual([12, 12, 12, 4, 1, 1]);
    expect(pages.flat().map(({ seq }) => seq)).toEqual(Array.from({ length: 42 }, (_, n) => n + 1));
  });

  it('that are byte-equal copies show the facts of their original', async () => {
    const store = inlineStore(tempDir());
    const original = markerDraft(1);
    const times = { receivedAtMs: 1_790_000_000_007, decidedAtMs: 1_790_000_000_008 };
    const repeat = {
      id: 'M-000002',
      of: 'M-000001',
      address: '10.0.0.9',
      port: 9,
      protocol: 'udp',
      ...times,
    };
    const origin = { actor: 'source:10.0.0.9', cause: 'M-000001', arrivedAtMs: 7, decidedAtMs: 8 };
    const copy: Draft = { type: 'marker-repeated', body: { repeat }, ...origin };
    await store.append([original]);
    await store.append([copy]);
    const { items } = await store.ask('markers', { limit: 5 });
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({
      seq: 2,
      id: 'M-000002',
      status: 'DUPLICATE',
      duplicateOf: 'M-000001',
      gameId: original.body.marker.gameId,
      rawBase64: original.body.marker.rawBase64,
      source: { address: '10.0.0.9', port: 9, protocol: 'udp' },
      receivedAt: new Date(times.receivedAtMs).toISOString(),
    });
    expect((await store.load()).recentMarkers.map(({ id }) => id)).toEqual(['M-000001']);
  });
});

describe('auctions', () => {
  it('are filtered by state, by live and by closed, and come in pages', async () => {
    const store = await nightStore();
    const ids = async (status?: string) =>
      (await store.ask('auctions', { limit: 100, status })).items.map(({ id }) => id);
    expect(await ids()).toEqual(['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7', 'A-8', 'A-9']);
    expect(await ids('SOLD')).toEqual(['A-1', 'A-2', 'A-3', 'A-5', 'A-6']);
    expect(await ids('CANCELLED')).toEqual(['A-4']);
    expect(await ids('live')).toEqual(['A-8']);
    const closed = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6', 'A-7', 'A-9'];
    expect(await ids('closed')).toEqual(closed);
    expect(await ids('toString')).toEqual([]);
    expect(await ids('CREATED')).toEqual(['A-9']);
    const ask = (after?: string) => store.ask('auctions', { after, limit: 2, status: 'closed' });
    expect((await allPages(ask)).map((page) => page.length)).toEqual([2, 2, 2, 2]);
    const offset = await store.ask('auctions', { limit: 2, offset: 3 });
    expect(offset.items.map(({ id }) => id)).toEqual(['A-4', 'A-5']);
    expect((await store.ask('auctions', { limit: 2, category: 'sports' })).items).toEqual([]);
  });

  it('are shown whole, with bids and reasons only once they have ended', async () => {
    const store = await nightStore();
    for (let n = 1; n <= 9; n += 1) {
      const id = `A-${n}`;
      const auction = await store.ask('auction', { id });
      expect(auctionSchema.parse(auction)).toEqual(auction);
      const explain = await store.ask('explain', { id });
      expect(explainSchema.parse(explain)).toEqual(explain);
      const { items } = await store.ask('bids', { id, limit: 100 });
      for (const bid of items) expect(bidSchema.parse(bid)).toEqual(bid);
      const open = n >= 8;
      expect(items.length > 0).toBe(!open && n !== 7);
      expect(explain?.bidders.length === 0).toBe(open);
      expect(auction?.winner === null).toBe(open || n === 4 || n === 7);
    }
  });

  it('have bids that come in pages', async () => {
    const store = await nightStore();
    const pages = await allPages((after) => store.ask('bids', { id: 'A-1', after, limit: 1 }));
    expect(pages.map((page) => page.length)).toEqual([1, 1]);
    expect(pages.flat().map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('that are not there are null, their bids an empty page', async () => {
    const store = await nightStore();
    expect(await store.ask('auction', { id: 'A-99' })).toBeNull();
    expect(await store.ask('explain', { id: 'A-99' })).toBeNull();
    expect(await store.ask('bids', { id: 'A-99', limit: 9 })).toEqual({ items: [], next: null });
  });
});

describe('settlements and the price book', () => {
  it('come in pages, by state and by id', async () => {
    const store = await nightStore();
    const pages = await allPages((after) => store.ask('settlements', { after, limit: 2 }));
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    const [first] = pages.flat();
    for (const row of pages.flat()) expect(settlementSchema.parse(row)).toEqual(row);
    expect(await store.ask('settlement', { id: first?.id ?? '' })).toEqual(first);
    expect(await store.ask('settlement', { id: 'S-none' })).toBeNull();
    expect((await store.ask('settlements', { limit: 9, state: 'DUE' })).items).toHaveLength(5);
    expect((await store.ask('settlements', { limit: 9, state: 'CHARGED' })).items).toEqual([]);
  });

  it('has its versions in order', async () => {
    const store = await nightStore();
    const { items, next } = await store.ask('priceBookVersions', { limit: 1 });
    expect([items.length, next]).toEqual([1, null]);
    expect(priceBookVersion.parse(items[0])).toEqual(items[0]);
  });
});

describe('a cursor the store did not give out', () => {
  it.each(['', '0', '-1', '1.5', 'seq', '007', '99999999999999999', "1' OR 1=1"])(
    'is refused: %j',
    async (after) => {
      const inline = inlineStore(tempDir());
      const thread = await threadStore(tempDir());
      for (const store of [inline, thread]) {
        const refused = store.ask('markers', { after, limit: 5 });
        await expect(refused).rejects.toMatchObject({ name: 'StoreRefusal', code: 'cursor' });
        expect((await store.health()).ok).toBe(true);
      }
    },
  );
});
