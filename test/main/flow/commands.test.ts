// What a person may do: fire a manual cue, change the mode, change the price book; and what a
// flood of unreadable cues may do, which is little.
import { afterEach, describe, expect, it } from 'vitest';
import type { PriceBookVersion } from '../../../src/contract/price-book';
import { must } from '../../../src/main/core/lib/assert';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const GOAL = { event_type: 'goal', game_id: 'g1', team_id: 'NYR', period: '3' };
const page = { limit: 500 };
const caller = { actor: 'operator:test' };

let truck: VirtualTruck;
afterEach(() => truck.store.close());

function bookOf({ commands }: VirtualTruck['engine']): PriceBookVersion {
  const answer = commands.currentPriceBook();
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value;
}

async function started(options?: Parameters<typeof virtualTruck>[0]): Promise<VirtualTruck> {
  truck = virtualTruck(options);
  await truck.start();
  return truck;
}

describe('a manual cue', () => {
  it('goes the way of every cue and names who fired it', async () => {
    const { engine, time, store } = await started();
    const fired = await engine.commands.fireTestCue(
      { eventType: 'save', teamId: 'BOS', isOvertime: true },
      caller,
    );
    expect(fired).toMatchObject({ ok: true, value: { status: 'ACCEPTED', auctionId: 'A-0001' } });
    await time.pass(600);
    const [marker] = (await store.ask('markers', page)).items;
    expect(marker).toMatchObject({
      eventType: 'spectacular_save',
      teamId: 'BOS',
      form: 'section+json',
      trust: 'high',
      source: { protocol: 'manual:operator:test' },
    });
    const explain = await store.ask('explain', { id: 'A-0001' });
    expect(explain?.price.floorCents).toBe(375_000);
  });

  it('is refused in SETUP, for unknown events and twice within a second', async () => {
    const { engine, time, forceMode } = await started();
    const fire = (eventType: string) => engine.commands.fireTestCue({ eventType }, caller);
    expect(await fire('moon_landing')).toMatchObject({ fault: { code: 'unknown_event_type' } });
    expect(await fire('goal')).toMatchObject({ ok: true });
    expect(await fire('fight')).toMatchObject({ fault: { code: 'too_soon' } });
    await time.pass(1_000);
    expect(await fire('fight')).toMatchObject({ ok: true });
    await forceMode({ mode: 'SETUP', why: 'test', override: false }, caller);
    await time.pass(1_000);
    expect(await fire('goal')).toMatchObject({ fault: { code: 'setup_mode' } });
  });
});

describe('a change', () => {
  it('of mode to ON AIR passes the pre-flight, or records what was overridden', async () => {
    const { engine, forceMode, time, say, store } = await started();
    const refused = await engine.commands.changeMode({ mode: 'ON_AIR', why: 'show' }, caller);
    expect(refused).toMatchObject({ ok: false, fault: { code: 'mode_refused' } });
    expect(engine.liveStats().mode).toBe('REHEARSAL');
    await forceMode({ mode: 'ON_AIR', why: '--mode', override: true }, { actor: 'command line' });
    say(GOAL);
    await time.pass(600);
    const [auction] = (await store.ask('auctions', page)).items;
    expect(auction).toMatchObject({
      status: 'UNSOLD',
      reason: 'no_eligible_bidder',
      rehearsal: false,
    });
    const explain = await store.ask('explain', { id: auction?.id ?? '' });
    expect(explain?.bidders.map(({ reason }) => reason)).toEqual(Array(3).fill('rehearsal_only'));
  });

  it('of the price book holds from the next auction on, not from an old version', async () => {
    const { engine, time, say, store } = await started();
    say(GOAL);
    const { version, book } = bookOf(engine);
    const goal = must(book.events['goal_scored'], 'goals have a price');
    const events = {
      ...book.events,
      goal_scored: { ...goal, baseCents: 700_000 },
    };
    const change = {
      fromVersion: version,
      name: 'Dearer goals',
      why: '',
      book: { ...book, events },
    };
    expect(await engine.commands.changePriceBook(change, caller)).toMatchObject({
      ok: true,
      value: { version: 2, actor: 'operator:test' },
    });
    expect(await engine.commands.changePriceBook(change, caller)).toMatchObject({
      fault: { code: 'stale_version' },
    });
    say({ ...GOAL, period: '1' });
    await time.pass(600);
    const floors = (await store.ask('auctions', page)).items.map(({ floorCents }) => floorCents);
    expect(floors).toEqual([500_000, 700_000]);
  });

  it('can be previewed from the facts of then, and nothing is recorded', async () => {
    const { engine, time, say, store } = await started();
    say({ ...GOAL, close_game: true, is_playoffs: true, is_finals: true });
    await time.pass(600);
    const { book } = bookOf(engine);
    const dearer = { ...book, modifiers: { ...book.modifiers, close_game: 20_000 } };
    // Playoffs held too, but finals counted instead: without the group both do.
    const apart = { ...book, exclusive: [] };
    const floorsOf = async (asked: typeof book) => {
      const answer = await engine.commands.previewPriceBook({ book: asked });
      if (!answer.ok) throw new Error(answer.fault.message);
      return answer.value.items.map(({ floorCents, newFloorCents }) => [floorCents, newFloorCents]);
    };
    expect(await floorsOf(book)).toEqual([[2_100_000, 2_100_000]]);
    expect(await floorsOf(dearer)).toEqual([[2_100_000, 3_000_000]]);
    expect(await floorsOf(apart)).toEqual([[2_100_000, 4_200_000]]);
    expect(await floorsOf({ ...book, events: {}, aliases: {} })).toEqual([[2_100_000, null]]);
    const holding = ['is_playoffs', 'is_finals', 'close_game'] as const;
    const answer = await engine.commands.previewPriceBook({ book: dearer, holding: [...holding] });
    const moments = answer.ok ? (answer.value.moments ?? []) : [];
    expect(moments.map(({ then }) => then.eventType)).toEqual(Object.keys(book.events));
    const goal = moments.find(({ then }) => then.eventType === 'goal_scored');
    expect(goal).toMatchObject({ now: { floorCents: 2_100_000 }, then: { floorCents: 3_000_000 } });
    expect(bookOf(engine).version).toBe(1);
    const versions = await store.ask('priceBookVersions', page);
    expect(versions.items).toHaveLength(1);
  });
});

describe('a hold of new auctions', () => {
  const hold = (held: boolean) => truck.engine.commands.changeHold({ held, why: 'test' }, caller);

  it('lists cues with its reason, lets open auctions end, and is let go alike', async () => {
    const { engine, time, say, store } = await started();
    say(GOAL);
    expect(await hold(true)).toEqual({ ok: true, value: null });
    expect(engine.liveStats()).toMatchObject({
      held: true,
      heldSince: expect.any(String) as string,
    });
    await time.pass(4_000);
    say({ ...GOAL, game_id: 'g2' });
    await time.pass(600);
    const markers = (await store.ask('markers', page)).items;
    expect(markers.map(({ status, reason, auctionId }) => [status, reason, auctionId])).toEqual([
      ['ACCEPTED', null, 'A-0001'],
      ['IGNORED', 'held', null],
    ]);
    const [auction, ...rest] = (await store.ask('auctions', page)).items;
    expect([auction?.status, rest]).toEqual(['SOLD', []]);
    await hold(false);
    expect(engine.liveStats()).toMatchObject({ held: false, heldSince: null });
    say({ ...GOAL, game_id: 'g3' });
    await time.pass(600);
    expect((await store.ask('auctions', page)).items).toHaveLength(2);
  });

  it('asked for from what is no longer in force is refused, and changes nothing', async () => {
    const { engine, store } = await started();
    const change = (held: boolean, expected: boolean) =>
      engine.commands.changeHold({ held, why: 'test', expected }, caller);
    expect(await change(true, false)).toEqual({ ok: true, value: null });
    const rows = (await store.health()).journalRows;
    for (const held of [true, false]) {
      expect(await change(held, false)).toMatchObject({ fault: { code: 'stale_version' } });
    }
    expect(engine.liveStats().held).toBe(true);
    expect((await store.health()).journalRows).toBe(rows);
    expect(await change(false, true)).toEqual({ ok: true, value: null });
  });

  it('ends what waits to open, with its reason', async () => {
    const { time, say, store } = await started({ rules: { mostOpen: 1 } });
    for (const n of [1, 2, 3]) say({ ...GOAL, game_id: `g${n}` });
    await hold(true);
    await time.pass(3_000);
    const ends = (await store.ask('auctions', page)).items;
    expect(ends.map(({ status, reason }) => [status, reason])).toEqual([
      ['SOLD', 'sold'],
      ['CANCELLED', 'held'],
      ['CANCELLED', 'held'],
    ]);
  });

  it('outlives a stop and a start', async () => {
    const first = await started();
    await hold(true);
    await first.stop();
    await first.store.close();
    await started({ dataDir: first.dataDir });
    expect(truck.engine.liveStats().held).toBe(true);
    truck.say(GOAL);
    await truck.time.pass(600);
    expect((await truck.store.ask('auctions', page)).items).toEqual([]);
  });
});

it('what would cost what now is told from the stakes given, and nothing is recorded', async () => {
  const { engine, store } = await started();
  const context = { closeGame: true, isPlayoffs: true, isFinals: false };
  const eventTypes = ['save', 'no such event', 'goal_scored'];
  const answer = engine.commands.priceFloors({ eventTypes, context });
  if (!answer.ok) throw new Error(answer.fault.message);
  const { items } = answer.value;
  expect(items.map(({ eventType, floorCents }) => [eventType, floorCents])).toEqual([
    ['spectacular_save', 700_000],
    ['goal_scored', 1_400_000],
  ]);
  const held = items[0]?.modifiers.filter(({ holds }) => holds).map(({ name }) => name);
  expect(held).toEqual(['is_playoffs', 'close_game']);
  expect((await store.ask('auctions', page)).items).toEqual([]);
});

describe('too much at once', () => {
  it('opens ten, lets the rest wait by importance, and sells them all', async () => {
    const { time, say, store, engine } = await started();
    const kinds = ['commercial_break', 'penalty', 'goal'];
    for (let n = 0; n < 36; n += 1) {
      say({ ...GOAL, event_type: kinds[n % 3] ?? '', game_id: `g${n}` });
    }
    await time.pass(1);
    expect(engine.liveStats().auctions.open).toBe(36);
    const opened = (await store.ask('auctions', { ...page, status: 'OPEN' })).items;
    expect(opened).toHaveLength(10);
    await time.pass(3_000);
    const all = (await store.ask('auctions', page)).items;
    expect(all.every(({ status }) => status === 'SOLD')).toBe(true);
    const last = all.toSorted((a, b) => ((a.openedAt ?? '') < (b.openedAt ?? '') ? -1 : 1)).at(-1);
    expect(last?.eventType).toBe('commercial_break');
  });

  it('keeps twenty unreadable cues a minute and source and counts the rest', async () => {
    const { time, hear, store, lines } = await started();
    for (let n = 0; n < 1_000; n += 1) hear(Buffer.from([1, 2, 3, n & 0xff]));
    await time.pass(61_000);
    const rows = (await store.ask('markers', page)).items;
    expect(rows).toHaveLength(20);
    expect(rows[0]).toMatchObject({ status: 'INVALID', reason: 'table_id', rawBase64: 'AQIDAA==' });
    expect(lines.filter((line) => line === 'cues_rejected')).toHaveLength(1);
    expect(truck.engine.liveStats().markers).toMatchObject({ total: 1_000, rejected: 1_000 });
  });

  it('counts what forged addresses send without keeping a row for each', async () => {
    const { time, hear, store } = await started();
    for (let n = 0; n < 5_000; n += 1) hear(Buffer.from('rubbish'), `10.${n >> 8}.${n & 255}.9`);
    await time.pass(61_000);
    expect((await store.ask('markers', page)).items).toHaveLength(200);
  });
});

describe('a cancel', () => {
  it('drops the open auction of its event with every hold released', async () => {
    const { time, hear, store } = await started();
    hear(
      Buffer.from('fc302000000000000000fff00f05000100007ffffe002932e0000100000000232fbaff', 'hex'),
    );
    await time.pass(100);
    hear(Buffer.from(CANCEL, 'hex'));
    await time.pass(1_000);
    const [auction] = (await store.ask('auctions', page)).items;
    expect(auction).toMatchObject({
      status: 'CANCELLED',
      reason: 'cancelled',
      eventType: 'commercial_break',
    });
    const markers = (await store.ask('markers', page)).items;
    expect(markers.map(({ status, reason }) => [status, reason])).toEqual([
      ['ACCEPTED', null],
      ['IGNORED', 'cancels_auction'],
    ]);
    expect((await store.ask('settlements', page)).items).toEqual([]);
  });
});

/** splice_insert of event 0x00010000 with the cancel indicator. */
const CANCEL = 'fc301600000000000000fff0050500010000ff000072ad1459';
