// The journey of one marker on virtual time: bytes in, marker, price, auction, winner, settlement
// and decision out, all of it in the journal.
import { afterEach, describe, expect, it } from 'vitest';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const GOAL = {
  event_type: 'goal',
  game_id: 'g1',
  period: '2',
  team_id: 'NYR',
  player_ids: ['p1'],
  is_overtime: false,
  is_playoffs: true,
  star_player: true,
  close_game: true,
};

let truck: VirtualTruck;
afterEach(() => truck.store.close());

async function started(options?: Parameters<typeof virtualTruck>[0]): Promise<VirtualTruck> {
  truck = virtualTruck(options);
  await truck.start();
  return truck;
}

const page = { limit: 100 };

describe('a marker', () => {
  it('becomes a priced auction, a sold slot and a settlement', async () => {
    const { say, time, store, decisions } = await started();
    expect(say(GOAL)).toEqual(['accepted']);
    await time.pass(600);
    const [marker] = (await store.ask('markers', page)).items;
    expect(marker).toMatchObject({ status: 'ACCEPTED', eventType: 'goal_scored', gameId: 'g1' });
    const auction = await store.ask('auction', { id: marker?.auctionId ?? '' });
    expect(auction).toMatchObject({ status: 'SOLD', floorCents: 1_750_000, rehearsal: true });
    const [settlement] = (await store.ask('settlements', page)).items;
    expect(settlement).toMatchObject({
      status: 'DUE',
      auctionId: auction?.id,
      grossCents: auction?.priceCents,
      rehearsal: true,
    });
    expect(decisions).toEqual([
      expect.objectContaining({ auctionId: auction?.id, state: 'SOLD', durationMs: 10_000 }),
    ]);
  });

  it('is decided at its deadline, not before', async () => {
    const { say, time, store } = await started();
    say(GOAL);
    await time.pass(499);
    const open = (await store.ask('auctions', { ...page, status: 'live' })).items;
    expect(open.map(({ status }) => status)).toEqual(['OPEN']);
    await time.pass(1);
    const closed = (await store.ask('auctions', { ...page, status: 'closed' })).items;
    expect(closed.map(({ status, closeLatenessMs }) => [status, closeLatenessMs])).toEqual([
      ['SOLD', 0],
    ]);
  });

  it('gives every bidder one reason, and shows none while it is open', async () => {
    const { say, time, store } = await started();
    say(GOAL);
    await time.pass(100);
    const [auction] = (await store.ask('auctions', page)).items;
    const id = auction?.id ?? '';
    expect(await store.ask('explain', { id })).toMatchObject({ bidders: [], seed: null });
    await time.pass(500);
    const explain = await store.ask('explain', { id });
    expect(explain?.bidders).toHaveLength(3);
    expect(explain?.bidders.filter(({ outcome }) => outcome === 'won')).toHaveLength(1);
    expect(explain?.price).toMatchObject({ baseCents: 500_000, floorCents: 1_750_000 });
    expect(truck.ports.sha256(explain?.seed ?? '')).toBe(explain?.seedCommitment);
  });

  it('is one marker however often it is heard', async () => {
    const { say, time, store } = await started();
    const timestamp = new Date(time.clock.wallMs()).toISOString();
    for (let copy = 0; copy < 30; copy += 1) say({ ...GOAL, timestamp });
    await time.pass(2_000);
    const { items } = await store.ask('markers', page);
    expect(items.filter(({ status }) => status === 'ACCEPTED')).toHaveLength(1);
    const copies = items.filter(({ status }) => status === 'DUPLICATE');
    expect(copies).toHaveLength(10);
    expect(new Set(copies.map(({ duplicateOf }) => duplicateOf))).toEqual(new Set([items[0]?.id]));
    expect(items[0]?.copies).toBe(29);
    expect((await store.ask('auctions', page)).items).toHaveLength(1);
  });

  it('is announced only after it is durable', async () => {
    const order: string[] = [];
    const { say, time, posts } = await started({
      store: (inner) => ({
        ...inner,
        append: async (drafts) => {
          const receipt = await inner.append(drafts);
          order.push(...drafts.map(({ type }) => type), `posts ${truck.posts.length}`);
          return receipt;
        },
      }),
    });
    const before = posts.length;
    order.length = 0;
    say(GOAL);
    await time.pass(0);
    expect(order.slice(0, 3)).toEqual(['marker-recorded', 'auction-created', 'auction-opened']);
    expect(order[3]).toBe(`posts ${before}`);
    expect(posts.length).toBeGreaterThan(before);
  });

  it('is listed and starts nothing in SETUP', async () => {
    const { say, time, store, forceMode } = await started();
    await forceMode({ mode: 'SETUP', why: 'test', override: false }, { actor: 'test' });
    expect(say(GOAL)).toEqual(['rejected']);
    await time.pass(1_000);
    const { items } = await store.ask('markers', page);
    expect(items[0]).toMatchObject({ status: 'IGNORED', reason: 'setup', auctionId: null });
    expect((await store.ask('auctions', page)).items).toEqual([]);
  });

  it('is STALE when it is older than its slot stays useful', async () => {
    const { say, time, store } = await started();
    const iso = (ms: number): string => new Date(time.clock.wallMs() + ms).toISOString();
    say({ ...GOAL, timestamp: iso(-10_001) });
    say({ ...GOAL, timestamp: iso(10_001) });
    say({ ...GOAL, timestamp: iso(5_000) });
    await time.pass(10);
    const { items } = await store.ask('markers', page);
    expect(items.map(({ status, reason }) => [status, reason])).toEqual([
      ['STALE', 'stale'],
      ['STALE', 'clock_ahead'],
      ['ACCEPTED', null],
    ]);
    expect(items[2]?.warnings).toEqual(['clock_offset']);
  });

  it('keeps its deadline when the wall clock steps', async () => {
    const { say, time, store } = await started();
    say(GOAL);
    time.stepWall(-3_600_000);
    await time.pass(499);
    expect((await store.ask('auctions', { ...page, status: 'live' })).items).toHaveLength(1);
    await time.pass(2);
    expect((await store.ask('auctions', { ...page, status: 'closed' })).items).toHaveLength(1);
  });
});
