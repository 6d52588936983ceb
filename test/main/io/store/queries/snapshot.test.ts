// Owns the proof of what the engine reads back: everything it needs to go on, equal to what the
// journal's own reducers say, and no more than it needs.
import { describe, expect, it } from 'vitest';
import type { MarkerIdentity } from '../../../../../src/main/core/marker/marker-identity';
import { Purses } from '../../../../../src/main/core/ledger/purses';
import { START_MS } from '../../../core/auction/makings';
import { inlineStore, markerDraft, nightFlows, tempDir, threadStore } from '../makings';

const NOW_MS = 1_790_000_000_000;
/** A break of three minutes. */
const BREAK = {
  kind: 'section',
  eventId: 1,
  what: 'splice',
  direction: 'out',
  programId: 1,
  pts: null,
} as const;

describe('the snapshot', () => {
  it('of an empty journal has nothing in it', async () => {
    const snapshot = await inlineStore(tempDir()).load();
    expect(snapshot).toMatchObject({
      head: { seq: 0 },
      truckId: null,
      demo: false,
      mode: null,
      book: null,
      bidders: [],
      purses: [],
      counters: { marker: 0, auction: 0, settlement: 0 },
      auctionCounts: {},
      recent: { markers: [], auctions: [], settlements: [] },
    });
  });

  it('of a night is what the journal says, over the thread too', async () => {
    const dataDir = tempDir();
    const flows = nightFlows();
    const inline = inlineStore(dataDir, { wallMs: () => Date.now() });
    for (const drafts of flows) await inline.append(drafts);
    const snapshot = await inline.load();
    const purses = new Purses();
    for (const draft of flows.flat()) purses.apply(draft);
    expect(snapshot.purses).toEqual(purses.list().filter(({ bidderId }) => bidderId !== ''));
    expect(snapshot.head.seq).toBe(flows.length);
    expect(snapshot.truckId).toBe('truck-7');
    expect(snapshot.mode?.mode).toBe('ON_AIR');
    expect(snapshot.book?.version).toBe(1);
    expect(snapshot.bidders.map(({ bidderId }) => bidderId)).toEqual(['acme', 'zeta']);
    expect(snapshot.counters).toMatchObject({ marker: 0, auction: 9 });
    expect(snapshot.auctionCounts).toEqual({
      SOLD: 5,
      CANCELLED: 1,
      UNSOLD: 1,
      OPEN: 1,
      CREATED: 1,
    });
    expect(snapshot.settlementCounts).toEqual({ DUE: 5 });
    expect(snapshot.recent.auctions.map(({ id }) => id).at(-1)).toBe('A-9');
    expect(snapshot.recent.settlements).toHaveLength(5);
    await inline.close();
    const { head: _, ...rest } = await (await threadStore(dataDir)).load();
    expect(snapshot).toMatchObject(rest);
  });

  it('names what had not ended with its seq, and the newest that had', async () => {
    const store = inlineStore(tempDir());
    const flows = nightFlows();
    for (const drafts of flows) await store.append(drafts);
    const { unfinished, lastEnded } = await store.load();
    expect(unfinished.map(({ state }) => state.terms.auctionId)).toEqual(['A-8', 'A-9']);
    expect(unfinished.map(({ state }) => state.opening !== null)).toEqual([true, false]);
    for (const { state, seq } of unfinished) {
      const [draft] = flows[seq - 1] ?? [];
      expect(draft?.type).toBe('auction-created');
      expect(draft?.body).toEqual({ terms: state.terms });
      expect(state.createdAtMs).toBe(draft?.decidedAtMs);
    }
    expect(lastEnded.map(({ terms, end }) => [terms.auctionId, end?.kind])).toEqual([
      ['A-1', 'closed'],
      ['A-2', 'closed'],
      ['A-3', 'closed'],
      ['A-4', 'dropped'],
      ['A-5', 'closed'],
      ['A-6', 'closed'],
      ['A-7', 'dropped'],
    ]);
  });

  it('names every ended auction whose slot may still air, and none after that', async () => {
    const dataDir = tempDir();
    let nowMs = START_MS;
    const store = inlineStore(dataDir, { wallMs: () => nowMs });
    const flows = nightFlows(120);
    for (const drafts of flows) await store.append(drafts);
    const ended = flows.flat().filter(({ type }) => /auction-(?:closed|dropped)/u.test(type));
    expect(ended.length).toBeGreaterThan(100);
    nowMs = START_MS + 44_999;
    expect((await store.load()).lastEnded).toHaveLength(ended.length);
    nowMs = START_MS + 45_000;
    expect((await store.load()).lastEnded).toEqual([]);
  });

  it('holds the markers of the last two minutes that were no copies', async () => {
    const store = inlineStore(tempDir(), { wallMs: () => NOW_MS });
    const add = (n: number, ageMs: number, status: 'IGNORED' | 'DUPLICATE' = 'IGNORED') =>
      store.append([markerDraft(n, { status, receivedAtMs: NOW_MS - ageMs })]);
    await add(1, 121_001);
    await add(2, 120_000);
    await add(3, 60_000, 'DUPLICATE');
    await add(4, 1_000);
    const { recentMarkers, recent, counters } = await store.load();
    expect(recentMarkers.map(({ id, seq }) => [id, seq])).toEqual([
      ['M-000002', 2],
      ['M-000004', 4],
    ]);
    expect(recentMarkers[0]).toMatchObject({ recordedAtMs: NOW_MS, identity: { kind: 'json' } });
    expect(recent.markers).toHaveLength(4);
    expect(counters.marker).toBe(4);
  });

  it('holds a marker as long as its event can have copies, whatever that is', async () => {
    const store = inlineStore(tempDir(), { wallMs: () => NOW_MS });
    const stamped: MarkerIdentity = { kind: 'json', key: 'goal', timestampMs: NOW_MS };
    const add = (n: number, ageMs: number, identity: MarkerIdentity) =>
      store.append([markerDraft(n, { receivedAtMs: NOW_MS - ageMs, identity })]);
    await add(1, 1_200_001, stamped);
    await add(2, 1_200_000, stamped);
    await add(3, 255_001, { ...BREAK, slotEndsAtMs: NOW_MS - 1 });
    await add(4, 255_000, { ...BREAK, slotEndsAtMs: NOW_MS });
    await add(5, 0, stamped);
    const { recentMarkers } = await store.load();
    expect(recentMarkers.map(({ seq }) => seq)).toEqual([2, 4, 5]);
  });

  it('counts the two minutes from the newest marker where the clock went back', async () => {
    const store = inlineStore(tempDir(), { wallMs: () => NOW_MS });
    await store.append([markerDraft(1, { receivedAtMs: NOW_MS - 300_000 })]);
    await store.append([markerDraft(2, { receivedAtMs: NOW_MS - 200_000 })]);
    expect((await store.load()).recentMarkers.map(({ id }) => id)).toEqual([
      'M-000001',
      'M-000002',
    ]);
  });

  it('shows the newest five hundred of each feed, oldest first', async () => {
    const store = inlineStore(tempDir());
    await store.append(Array.from({ length: 620 }, (_, n) => markerDraft(n + 1)));
    const { markers } = (await store.load()).recent;
    expect([markers.length, markers[0]?.id, markers.at(-1)?.id]).toEqual([
      500,
      'M-000121',
      'M-000620',
    ]);
  });

  it('resets what was spent in rehearsal when a rehearsal begins, and nothing else', async () => {
    const store = inlineStore(tempDir());
    for (const drafts of nightFlows()) await store.append(drafts);
    const before = (await store.load()).purses;
    expect(before.some(({ rehearsal, spentCents }) => rehearsal && spentCents > 0)).toBe(true);
    const origin = { actor: 'engine', cause: 'a test', arrivedAtMs: 1, decidedAtMs: 2 };
    const body = { mode: 'REHEARSAL' as const, why: '', overridden: [] };
    await store.append([{ type: 'mode-changed', body, ...origin }]);
    const { purses, mode } = await store.load();
    expect(mode).toEqual({ mode: 'REHEARSAL', sinceMs: 2 });
    expect(purses).toEqual(
      before.map((purse) => (purse.rehearsal ? { ...purse, spentCents: 0 } : purse)),
    );
  });
});
