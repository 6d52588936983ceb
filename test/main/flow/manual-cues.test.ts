// What the eight pads do: a break and its end, a slot and its end, a cancel, a repeat; a dry run
// that writes nothing; one cue a second; one answer a key.
import { afterEach, describe, expect, it } from 'vitest';
import type { ManualCueInput, ManualPad } from '../../../src/contract/marker';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const page = { limit: 500 };
const caller = { actor: 'owner' };
const GAP_MS = 1_000;

let truck: VirtualTruck;
afterEach(() => truck.store.close());

async function started(options?: Parameters<typeof virtualTruck>[0]): Promise<VirtualTruck> {
  truck = virtualTruck(options);
  await truck.start();
  return truck;
}

async function ask(input: ManualCueInput) {
  const answer = await truck.engine.commands.fireTestCue(input, caller);
  if (!answer.ok) throw new Error(`${answer.fault.code}: ${answer.fault.message}`);
  return answer.value;
}

const dry = (input: ManualCueInput) => ask({ ...input, dryRun: true });
const fault = async (input: ManualCueInput) => {
  const answer = await truck.engine.commands.fireTestCue(input, caller);
  return answer.ok ? null : answer.fault;
};

function offPads(): ManualPad[] {
  const answer = truck.engine.commands.manualPads();
  if (!answer.ok) throw new Error(answer.fault.message);
  return answer.value.items.filter(({ off }) => off !== null).map(({ pad }) => pad);
}

describe('a dry run', () => {
  it('answers the bytes that are sent next and what they do, and writes nothing', async () => {
    const { store, time, engine } = await started();
    const head = (await store.health()).journalRows;
    const input = { pad: 'slot-start', eventType: 'goal', teamId: 'NYR', closeGame: true } as const;
    const planned = await dry(input);
    expect(planned).toMatchObject({
      markerId: null,
      status: 'ACCEPTED',
      cue: { command: 'time_signal', segmentationType: 0x34, durationMs: 10_000 },
      plan: {
        happens: 'Starts an auction in REHEARSAL; nothing is charged.',
        slot: { kind: 'replay', eventType: 'goal_scored', teamId: 'NYR' },
        price: { floorCents: 700_000 },
        auction: { durationMs: 500, bidders: 3, open: 0, mostOpen: 10 },
        waitMs: 0,
      },
    });
    await time.pass(GAP_MS);
    expect((await store.health()).journalRows).toBe(head);
    expect(engine.liveStats().markers.total).toBe(0);
    const fired = await ask(input);
    expect(fired).toMatchObject({ status: 'ACCEPTED', auctionId: 'A-0001', plan: null });
    expect(fired.cue).toEqual(planned.cue);
    expect((await dry(input)).plan?.waitMs).toBe(GAP_MS);
    await time.pass(600);
    const [marker] = (await store.ask('markers', page)).items;
    expect(marker).toMatchObject({
      id: fired.markerId,
      form: 'section',
      eventType: 'goal_scored',
      teamId: 'NYR',
      source: { address: '127.0.0.1', protocol: 'manual:owner#slot-start' },
    });
    expect(Buffer.from(marker?.rawBase64 ?? '', 'base64').toString('hex')).toBe(fired.cue.hex);
    const [auction] = (await store.ask('auctions', page)).items;
    expect(auction).toMatchObject({ status: 'SOLD', floorCents: 700_000 });
  });

  it('is all that SETUP allows, and tells of a hold', async () => {
    const { forceMode, engine } = await started();
    const input = { pad: 'out-60', eventType: 'commercial_break' } as const;
    await engine.commands.changeHold({ held: true, why: 'test' }, caller);
    expect(await dry(input)).toMatchObject({ status: 'IGNORED', reason: 'held' });
    await engine.commands.changeHold({ held: false, why: 'test' }, caller);
    await forceMode({ mode: 'SETUP', why: 'test', override: false }, caller);
    expect(await dry(input)).toMatchObject({
      reason: 'setup',
      cue: { command: 'splice_insert', durationMs: 60_000 },
      plan: { happens: 'SETUP fires nothing. A dry run shows the bytes.' },
    });
    expect(await fault(input)).toMatchObject({ code: 'setup_mode' });
  });

  it('says when an auction would wait', async () => {
    const { say } = await started({ rules: { mostOpen: 1 } });
    say({ event_type: 'goal', game_id: 'g1' });
    const { plan } = await dry({ pad: 'slot-start', eventType: 'fight' });
    expect(plan?.happens).toMatch(/^Waits until one of 1 open auctions closes/u);
  });
});

describe('the pads', () => {
  it('are off while there is nothing to act on, and a fire on one is refused', async () => {
    await started();
    expect(offPads()).toEqual(['in', 'cancel', 'slot-end', 'replay']);
    expect(await fault({ pad: 'cancel' })).toMatchObject({
      code: 'pad_off',
      message: 'Nothing is on sale or waiting.',
    });
  });

  it('Out sells a break of its length, In ends it once, and opens nothing', async () => {
    const { time, store } = await started();
    const out = await ask({ pad: 'out-30', eventType: 'commercial_break' });
    expect(offPads()).toEqual(['slot-end']);
    await time.pass(GAP_MS);
    const [auction] = (await store.ask('auctions', page)).items;
    expect(auction).toMatchObject({ slot: { kind: 'spot', durationMs: 30_000 } });
    expect(offPads()).toEqual(['cancel', 'slot-end']);
    const ended = await ask({ pad: 'in' });
    expect(ended).toMatchObject({ status: 'IGNORED', reason: 'ends_slot', auctionId: null });
    expect(ended.cue.eventId).toBe(out.cue.eventId);
    expect(offPads()).toEqual(['in', 'cancel', 'slot-end']);
    expect((await store.ask('auctions', page)).items).toHaveLength(1);
  });

  it('In is off once the break has run out by itself', async () => {
    const { time } = await started();
    await ask({ pad: 'out-30', eventType: 'commercial_break' });
    await time.pass(74_000);
    expect(offPads()).not.toContain('in');
    await time.pass(2_000);
    expect(offPads()).toContain('in');
  });

  it('Slot end ends what Slot start began, also one that an automation began', async () => {
    const { time } = await started();
    const start = await ask({ pad: 'slot-start', eventType: 'fight' });
    await time.pass(GAP_MS);
    const end = await ask({ pad: 'slot-end' });
    expect(end).toMatchObject({ reason: 'ends_slot', cue: { segmentationType: 0x35 } });
    expect(end.cue.eventId).toBe(start.cue.eventId);
    expect(offPads()).toContain('slot-end');
  });

  it('Cancel last drops the open auction of its kind and nothing else', async () => {
    const { time, store, say } = await started({ rules: { auctionMs: 5_000 } });
    say({ event_type: 'goal', game_id: 'g1' });
    for (const pad of ['out-120', 'slot-start'] as const) {
      const begun = await ask({ pad, eventType: 'fight' });
      await time.pass(GAP_MS);
      const planned = await dry({ pad: 'cancel' });
      expect(planned.plan?.happens).toBe(`Cancels ${begun.auctionId}. Its slot is not sold.`);
      const cancelled = await ask({ pad: 'cancel' });
      expect(cancelled).toMatchObject({ reason: 'cancels_auction' });
      expect(cancelled.cue.eventId).toBe(begun.cue.eventId);
      await time.pass(GAP_MS);
    }
    expect(offPads()).toContain('cancel');
    await time.pass(5_000);
    const statuses = (await store.ask('auctions', page)).items.map(({ status }) => status);
    expect(statuses).toEqual(['SOLD', 'CANCELLED', 'CANCELLED']);
  });

  it('Cancel last reaches a slot that still waits', async () => {
    const { say, time, store } = await started({ rules: { auctionMs: 5_000, mostOpen: 1 } });
    say({ event_type: 'goal', game_id: 'g1' });
    const waiting = await ask({ pad: 'slot-start', eventType: 'goal' });
    await time.pass(GAP_MS);
    expect(await ask({ pad: 'cancel' })).toMatchObject({ reason: 'cancels_auction' });
    await time.pass(GAP_MS);
    const auction = await store.ask('auction', { id: waiting.auctionId ?? '' });
    expect(auction).toMatchObject({ status: 'CANCELLED', openedAt: null });
  });

  it('Replay last says again what was heard, in a new event, whatever its form', async () => {
    const { time, store, say } = await started();
    say({ event_type: 'save', team_id: 'BOS', game_id: 'g1', rivalry: true });
    await time.pass(GAP_MS);
    const again = await ask({ pad: 'replay' });
    expect(again).toMatchObject({ status: 'ACCEPTED', cue: { segmentationType: 0x34 } });
    await time.pass(GAP_MS);
    await ask({ pad: 'out-60', eventType: 'fight', teamId: 'NYR' });
    await time.pass(GAP_MS);
    const out = await ask({ pad: 'replay' });
    expect(out.cue).toMatchObject({ command: 'splice_insert', durationMs: 60_000 });
    await time.pass(GAP_MS);
    const told = (await store.ask('auctions', page)).items.map(({ eventType, teamId }) => [
      eventType,
      teamId,
    ]);
    const save = ['spectacular_save', 'BOS'];
    expect(told).toEqual([save, save, ['fight', 'NYR'], ['fight', 'NYR']]);
  });
});

describe('the engine', () => {
  it('answers a key as it did the first time, for the same person only', async () => {
    const { time, store } = await started();
    const input = { pad: 'slot-start', eventType: 'fight', idempotencyKey: 'k' } as const;
    const [first, twin] = await Promise.all([ask(input), ask(input)]);
    expect(twin).toEqual(first);
    await time.pass(GAP_MS);
    expect(await ask(input)).toEqual(first);
    expect((await store.ask('markers', page)).items).toHaveLength(1);
    const other = await truck.engine.commands.fireTestCue(input, { actor: 'somebody else' });
    expect(other).toMatchObject({ ok: true, value: { auctionId: 'A-0002' } });
  });

  it('fires nothing where the pad would act on another cue than the one it was shown', async () => {
    const { time, store } = await started({ rules: { auctionMs: 5_000 } });
    const shown = (pad: ManualPad) => {
      const answer = truck.engine.commands.manualPads();
      const state = answer.ok ? answer.value.items.find((item) => item.pad === pad) : undefined;
      return { eventId: state?.eventId ?? null, markerId: state?.markerId ?? null };
    };
    const following = ['in', 'cancel', 'slot-end', 'replay'] as const;
    await ask({ pad: 'out-60', eventType: 'fight' });
    await time.pass(GAP_MS);
    await ask({ pad: 'slot-start', eventType: 'fight' });
    await time.pass(GAP_MS);
    const before = following.map((pad) => ({ pad, target: shown(pad) }));
    for (const { target } of before) expect(target.markerId).toMatch(/^M-/u);
    await ask({ pad: 'out-60', eventType: 'goal' });
    await time.pass(GAP_MS);
    await ask({ pad: 'slot-start', eventType: 'goal' });
    await time.pass(GAP_MS);
    const rows = (await store.health()).journalRows;
    for (const { pad, target } of before) {
      expect(await fault({ pad, target, idempotencyKey: pad })).toMatchObject({
        code: 'pad_changed',
        data: shown(pad),
      });
    }
    expect((await store.health()).journalRows).toBe(rows);
    expect(await ask({ pad: 'cancel', target: shown('cancel') })).toMatchObject({
      reason: 'cancels_auction',
    });
  });

  it('tells what became of a key, fires nothing by it, nor by it afterwards', async () => {
    const { time, store } = await started();
    const input = { pad: 'slot-start', eventType: 'fight', idempotencyKey: 'k' } as const;
    const first = await ask(input);
    await time.pass(GAP_MS);
    expect(await ask({ ...input, answerOnly: true })).toEqual(first);
    const late = { ...input, idempotencyKey: 'late' };
    const told = await fault({ ...late, answerOnly: true });
    expect(told).toMatchObject({ code: 'unknown_key' });
    const { keysSince } = told?.data as { keysSince: string };
    expect(Date.parse(keysSince)).toBeLessThan(time.clock.wallMs());
    expect(await fault(late)).toMatchObject({ code: 'unknown_key' });
    expect((await store.ask('markers', page)).items).toHaveLength(1);
  });

  it('says since when it knows every key, also once the oldest have given way', async () => {
    const { time } = await started();
    const since = async (idempotencyKey: string) => {
      const input = { pad: 'replay', idempotencyKey, answerOnly: true } as const;
      return ((await fault(input))?.data as { keysSince: string }).keysSince;
    };
    const atStart = await since('k0');
    await time.pass(GAP_MS);
    for (let n = 1; n <= 256; n += 1) expect(await since(`k${n}`)).toBe(atStart);
    expect(Date.parse(await since('one more'))).toBeGreaterThan(Date.parse(atStart));
  });

  it('keeps no refusal under a key: once it may be fired, it is', async () => {
    const { time } = await started();
    await ask({ pad: 'slot-start', eventType: 'fight' });
    const input = { pad: 'slot-start', eventType: 'fight', idempotencyKey: 'k' } as const;
    expect(await fault(input)).toMatchObject({ code: 'too_soon', data: { waitMs: GAP_MS } });
    await time.pass(GAP_MS);
    expect(await ask(input)).toMatchObject({ status: 'ACCEPTED' });
  });

  it('knows after a restart what was out, and gives new ids', async () => {
    const { time, dataDir, stop, store } = await started();
    const out = await ask({ pad: 'out-30', eventType: 'commercial_break' });
    await time.pass(GAP_MS);
    await stop();
    await store.close();
    await started({ dataDir, time });
    expect(offPads()).toEqual(['cancel', 'slot-end']);
    const again = await dry({ pad: 'replay' });
    expect(again.cue).toMatchObject({ command: 'splice_insert', durationMs: 30_000 });
    expect((await ask({ pad: 'in' })).cue.eventId).toBe(out.cue.eventId);
  });
});
