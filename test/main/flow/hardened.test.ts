// What once went wrong, or could: names that JavaScript itself knows, clocks that step, a queue
// that fills, commits slower than auctions, cancels out of order. Each stays mended.
import { afterEach, describe, expect, it } from 'vitest';
import type { Auction } from '../../../src/contract/auction';
import { AUCTION_REASONS } from '../../../src/contract/reasons';
import type { Store } from '../../../src/main/flow/ports';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const GOAL = { event_type: 'goal', game_id: 'g1', team_id: 'NYR', period: '3' };
const page = { limit: 500 };
const caller = { actor: 'operator:test' };
/** splice_insert, out, immediate, of event 0x00010000, and its cancel. */
const OUT = 'fc302000000000000000fff00f05000100007ffffe002932e0000100000000232fbaff';
const CANCEL = 'fc301600000000000000fff0050500010000ff000072ad1459';

let truck: VirtualTruck;
afterEach(() => truck.store.close());

async function started(options?: Parameters<typeof virtualTruck>[0]): Promise<VirtualTruck> {
  truck = virtualTruck(options);
  await truck.start();
  return truck;
}

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const ends = async ({ store }: VirtualTruck): Promise<(string | null)[][]> =>
  (await store.ask('auctions', page)).items.map(({ status, reason }) => [status, reason]);

describe('names that every object has', () => {
  it.each(Object.getOwnPropertyNames(Object.prototype))(
    '%s is an event like any other',
    async (name) => {
      const { hear, time, store, engine } = await started();
      hear(Buffer.from(`{"event_type":"${name}"}`));
      hear(Buffer.from(`{"event_type":"${name}" }`));
      await time.pass(1_500);
      const { items } = await store.ask('markers', page);
      expect(items.map(({ status, eventType }) => [status, eventType])).toEqual([
        ['IGNORED', name],
        ['DUPLICATE', name],
      ]);
      const fired = await engine.commands.fireTestCue({ eventType: name }, caller);
      expect(fired).toMatchObject({ ok: false, fault: { code: 'unknown_event_type' } });
    },
  );
});

describe('a step of the wall clock', () => {
  it('back loses no goal to the minimum gap', async () => {
    const { say, time } = await started();
    say(GOAL);
    await time.pass(600);
    time.stepWall(-5_000);
    expect(say({ ...GOAL, period: '1' })).toEqual(['accepted']);
  });

  it('ahead makes no second marker of a copy', async () => {
    const { hear, time } = await started();
    expect(hear(hex(OUT))).toEqual(['accepted']);
    await time.pass(100);
    time.stepWall(90_000);
    expect(hear(hex(OUT))).toEqual(['duplicate']);
  });

  it('ahead ends nobody’s waiting', async () => {
    const it = await started({ rules: { mostOpen: 1 } });
    it.say(GOAL);
    it.say({ ...GOAL, period: '1' });
    it.time.stepWall(60_000);
    await it.time.pass(1_500);
    expect(await ends(it)).toEqual([
      ['SOLD', 'sold'],
      ['SOLD', 'sold'],
    ]);
  });
});

describe('the queue', () => {
  it('holds two hundred; beyond that the least important leaves, unsold', async () => {
    const it = await started({ rules: { mostOpen: 1 } });
    for (let n = 0; n < 300; n += 1) {
      it.say({ ...GOAL, event_type: n < 250 ? 'commercial_break' : 'goal', game_id: `q${n}` });
    }
    await it.time.pass(10);
    expect(it.engine.liveStats().auctions.open).toBe(201);
    const unsold = (await it.store.ask('auctions', { ...page, status: 'UNSOLD' })).items;
    expect(unsold).toHaveLength(99);
    expect(unsold.every(({ eventType }) => eventType === 'commercial_break')).toBe(true);
    expect(it.decisions.filter(({ state }) => state === 'UNSOLD')).toHaveLength(99);
    // The same words stand for those that waited until it was too late: true for both.
    expect(new Set(unsold.map(({ reason }) => reason))).toEqual(new Set(['capacity']));
    expect(AUCTION_REASONS.capacity).toMatch(/wait/u);
    expect(AUCTION_REASONS.capacity).not.toMatch(/until|time|passed/u);
  });

  it('opens nothing of a mode that has been left', async () => {
    const it = await started({ rules: { mostOpen: 1 } });
    it.say(GOAL);
    it.say({ ...GOAL, period: '1' });
    await it.time.pass(10);
    await it.forceMode({ mode: 'SETUP', why: 'test', override: false }, caller);
    await it.time.pass(2_000);
    expect(await ends(it)).toEqual([
      ['SOLD', 'sold'],
      ['CANCELLED', 'cancelled'],
    ]);
  });
});

/** A store whose commits take their time. */
function slow(inner: Store, gate: { open: () => void }): Store {
  let held: (() => void)[] = [];
  let holding = false;
  gate.open = () => {
    holding = !holding;
    for (const go of held.splice(0)) go();
    held = [];
  };
  return {
    ...inner,
    append: async (drafts) => {
      const receipt = await inner.append(drafts);
      if (holding) await new Promise<void>((resolve) => held.push(resolve));
      return receipt;
    },
  };
}

describe('what is told', () => {
  it('is what that commit recorded, whatever has been decided since', async () => {
    const gate: { open: () => void } = { open: () => {} };
    const { say, time, posts } = await started({ store: (inner) => slow(inner, gate) });
    gate.open();
    say(GOAL);
    await time.pass(600);
    expect(posts.filter(({ feed }) => feed === 'auctions')).toEqual([]);
    gate.open();
    await time.pass(10);
    const told = posts.filter(({ feed }) => feed === 'auctions').map(({ item }) => item as Auction);
    expect(told.map(({ status, winner }) => [status, winner !== null])).toEqual([
      ['OPEN', false],
      ['SOLD', true],
    ]);
  });

  it('includes the trouble, while the store refuses', async () => {
    let full = false;
    const { say, time, posts, engine } = await started({
      store: (inner) => ({
        ...inner,
        append: (drafts) => (full ? Promise.reject(new Error('full')) : inner.append(drafts)),
        load: () => (full ? Promise.reject(new Error('full')) : inner.load()),
      }),
    });
    full = true;
    say(GOAL);
    await time.pass(1_000);
    const last = posts.filter(({ feed }) => feed === 'status').at(-1);
    expect(last?.item).toMatchObject({ mode: 'REHEARSAL', trouble: engine.trouble() });
    expect(engine.trouble()).toContain('full');
    expect(engine.commands.currentPriceBook()).toMatchObject({ fault: { code: 'storage' } });
  });
});

describe('a cancel', () => {
  it('that came too early cancels with its copy', async () => {
    const it = await started();
    it.hear(hex(CANCEL));
    it.hear(hex(OUT));
    it.hear(hex(CANCEL));
    await it.time.pass(1_000);
    expect(await ends(it)).toEqual([['CANCELLED', 'cancelled']]);
  });

  it('in SETUP still cancels what is open', async () => {
    const it = await started();
    it.hear(hex(OUT));
    await it.time.pass(10);
    await it.forceMode({ mode: 'SETUP', why: 'test', override: false }, caller);
    it.hear(hex(CANCEL));
    await it.time.pass(1_000);
    expect(await ends(it)).toEqual([['CANCELLED', 'cancelled']]);
  });
});

describe('a manual cue', () => {
  it('that cannot be read says why and uses nothing up', async () => {
    const { engine } = await started();
    const bad = await engine.commands.fireTestCue({ eventType: 'goal', period: 'x' }, caller);
    expect(bad).toMatchObject({ fault: { code: 'invalid_input', data: { reason: 'type' } } });
    const good = await engine.commands.fireTestCue({ eventType: 'goal', period: '2' }, caller);
    expect(good).toMatchObject({ ok: true });
  });
});
