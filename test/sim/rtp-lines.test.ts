// Holds a truck to its RTP lines: a stranger joins no allowed line, a cue behind a lost packet is
// heard by an alarm and dated by its own arrival, a sender that began anew is heard, and a clock
// that fell silent dates no splice.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Multiplex } from '../../src/main/core/codec/mpegts/multiplex';
import { RtpWriter } from '../../src/main/core/codec/rtp/write-packet';
import { TestStream } from '../fixtures/ts-stream';
import { insert } from '../main/core/marker/cues';
import { virtualTruck, type VirtualTruck } from './virtual-truck';

const SECOND = 90_000;
const NOTHING = [Uint8Array.from({ length: 188 }, (_, at) => [0x47, 0x1f, 0xff, 0x10][at] ?? 255)];
const ALLOWED = { vouched: { stranger: false, trust: {}, seal: null, needsSeal: false } };
const STRANGER = { vouched: { ...ALLOWED.vouched, stranger: true } };

let truck: VirtualTruck;
beforeEach(async () => {
  truck = virtualTruck();
  await truck.start();
});
afterEach(() => truck.store.close());

async function rows() {
  await truck.time.pass(10);
  return (await truck.store.ask('markers', { limit: 500 })).items;
}

/** An encoder: packets with their clock, each told as the next of its stream. */
function encoder(ssrc: number) {
  const made = new Multiplex();
  let writer = new RtpWriter({ sequence: 0, ssrc });
  const told = (packets: readonly Uint8Array[], atTicks: number) =>
    writer.packet(Buffer.concat(packets), atTicks);
  return {
    beat: (atTicks: number) => told(made.beat(atTicks), atTicks),
    cue: (event_id: number, atTicks: number) =>
      told(made.cue(insert({ event_id, pts: atTicks + 8 * SECOND })), atTicks),
    nothing: (atTicks: number) => told(NOTHING, atTicks),
    anew: () => void (writer = new RtpWriter({ sequence: 0, ssrc })),
  };
}

describe('a stranger with the numbers of an allowed line', () => {
  it('plants no cue into it', async () => {
    const [real, evil] = [encoder(1), encoder(2)];
    truck.hear(real.beat(10), '10.0.0.1', ALLOWED);
    truck.hear(evil.beat(10), '10.9.9.9', STRANGER);
    evil.nothing(11);
    truck.hear(evil.cue(4_242, 12), '10.9.9.9', STRANGER);
    truck.hear(real.nothing(11), '10.0.0.1', ALLOWED);
    await truck.time.pass(1_000);
    const all = await rows();
    expect(all.map(({ status }) => status)).toEqual(['QUARANTINED']);
    expect((await truck.store.ask('auctions', { limit: 9 })).items).toEqual([]);
  });
});

describe('an RTP line', () => {
  it('tells a cue behind a lost packet within 100 ms, dated by its own arrival', async () => {
    const line = encoder(1);
    truck.hear(line.beat(0));
    line.nothing(0);
    await truck.time.pass(1_000);
    const cameAtMs = truck.time.clock.wallMs();
    expect(truck.hear(line.cue(7, SECOND))).toEqual(['carried']);
    await truck.time.pass(90);
    const [cue] = await rows();
    expect(cue).toMatchObject({ status: 'ACCEPTED', receivedAt: new Date(cameAtMs).toISOString() });
    expect(Date.parse(cue?.spliceAt ?? '') - cameAtMs).toBe(8_000);
  });

  it('is heard when its sender begins anew a thousand packets back', () => {
    const line = encoder(1);
    for (let at = 0; at < 1_000; at += 1) truck.hear(line.beat(at * 900));
    line.anew();
    truck.hear(line.beat(20 * SECOND));
    expect(truck.hear(line.cue(9, 20 * SECOND))).toEqual(['accepted']);
  });
});

describe('a clock that fell silent', () => {
  async function cueAfter(silentMs: number) {
    const stream = new TestStream();
    truck.hear(Buffer.concat([stream.tables(), stream.clock(0)]));
    await truck.time.pass(silentMs);
    const section = insert({ event_id: 9, pts: 12 * SECOND });
    truck.hear(Buffer.concat([stream.cue(section), stream.tables()]));
    const [cue] = await rows();
    const { receivedAt = '', spliceAt = null } = cue ?? {};
    return spliceAt === null ? null : Date.parse(spliceAt) - Date.parse(receivedAt);
  }

  it('for four seconds is carried on', async () => {
    expect(await cueAfter(4_000)).toBe(8_000);
  });

  it('for ten minutes dates no splice', async () => {
    expect(await cueAfter(600_000)).toBeNull();
  });
});
