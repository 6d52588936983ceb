// Holds quarantine to its word: a stranger's cue is a row that starts nothing, a person's release
// judges it once by its own arrival, and a real cue is never lost to a stranger's copy of it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Vouched } from '../../../src/main/flow/ports';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const GOAL = { event_type: 'goal', game_id: 'g1', team_id: 'NYR', period: '3' };
/** splice_insert, out, immediate. */
const OUT = Buffer.from(
  'fc302000000000000000fff00f05000100007ffffe002932e0000100000000232fbaff',
  'hex',
);
const STRANGER: Vouched = { stranger: true, trust: {}, seal: null, needsSeal: false };
const caller = { actor: 'operator:test' };

let truck: VirtualTruck;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
});
afterEach(() => truck.store.close());

const strange = (cue: object | Uint8Array, address = '192.0.2.66') => {
  const bytes = cue instanceof Uint8Array ? cue : Buffer.from(JSON.stringify(cue));
  return truck.hear(bytes, address, { vouched: STRANGER });
};
const release = async (id: string) => {
  const answer = truck.engine.commands.releaseMarker(id, caller);
  await truck.time.pass(50);
  return answer;
};
const rows = async () => {
  await truck.time.pass(50);
  return (await truck.store.ask('markers', { limit: 500 })).items;
};
const auctions = async () => (await truck.store.ask('auctions', { limit: 500 })).items;
const firstId = async () => (await rows())[0]?.id ?? '';

describe('a cue from outside the allow list', () => {
  it('is a row that starts nothing, and its copies are copies', async () => {
    expect(strange(GOAL)).toEqual(['rejected']);
    expect(strange(GOAL)).toEqual(['duplicate']);
    const [first, copy] = await rows();
    expect(first).toMatchObject({ status: 'QUARANTINED', reason: 'source_not_allowed' });
    expect(first).toMatchObject({ eventType: 'goal_scored', auctionId: null });
    expect(copy).toMatchObject({ status: 'DUPLICATE', duplicateOf: first?.id });
    expect(await auctions()).toEqual([]);
  });

  it('takes nothing from the real one: that sells, and a release is its copy', async () => {
    strange(OUT);
    expect(truck.hear(OUT)).toEqual(['accepted']);
    const [held, real] = await rows();
    expect(await release(held?.id ?? '')).toMatchObject({
      ok: true,
      value: { status: 'DUPLICATE', duplicateOf: real?.id },
    });
    expect(await auctions()).toHaveLength(1);
  });

  it('is a copy where the real one came first', () => {
    expect(truck.hear(OUT)).toEqual(['accepted']);
    expect(strange(OUT)).toEqual(['duplicate']);
  });

  it('is a row twenty times a minute, then counted; a heartbeat never is', async () => {
    for (let n = 0; n < 25; n += 1) strange({ ...GOAL, game_id: `g${n}` });
    const beat = Buffer.from('fc301100000000000000fff0000000007a4fbfff', 'hex');
    expect(strange(beat)).toEqual(['heartbeat']);
    expect(await rows()).toHaveLength(20);
    await truck.time.pass(61_000);
    expect(truck.lines).toContain('cues_rejected');
  });

  it('cancels nothing, however often it says so', async () => {
    truck.hear(OUT);
    const cancel = Buffer.from('fc301600000000000000fff0050500010000ff000072ad1459', 'hex');
    strange(cancel);
    expect(strange(cancel)).toEqual(['duplicate']);
    await truck.time.pass(700);
    expect(await auctions()).toMatchObject([{ status: 'SOLD' }]);
  });

  it('is INVALID where it cannot be read', async () => {
    strange(Buffer.from('{"event_type":'));
    expect((await rows())[0]).toMatchObject({ status: 'INVALID', reason: 'json' });
  });
});

describe('a release', () => {
  it('judges the marker once, and says so again', async () => {
    strange(OUT);
    const id = await firstId();
    const twice = await Promise.all([release(id), release(id)]);
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0]).toMatchObject({
      ok: true,
      value: { id, status: 'ACCEPTED', reason: null, released: { by: 'operator:test' } },
    });
    await truck.time.pass(700);
    expect(await auctions()).toMatchObject([{ markerId: id, status: 'SOLD' }]);
    const [row] = await rows();
    expect(row).toMatchObject({ status: 'ACCEPTED', released: { by: 'operator:test' } });
    expect(row?.auctionId).not.toBeNull();
    expect(await release(id)).toMatchObject({ ok: true, value: { status: 'ACCEPTED' } });
    expect(strange(OUT)).toEqual(['duplicate']);
    expect(truck.hear(OUT)).toEqual(['duplicate']);
    expect(await auctions()).toHaveLength(1);
  });

  it('finds it stale by its own arrival, or its own time', async () => {
    strange(OUT);
    strange({ ...GOAL, timestamp: truck.time.clock.wallMs() - 8_000 });
    await truck.time.pass(4_000);
    const [spliced, stamped] = await rows();
    expect(await release(stamped?.id ?? '')).toMatchObject({ value: { status: 'STALE' } });
    await truck.time.pass(7_000);
    truck.time.stepWall(-9_000);
    expect(await release(spliced?.id ?? '')).toMatchObject({ value: { status: 'STALE' } });
    expect(await auctions()).toEqual([]);
  });

  it('in SETUP starts nothing, and the row says so', async () => {
    strange(OUT);
    const id = await firstId();
    const mode = truck.engine.commands.changeMode({ mode: 'SETUP', why: '' }, caller);
    await truck.time.pass(10);
    await mode;
    expect(await release(id)).toMatchObject({ value: { status: 'IGNORED', reason: 'setup' } });
  });

  it('is refused for what is not quarantined, and for what is unknown', async () => {
    truck.hear(OUT);
    const refused = await release(await firstId());
    expect(refused).toMatchObject({ ok: false, fault: { code: 'not_quarantined' } });
    expect(await release('M-000999')).toMatchObject({ fault: { code: 'unknown_marker' } });
    expect(await release('nonsense')).toMatchObject({ fault: { code: 'unknown_marker' } });
  });

  it('works after a restart, from the bytes in the journal', async () => {
    strange(OUT);
    strange({ ...GOAL, period: 'OT' });
    const [id = '', other = ''] = (await rows()).map((row) => row.id);
    await truck.stop();
    await truck.store.close();
    const { dataDir, time } = truck;
    truck = virtualTruck({ dataDir, time });
    await truck.start();
    expect(await release(id)).toMatchObject({ value: { id, status: 'ACCEPTED' } });
    expect(strange({ ...GOAL, period: 'OT' })).toEqual(['duplicate']);
    expect(await release(other)).toMatchObject({ value: { eventType: 'goal_scored' } });
    expect(truck.hear(OUT)).toEqual(['duplicate']);
  });
});

describe('what a listener vouches for', () => {
  const json = Buffer.from(JSON.stringify(GOAL));
  const hear = (bytes: Buffer, vouched: Partial<Vouched>) =>
    truck.hear(bytes, '192.0.2.7', { vouched: { ...STRANGER, stranger: false, ...vouched } });

  it('signed JSON is trusted; a new signature makes no new cue of it', async () => {
    const signedAtMs = truck.time.clock.wallMs() - 1_000;
    expect(hear(json, { seal: { ok: true, signedAtMs } })).toEqual(['accepted']);
    const again = { ok: true, signedAtMs: signedAtMs + 300 } as const;
    expect(hear(json, { seal: again })).toEqual(['duplicate']);
    expect(hear(json, {})).toEqual(['duplicate']);
    expect((await rows())[0]).toMatchObject({ trust: 'high', timestamp: null });
  });

  it('the time of its signature tells how old it is', async () => {
    const signedAtMs = truck.time.clock.wallMs() - 11_000;
    expect(hear(json, { seal: { ok: true, signedAtMs } })).toEqual(['rejected']);
    expect((await rows())[0]).toMatchObject({ status: 'STALE', reason: 'stale' });
  });

  it('unsigned JSON is refused where signatures are asked for; a section is none', async () => {
    expect(hear(json, { needsSeal: true })).toEqual(['rejected']);
    expect(hear(OUT, { needsSeal: true })).toEqual(['accepted']);
    expect((await rows())[0]).toMatchObject({ status: 'INVALID', reason: 'not_signed' });
  });

  it('a bad signature, a replay and a form that is off each have a reason', async () => {
    for (const reason of ['signature', 'replayed'] as const) {
      hear(json, { seal: { ok: false, reason } });
    }
    hear(OUT, { trust: { section: 'off' } });
    expect((await rows()).map(({ reason }) => reason)).toEqual([
      'signature',
      'replayed',
      'form_off',
    ]);
  });

  it('trust by form is shown on the marker', async () => {
    hear(OUT, { trust: { section: 'low' } });
    expect((await rows())[0]).toMatchObject({ status: 'ACCEPTED', trust: 'low' });
  });
});

describe('a listener', () => {
  it('is stopped and started by a person, and the journal says who', async () => {
    const { changeListener } = truck.engine.commands;
    const stop = changeListener({ id: 'udp-1', to: 'stopped', why: 'noisy' }, caller);
    await truck.time.pass(10);
    expect(await stop).toMatchObject({ ok: true, value: { state: 'stopped' } });
    const start = changeListener({ id: 'udp-1', to: 'started', why: '' }, caller);
    await truck.time.pass(10);
    expect(await start).toMatchObject({ ok: true, value: { state: 'listening' } });
    const unknown = await changeListener({ id: 'x', to: 'started', why: '' }, caller);
    expect(unknown).toMatchObject({ ok: false, fault: { code: 'unknown_listener' } });
  });
});
