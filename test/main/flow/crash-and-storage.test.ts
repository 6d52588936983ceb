// What outlives the engine: an open auction is never awarded after a crash, a copy after a restart
// is still a copy, a store that refuses stops the taking of bids and loses nothing sold.
import { afterEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../src/main/flow/ports';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const GOAL = { event_type: 'goal', game_id: 'g1', team_id: 'NYR', period: '3' };
const page = { limit: 100 };
const open: VirtualTruck[] = [];

afterEach(async () => {
  for (const truck of open.splice(0)) await truck.store.close();
});

async function started(options?: Parameters<typeof virtualTruck>[0]): Promise<VirtualTruck> {
  const truck = virtualTruck(options);
  open.push(truck);
  await truck.start();
  return truck;
}

/** The engine is gone from one moment to the next; only its directory and the time go on. */
async function crashed(truck: VirtualTruck): Promise<VirtualTruck> {
  await truck.time.pass(0);
  open.splice(open.indexOf(truck), 1);
  await truck.store.close();
  return started({ dataDir: truck.dataDir, time: truck.time, seed: 99 });
}

describe('after a crash', () => {
  it('an auction that was open is ABORTED_CRASH, its holds are back, nothing is owed', async () => {
    const before = await started();
    before.say(GOAL);
    await before.time.pass(200);
    const after = await crashed(before);
    await after.time.pass(5_000);
    const [auction] = (await after.store.ask('auctions', page)).items;
    expect(auction).toMatchObject({
      status: 'ABORTED_CRASH',
      reason: 'engine_crash',
      winner: null,
    });
    expect((await after.store.ask('settlements', page)).items).toEqual([]);
    const { purses } = await after.store.load();
    expect(purses.map(({ heldCents, spentCents }) => [heldCents, spentCents])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const explain = await after.store.ask('explain', { id: auction?.id ?? '' });
    expect(explain?.bidders.map(({ reason }) => reason)).toEqual(Array(3).fill('engine_crash'));
  });

  it('a repeated cue is still a copy of the marker heard before', async () => {
    const before = await started();
    const cue = { ...GOAL, timestamp: new Date(before.time.clock.wallMs()).toISOString() };
    expect(before.say(cue)).toEqual(['accepted']);
    const after = await crashed(before);
    expect(after.say(cue)).toEqual(['duplicate']);
  });

  it('an ended auction is announced again while its slot has not aired', async () => {
    const before = await started();
    before.say(GOAL);
    await before.time.pass(1_000);
    const soon = await crashed(before);
    expect(soon.decisions.map(({ auctionId, state }) => [auctionId, state])).toEqual([
      ['A-0001', 'SOLD'],
    ]);
    await soon.time.pass(60_000);
    expect((await crashed(soon)).decisions).toEqual([]);
  });

  it('ids go on where they were and the mode stands', async () => {
    const before = await started();
    before.say(GOAL);
    await before.time.pass(1_000);
    await before.forceMode({ mode: 'SETUP', why: 'test', override: false }, { actor: 'test' });
    const after = await crashed(before);
    expect(after.engine.liveStats().mode).toBe('SETUP');
    await after.forceMode({ mode: 'REHEARSAL', why: 'test', override: false }, { actor: 'test' });
    after.say({ ...GOAL, period: '1' });
    await after.time.pass(1_000);
    const ids = (await after.store.ask('auctions', page)).items.map(({ id }) => id);
    expect(ids).toEqual(['A-0001', 'A-0002']);
  });

  it('a waiting auction waits again inside its window, not outside it', async () => {
    const rules = { mostOpen: 1 };
    const before = await started({ rules });
    before.say(GOAL);
    before.say({ ...GOAL, period: '1' });
    const after = await crashed(before);
    await after.time.pass(1_500);
    const ends = async (truck: VirtualTruck) =>
      (await truck.store.ask('auctions', page)).items.map(({ status, reason }) => [status, reason]);
    expect(await ends(after)).toEqual([
      ['ABORTED_CRASH', 'engine_crash'],
      ['SOLD', 'sold'],
    ]);

    const late = await started({ rules });
    late.say(GOAL);
    late.say({ ...GOAL, period: '1' });
    await late.time.pass(0);
    await late.time.pass(100);
    open.splice(open.indexOf(late), 1);
    await late.store.close();
    late.time.stepWall(60_000);
    const later = await started({ dataDir: late.dataDir, time: late.time });
    await later.time.pass(10);
    expect(await ends(later)).toEqual([
      ['ABORTED_CRASH', 'engine_crash'],
      ['UNSOLD', 'capacity'],
    ]);
  });
});

describe('a clean end', () => {
  it('lets open auctions close, takes nothing new, and leaves nothing to recover', async () => {
    const truck = await started();
    truck.say(GOAL);
    await truck.time.pass(100);
    const ending = truck.stop();
    expect(truck.say({ ...GOAL, period: '1' })).toEqual(['rejected']);
    await truck.time.pass(600);
    await ending;
    const after = await crashed(truck);
    const ends = (await after.store.ask('auctions', page)).items.map(({ status }) => status);
    expect(ends).toEqual(['SOLD']);
  });
});

/** A store whose next appends fail as a full disk makes them fail, until it is told otherwise. */
function fullDisk(inner: Store) {
  const state = { full: false };
  const refuse = (): Promise<never> =>
    Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'storage' }));
  const store: Store = {
    ...inner,
    append: (drafts) => (state.full ? refuse() : inner.append(drafts)),
    load: () => (state.full ? refuse() : inner.load()),
  };
  return { store, state };
}

describe('a store that refuses', () => {
  it('stops bids with a banner; the engine comes back and has lost nothing sold', async () => {
    let disk = { full: false };
    const truck = await started({
      store: (inner) => {
        const made = fullDisk(inner);
        disk = made.state;
        return made.store;
      },
    });
    truck.say(GOAL);
    await truck.time.pass(1_000);
    disk.full = true;
    truck.say({ ...GOAL, period: '1' });
    await truck.time.pass(100);
    expect(truck.engine.trouble()).toContain('disk is full');
    expect(truck.say({ ...GOAL, period: '2' })).toEqual(['rejected']);
    const caller = { actor: 'test' };
    expect(await truck.engine.commands.fireTestCue({ eventType: 'goal' }, caller)).toMatchObject({
      ok: false,
      fault: { code: 'storage' },
    });
    await truck.time.pass(5_000);
    expect(truck.engine.trouble()).not.toBeNull();
    disk.full = false;
    await truck.time.pass(1_100);
    expect(truck.engine.trouble()).toBeNull();
    truck.say({ ...GOAL, period: 'OT' });
    await truck.time.pass(1_000);
    const sold = (await truck.store.ask('auctions', page)).items.map(({ status }) => status);
    expect(sold).toEqual(['SOLD', 'SOLD']);
    expect((await truck.store.ask('settlements', page)).items).toHaveLength(2);
  });
});
