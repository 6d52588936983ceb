// Holds what a cue means beside other cues: copies in every form and order, OUT and IN sharing an
// id, ids that come back, ends that are late, cancels, clocks that are wrong and clocks that jump.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/main/core/codec/scte104/message';
import { TestStream } from '../../fixtures/ts-stream';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';
import { insert, insertCancel, segment, signal } from '../core/marker/cues';

let truck: VirtualTruck;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
});
afterEach(() => truck.store.close());

const SECOND = 90_000;
const out = (pts: number, event_id = 1001) => insert({ event_id, pts });
const back = (pts: number | null, event_id = 1001) =>
  insert({
    event_id,
    out_of_network: false,
    ...(pts === null ? { immediate: true, pts: null } : { pts }),
  });

async function list() {
  await truck.time.pass(50);
  return (await truck.store.ask('markers', { limit: 500 })).items;
}
async function auctions() {
  await truck.time.pass(50);
  return (await truck.store.ask('auctions', { limit: 500 })).items;
}
const reasons = async () => (await list()).map(({ status, reason }) => reason ?? status);

async function restarted(): Promise<void> {
  const { dataDir, time } = truck;
  await time.pass(2_000);
  await truck.stop();
  await truck.store.close();
  truck = virtualTruck({ dataDir, time });
  await truck.start();
}

function message104(event_id: number, preRollMs: number): Buffer {
  const head = { protocol_version: 0, as_index: 0, message_number: 3, dpi_pid_index: 0 };
  const op = { opID: 0x101, splice_insert_type: 1, splice_event_id: event_id };
  const more = { unique_program_id: 7, pre_roll_time_ms: preRollMs, break_duration_tenths: 300 };
  const rest = { avail_num: 0, avails_expected: 0, auto_return_flag: 1 };
  const bytes = encodeMessage({
    ...{ kind: 'multiple', ...head, scte35_protocol_version: 0, timestamp: { type: 'none' } },
    ops: [{ ...op, ...more, ...rest }],
  });
  return Buffer.from(bytes ?? []);
}

function hear104(bytes: Buffer) {
  const { clock } = truck.time;
  const at = { receivedAtMs: clock.wallMs(), receivedMonoMs: clock.monoMs() };
  return truck.intake.hear({ bytes, address: '192.0.2.9', port: 9, protocol: 'scte104', ...at });
}

describe('one cue in many forms', () => {
  it('over a section, text, a stream and SCTE 104 is one marker and one auction', async () => {
    const cue = Buffer.from(out(108 * SECOND));
    const stream = new TestStream();
    expect(truck.hear(cue)).toEqual(['accepted']);
    expect(truck.hear(cue, '192.0.2.8')).toEqual(['duplicate']);
    expect(truck.hear(Buffer.from(cue.toString('base64')))).toEqual(['duplicate']);
    expect(truck.hear(Buffer.from(cue.toString('hex')))).toEqual(['duplicate']);
    truck.hear(Buffer.concat([stream.tables(), stream.clock(100 * SECOND)]), '192.0.2.20');
    expect(truck.hear(stream.cue(cue), '192.0.2.20')).toEqual(['duplicate']);
    expect(hear104(message104(1001, 8_000))).toEqual(['duplicate']);
    expect(await auctions()).toHaveLength(1);
  });

  it('heard first by SCTE 104 it is the same marker', async () => {
    expect(hear104(message104(1001, 8_000))).toEqual(['accepted']);
    expect(truck.hear(out(108 * SECOND))).toEqual(['duplicate']);
    expect(await auctions()).toHaveLength(1);
  });
});

describe('OUT and IN', () => {
  it('share an id: the IN names the slot it ends and sells nothing', async () => {
    truck.hear(out(100 * SECOND));
    await truck.time.pass(20_000);
    truck.hear(back(130 * SECOND));
    truck.hear(back(130 * SECOND));
    const [first, end] = await list();
    expect(end).toMatchObject({ reason: 'ends_slot', endsAuctionId: first?.auctionId });
    expect(await auctions()).toMatchObject([{ status: 'SOLD' }]);
  });

  it('an id that comes back opens anew; a late IN of the first ends only the first', async () => {
    truck.hear(out(100 * SECOND));
    await truck.time.pass(200_000);
    truck.hear(out(300 * SECOND));
    truck.hear(back(130 * SECOND));
    const [first, second, end] = await list();
    expect([first?.status, second?.status]).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(end?.endsAuctionId).toBe(first?.auctionId);
    const [, newer] = await auctions();
    expect(newer?.status).toBe('OPEN');
  });

  it('an IN that says at once ends no break that still has its pre-roll ahead', async () => {
    hear104(message104(1001, 8_000));
    truck.hear(back(null));
    const [, early] = await list();
    expect(early).toMatchObject({ reason: 'ends_slot' });
    expect(early).not.toHaveProperty('endsAuctionId');
    expect((await auctions())[0]?.status).toBe('OPEN');
  });

  it('a break that is over while its auction is open is not sold', async () => {
    truck.hear(insert({ immediate: true, pts: null }));
    await truck.time.pass(100);
    truck.hear(back(null));
    const [auction] = await auctions();
    expect(auction).toMatchObject({ status: 'CANCELLED', reason: 'slot_ended' });
    await truck.time.pass(2_000);
    expect((await auctions())[0]).toEqual(auction);
  });

  it('an end of a segment ends its start, of the same segment only', async () => {
    truck.hear(signal([segment(0x34, { event_id: 5 })]));
    await truck.time.pass(1_000);
    truck.hear(signal([segment(0x35, { event_id: 5, segment_num: 2 })]));
    truck.hear(signal([segment(0x37, { event_id: 5 })]));
    truck.hear(signal([segment(0x35, { event_id: 5 })]));
    const [start, ...ends] = await list();
    expect(ends.map((one) => one.endsAuctionId ?? null)).toEqual([null, null, start?.auctionId]);
  });

  it('the slot is known again after a restart', async () => {
    truck.hear(out(100 * SECOND));
    await restarted();
    truck.hear(back(130 * SECOND));
    const [first, end] = await list();
    expect(end?.endsAuctionId).toBe(first?.auctionId);
  });
});

describe('a cancel', () => {
  it('drops what is open or waits, and nothing else', async () => {
    truck.hear(out(100 * SECOND, 1));
    truck.hear(out(100 * SECOND, 2));
    truck.hear(insertCancel(1));
    const [gone, kept] = await auctions();
    expect(gone).toMatchObject({ status: 'CANCELLED', reason: 'cancelled' });
    expect(kept?.status).toBe('OPEN');
    expect(truck.hear(out(100 * SECOND, 1))).toEqual(['duplicate']);
    expect(await auctions()).toHaveLength(2);
  });
});

describe('the slot', () => {
  it('says when its splice is, what was left before it, and that regions are dark', async () => {
    const stream = new TestStream();
    truck.hear(Buffer.concat([stream.tables(), stream.clock(100 * SECOND)]));
    const dark = { no_regional_blackout: false, web_delivery_allowed: true } as const;
    const cue = segment(0x34, { delivery_not_restricted: false, ...dark });
    truck.hear(stream.cue(signal([cue], 108 * SECOND)));
    const heardAtMs = truck.time.clock.wallMs();
    await truck.time.pass(1_000);
    const [auction] = await auctions();
    const spliceAt = new Date(heardAtMs + 8_000).toISOString();
    expect(auction?.slot).toMatchObject({ spliceAt, airBy: spliceAt, regionalBlackout: true });
    expect(auction?.margin).toEqual({ spareMs: 7_500, ofMs: 8_000 });
  });
});

describe('a source whose clock is wrong', () => {
  const late = (n: number) => ({
    event_type: 'goal',
    game_id: `G-${n}`,
    timestamp: truck.time.clock.wallMs() - 60_000,
  });

  it('is told after two stale cues in a row, and not after one', async () => {
    truck.say(late(1));
    expect(truck.engine.liveStats().sources).toEqual([]);
    truck.say({ event_type: 'save' });
    truck.say(late(2));
    expect(truck.engine.liveStats().sources).toEqual([]);
    truck.say(late(3));
    expect(truck.engine.liveStats().sources).toMatchObject([
      { address: '192.0.2.7', staleInARow: 2, offsetMs: -60_000, trustedSince: null },
    ]);
    expect(await reasons()).toEqual(['stale', 'ACCEPTED', 'stale', 'stale']);
  });

  it('is taken by its arrival once somebody says so, journalled, until a restart', async () => {
    truck.say(late(1));
    truck.say(late(2));
    const { trustArrival } = truck.engine.commands;
    const change = { address: '192.0.2.7', trusted: true, why: 'its NTP is down' };
    expect(await trustArrival(change, { actor: 'operator:anna' })).toEqual({
      ok: true,
      value: null,
    });
    expect(truck.say(late(3))).toEqual(['accepted']);
    expect(truck.engine.liveStats().sources).toMatchObject([{ trustedBy: 'operator:anna' }]);
    await restarted();
    truck.say(late(4));
    expect((await reasons()).slice(-2)).toEqual(['ACCEPTED', 'stale']);
  });

  it('is judged by its clock again when somebody ends it; a stranger is refused', async () => {
    const { trustArrival } = truck.engine.commands;
    const anna = { actor: 'operator:anna' };
    truck.say(late(1));
    await trustArrival({ address: '192.0.2.7', trusted: true, why: '' }, anna);
    await trustArrival({ address: '192.0.2.7', trusted: false, why: '' }, anna);
    truck.say(late(2));
    expect(await reasons()).toEqual(['stale', 'stale']);
    for (const trusted of [true, false]) {
      const answer = await trustArrival({ address: '203.0.113.1', trusted, why: '' }, anna);
      expect(answer).toMatchObject({ ok: false, fault: { code: 'unknown_source' } });
    }
  });
});

describe('a stream’s clock', () => {
  const hearStream = (bytes: Buffer) => truck.hear(bytes, '192.0.2.20');

  it('makes a cue stale whose splice has long passed, by how much it has', async () => {
    const stream = new TestStream();
    hearStream(Buffer.concat([stream.tables(), stream.clock(200 * SECOND)]));
    hearStream(stream.cue(out(188 * SECOND, 1)));
    hearStream(stream.cue(out(187 * SECOND, 2)));
    expect(await reasons()).toEqual(['stale', 'stale']);
    expect(truck.engine.liveStats().sources).toMatchObject([{ offsetMs: -13_000 }]);
    const change = { address: '192.0.2.20', trusted: true, why: '' };
    await truck.engine.commands.trustArrival(change, { actor: 'operator:anna' });
    hearStream(stream.cue(out(186 * SECOND, 3)));
    const trusted = (await list()).at(-1);
    expect(trusted?.status).toBe('ACCEPTED');
    expect(trusted).not.toHaveProperty('spliceAt');
  });

  it.each([
    ['back', 50 * SECOND, false],
    ['far ahead', 5_000 * SECOND, false],
    ['a little ahead, and says so', 103 * SECOND, true],
  ])('that jumps %s makes nothing stale', async (_, to, jumps) => {
    const stream = new TestStream();
    hearStream(Buffer.concat([stream.tables(), stream.clock(100 * SECOND)]));
    hearStream(stream.clock(to, jumps));
    hearStream(stream.cue(out(to - 30 * SECOND, 1)));
    hearStream(stream.cue(out(to + 8 * SECOND, 2)));
    const [before, after] = await list();
    expect([before?.status, after?.status]).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(before).not.toHaveProperty('spliceAt');
    expect(after).toHaveProperty('spliceAt');
    for (let s = 1; s <= 11; s += 1) hearStream(stream.clock(to + s * SECOND));
    hearStream(stream.cue(out(to - 20 * SECOND, 3)));
    expect((await reasons()).at(-1)).toBe('stale');
  });
});
