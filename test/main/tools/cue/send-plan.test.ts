// Owns the proof that a plan leaves by a real socket: every form is read back as what was meant,
// copies are exact, the pace is kept, and it can be ended early.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDatagram } from '../../../../src/main/core/codec/datagram';
import { CUE_MAKES, type CueMake } from '../../../../src/main/core/marker/make-cue';
import { hostByteText } from '../../../../src/main/io/ops/byte-text';
import { HOST_TEXT } from '../../../../src/main/tools/cue/host';
import type { Plan, PlannedCue } from '../../../../src/main/tools/cue/plan';
import { sendPlan, type Sending } from '../../../../src/main/tools/cue/send-plan';
import { openWay, type WayOrder } from '../../../../src/main/tools/cue/ways/open-way';
import { openWire } from '../../../../src/main/tools/cue/ways/wire';
import { listen, type Ear } from './listen';

let ear: Ear;

beforeEach(async () => {
  ear = await listen();
});

afterEach(() => ear.close());

const goal = (atMs: number, gameId: string): PlannedCue => ({
  atMs,
  input: { eventType: 'goal', gameId, teamId: 'NYR', period: '3', isPlayoffs: true },
  line: null,
});

async function send(plan: Plan, more: Partial<Sending & WayOrder> = {}) {
  const to = [{ host: '127.0.0.1', port: ear.port }];
  const usual = { format: 'scte35', to, local: null, lossPercent: 0, preRollMs: null } as const;
  const way = await openWay({ ...usual, ...more }, 1, HOST_TEXT);
  const sent = await sendPlan(plan, way, {
    repeat: 1,
    firstEventId: 0xffff_ffff,
    say: () => undefined,
    stop: new AbortController().signal,
    ...more,
  });
  const { units, ...left } = await way.close();
  expect(left).toEqual({ expected: units, failed: 0, reason: null, unanswered: 0, notes: [] });
  return { ...sent, units };
}

/** What the listener reads in a datagram; there is one cue in each. */
function read(bytes: Uint8Array) {
  const [reading, ...more] = readDatagram(bytes, hostByteText());
  expect(more).toEqual([]);
  if (reading?.ok !== true) throw new Error(`not readable: ${reading?.reason ?? 'nothing'}`);
  return reading;
}

const FORMS: Record<CueMake, string> = {
  json: 'json',
  // What lies before the JSON is a splice_null, and a good one.
  'legacy-json': 'section+json',
  scte35: 'section+json',
  base64: 'base64',
  hex: 'hex',
};

describe('what is sent', () => {
  it.each(CUE_MAKES)('as %s is read as it was meant', async (format) => {
    const from = Date.now();
    await send([goal(0, 'g')], { format });
    const [bytes] = await ear.heard(1);
    const reading = read(bytes ?? Buffer.alloc(0));
    expect(reading.form).toBe(FORMS[format]);
    expect(reading.metadata).toMatchObject({
      eventType: 'goal',
      gameId: 'g',
      teamId: 'NYR',
      period: '3',
      context: { isPlayoffs: true },
    });
    expect(reading.metadata?.timestampMs).toBeGreaterThanOrEqual(from);
    expect(reading.metadata?.timestampMs).toBeLessThanOrEqual(Date.now());
  });

  it('is sent as often as asked, byte for byte, each cue with an id of its own', async () => {
    const sent = await send([goal(0, 'a'), goal(0, 'b')], { repeat: 3 });
    expect(sent).toMatchObject({ cues: 2, unfit: 0, units: 6 });
    const heard = await ear.heard(6);
    const texts = heard.map((bytes) => bytes.toString('hex'));
    expect(new Set(texts).size).toBe(2);
    expect(texts[0]).toBe(texts[2]);
    const ids = [heard[0], heard[3]].map((bytes) => {
      const [descriptor] = read(bytes ?? Buffer.alloc(0)).section?.descriptors ?? [];
      return descriptor !== undefined && 'event_id' in descriptor ? descriptor.event_id : null;
    });
    // The number of an event has 32 bits and begins anew after the last one.
    expect(ids).toEqual([0xffff_ffff, 0]);
  });
});

describe('the pace', () => {
  it('is kept at a thousand a second without losing one', async () => {
    const plan = Array.from({ length: 500 }, (_, at) => goal(at, `g${at}`));
    const sent = await send(plan);
    expect((await ear.heard(500)).length).toBe(500);
    expect(sent.tookMs).toBeGreaterThanOrEqual(495);
    expect(sent.tookMs).toBeLessThan(1_500);
  });

  it('never holds a cue back that is due', async () => {
    const plan = Array.from({ length: 2_000 }, (_, at) => goal(0, `g${at}`));
    const sent = await send(plan);
    expect((await ear.heard(2_000)).length).toBe(2_000);
    expect(sent.tookMs).toBeLessThan(5_000);
  });

  it('ends early when it is stopped', async () => {
    const stop = new AbortController();
    const sending = send([goal(0, 'now'), goal(3_600_000, 'in an hour')], { stop: stop.signal });
    await ear.heard(1);
    stop.abort();
    expect(await sending).toMatchObject({ cues: 1, units: 1 });
  });
});

describe('a way that does not exist', () => {
  it('is told', async () => {
    await expect(openWire({ host: 'no.such.host.invalid', port: 1 })).rejects.toThrow(
      /ENOTFOUND|EAI_AGAIN/u,
    );
  });

  it('counts what did not leave', async () => {
    const wire = await openWire({ host: '127.0.0.1', port: ear.port });
    await wire.send(new Uint8Array(70_000));
    expect(await wire.close()).toEqual({ failed: 1, reason: expect.stringContaining('EMSGSIZE') });
  });
});
