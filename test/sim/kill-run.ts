// Owns the pulled plug: a real engine under a stress of real datagrams, killed at a random moment,
// again and again on one data directory. Whatever it had announced must be there afterwards.
import { createSocket } from 'node:dgram';
import { expect } from 'vitest';
import type { Auction } from '../../src/contract/auction';
import type { FeedBatch } from '../../src/contract/feed';
import type { Marker } from '../../src/contract/marker';
import type { Settlement } from '../../src/contract/settlement';
import { verifyDir } from '../../src/main/tools/verify/verify-dir';
import { startEngine, type TestEngine } from '../e2e/engine';

/** What was announced before the plug was pulled. */
interface Announced {
  readonly markers: Map<string, Marker>;
  readonly auctions: Map<string, Auction>;
  readonly settlements: Map<string, Settlement>;
}

const KINDS = ['goal', 'save', 'penalty', 'fight', 'commercial_break', 'power_play'];
const EVERY_MS = 4;
const ENDED = new Set(['SOLD', 'UNSOLD', 'CANCELLED', 'ABORTED_CRASH']);

/** Sends cues, most of them twice, and heartbeats until stopped. */
function stress(port: number, run: string): () => void {
  const socket = createSocket('udp4');
  let n = 0;
  const timer = setInterval(() => {
    n += 1;
    const cue = { event_type: KINDS[n % KINDS.length], game_id: `${run}-${n}`, team_id: 'NYR' };
    const bytes = JSON.stringify({ ...cue, timestamp: new Date().toISOString() });
    for (let copy = 0; copy <= n % 3; copy += 1) socket.send(bytes, port, '127.0.0.1');
  }, EVERY_MS);
  return () => {
    clearInterval(timer);
    socket.close();
  };
}

/** Follows a feed until the engine is gone, keeping the newest state of everything announced. */
async function follow<T extends { id: string }>(
  engine: TestEngine,
  feed: string,
  into: Map<string, T>,
): Promise<void> {
  let position = '';
  for (;;) {
    let batch: FeedBatch<T>;
    try {
      const { json } = await engine.call('GET', `/feeds/${feed}?waitMs=100${position}`);
      batch = json as FeedBatch<T>;
    } catch {
      return;
    }
    position = `&epoch=${batch.epoch}&seq=${batch.seq}`;
    for (const item of batch.items) into.set(item.id, item);
  }
}

async function listed<T extends { id: string }>(
  engine: TestEngine,
  path: string,
): Promise<Map<string, T>> {
  const rows = new Map<string, T>();
  for (let after = ''; ;) {
    const { json } = await engine.call('GET', `${path}?limit=500${after}`);
    const { items, next } = json as { items: T[]; next: string | null };
    for (const item of items) rows.set(item.id, item);
    if (next === null) return rows;
    after = `&after=${encodeURIComponent(next)}`;
  }
}

async function underLoad(engine: TestEngine, forMs: number, run: string): Promise<Announced> {
  const announced: Announced = { markers: new Map(), auctions: new Map(), settlements: new Map() };
  const stop = stress(engine.udpPort, run);
  const following = [
    follow(engine, 'markers', announced.markers),
    follow(engine, 'auctions', announced.auctions),
    follow(engine, 'settlements', announced.settlements),
  ];
  await new Promise((resolve) => setTimeout(resolve, forMs));
  await engine.kill();
  stop();
  await Promise.all(following);
  return announced;
}

/** Holds a restarted engine against what was announced before the kill. */
async function nothingLost(engine: TestEngine, announced: Announced): Promise<void> {
  const markers = await listed<Marker>(engine, '/scte/markers');
  for (const [id, { status, seq }] of announced.markers) {
    expect(markers.get(id), `marker ${id}`).toMatchObject({ status, seq });
  }
  const auctions = await listed<Auction>(engine, '/auctions');
  for (const [id, { status, winner, priceCents }] of announced.auctions) {
    const now = auctions.get(id);
    if (ENDED.has(status)) expect(now, id).toMatchObject({ status, winner, priceCents });
    else if (status === 'OPEN')
      expect(['ABORTED_CRASH', 'SOLD', 'UNSOLD'], id).toContain(now?.status);
  }
  const settlements = await listed<Settlement>(engine, '/settlements');
  for (const [id, { auctionId, grossCents }] of announced.settlements) {
    expect(settlements.get(id), id).toMatchObject({ auctionId, grossCents });
  }
  const perAuction = [...settlements.values()].map(({ auctionId }) => auctionId);
  expect(new Set(perAuction).size).toBe(perAuction.length);
}

/** Kills one data directory's engine `kills` times; gives how many rows were announced in all. */
export async function killRun(options: {
  kills: number;
  random: () => number;
  run: string;
}): Promise<number> {
  const { kills, random, run } = options;
  const flags = ['--mode', 'rehearsal'];
  let engine = await startEngine({ flags });
  const { dataDir } = engine;
  let seen = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const announced = await underLoad(engine, 150 + random() * 900, `${run}-${kill}`);
    seen += announced.markers.size + announced.auctions.size + announced.settlements.size;
    expect(verifyDir(dataDir).difference, `after kill ${kill}`).toBeNull();
    engine = await startEngine({ dataDir, flags });
    await nothingLost(engine, announced);
  }
  await engine.stop();
  expect(verifyDir(dataDir).difference, 'after a clean end').toBeNull();
  return seen;
}
