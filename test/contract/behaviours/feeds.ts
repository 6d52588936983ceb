// Owns the suite's feeds: snapshot, delta, waiting, coalescing under a flood, a slow client, and
// resynchronising after the engine began anew.
import { describe, expect, it, vi } from 'vitest';
import { FEED_BATCH, FEED_KEEP } from '../../../src/contract/limits';
import type { FeedBatch } from '../../../src/contract/feed';
import type { Marker } from '../../../src/contract/marker';
import { markerRow } from '../canned-rows';
import { keptBytes } from './heap';
import type { ApiClient } from '../links';
import type { Stage } from './stage';

/** A client as the console is one: it keeps its position and the newest state of each row. */
class Follower {
  readonly rows = new Map<string, Marker>();
  readonly batches: FeedBatch<Marker>[] = [];
  position: { epoch?: string; seq?: number } = {};

  constructor(private readonly client: ApiClient) {}

  async pull(waitMs = 0): Promise<FeedBatch<Marker>> {
    const batch = await this.client.feeds.markers({ ...this.position, waitMs });
    if (batch.kind === 'snapshot') this.rows.clear();
    for (const row of batch.items) this.rows.set(row.id, row);
    this.position = { epoch: batch.epoch, seq: batch.seq };
    this.batches.push(batch);
    return batch;
  }

  /** Pulls until there is no more. */
  async catchUp(): Promise<void> {
    while ((await this.pull()).more);
  }
}

function postMarkers(stage: Stage, from: number, count: number): void {
  for (let n = from; n < from + count; n += 1) stage.board.post('markers', `M-${n}`, markerRow(n));
}

function following(stage: Stage): void {
  it('begins with a snapshot and goes on with what changed', async () => {
    stage.board.restart('following');
    postMarkers(stage, 1, 3);
    const follower = new Follower(stage.client);
    expect(await follower.pull()).toMatchObject({ kind: 'snapshot', epoch: 'following', seq: 3 });
    stage.board.post('markers', 'M-2', { ...markerRow(2), copies: 7 });
    const delta = await follower.pull();
    expect(delta).toMatchObject({ kind: 'delta', seq: 4, more: false });
    expect(delta.items).toEqual([{ ...markerRow(2), copies: 7 }]);
    expect((await follower.pull()).items).toEqual([]);
  });

  it('answers a waiting call at the next change, and only on its own feed', async () => {
    stage.board.restart('waiting');
    const follower = new Follower(stage.client);
    await follower.pull();
    const waits = follower.pull(5_000);
    await vi.waitFor(() => expect(stage.board.waiting()).toBe(1));
    stage.board.post('status', 'status', stage.engine.liveStats());
    postMarkers(stage, 1, 2);
    const woken = await waits;
    expect(woken.items.map(({ id }) => id)).toEqual(['M-1', 'M-2']);
    expect(stage.board.waiting()).toBe(0);
  });

  it('lets a waiting call go when the client gives it up', async () => {
    const ask = { ...(await quiet(stage)), waitMs: 5_000 };
    const giveUp = new AbortController();
    const waits = stage.client.feeds.settlements(ask, { signal: giveUp.signal });
    const refused = expect(waits).rejects.toThrow();
    await vi.waitFor(() => expect(stage.board.waiting()).toBe(1));
    giveUp.abort();
    await refused;
    await vi.waitFor(() => expect(stage.board.waiting()).toBe(0));
  });

  it('begins again when the engine did', async () => {
    stage.board.restart('old');
    postMarkers(stage, 1, 5);
    const follower = new Follower(stage.client);
    await follower.catchUp();
    stage.board.restart('new');
    postMarkers(stage, 9, 1);
    expect(await follower.pull()).toMatchObject({ kind: 'snapshot', epoch: 'new' });
    expect([...follower.rows.keys()]).toEqual(['M-9']);
  });
}

/** The position on the settlements once nothing has changed for a while (a real engine sells). */
async function quiet(stage: Stage): Promise<{ epoch: string; seq: number }> {
  let { epoch, seq } = await stage.client.feeds.settlements({});
  for (let before = -1; seq !== before;) {
    before = seq;
    ({ epoch, seq } = await stage.client.feeds.settlements({ epoch, seq, waitMs: 500 }));
  }
  return { epoch, seq };
}

function flooded(stage: Stage): void {
  it('coalesces 100,000 posts in bounded memory for a client that keeps pulling', async () => {
    stage.board.restart('flood');
    const follower = new Follower(stage.client);
    await follower.pull();
    const before = keptBytes();
    for (let n = 0; n < 100_000; n += 1) {
      const row = markerRow(n % 400, `${n}-${'x'.repeat(2_000)}`);
      stage.board.post('markers', row.id, row);
      if (n % 5_000 === 4_999) await follower.pull();
    }
    await follower.catchUp();
    // The newest 400 states of 2 kB each are kept twice: on the board and in the follower.
    expect(keptBytes() - before).toBeLessThan(30_000_000);
    expect(follower.batches.every(({ items }) => items.length <= FEED_BATCH)).toBe(true);
    expect(follower.rows.size).toBe(400);
    const newest = [...follower.rows.values()].map(({ rawBase64 }) => parseInt(rawBase64, 10));
    expect(Math.min(...newest)).toBe(99_600);
  });

  it('costs nothing for a client that stopped, and begins anew when it is back', async () => {
    stage.board.restart('slow');
    const slow = new Follower(stage.client);
    const quick = new Follower(await stage.connect());
    postMarkers(stage, 1, 10);
    await Promise.all([slow.catchUp(), quick.catchUp()]);
    expect(stage.board.waiting()).toBe(0);
    postMarkers(stage, 11, 100_000);
    await slow.pull();
    expect(slow.batches.at(-1)).toMatchObject({ kind: 'snapshot', more: true });
    await Promise.all([slow.catchUp(), quick.catchUp()]);
    expect(slow.rows.size).toBe(FEED_KEEP);
    expect([...slow.rows.keys()]).toEqual([...quick.rows.keys()]);
    expect(slow.rows.has('M-100010')).toBe(true);
  });
}

/** The feeds of the contract. */
export function feedBehaviour(stage: Stage): void {
  describe('a feed', () => following(stage));
  describe('a flooded feed', () => flooded(stage));
}
