// Holds the writing side of the transport codec to its reading side: what is multiplexed here, bare
// or in RTP, is found again with its PID, program and pre-roll, however it is cut.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Multiplex } from '../../../../src/main/core/codec/mpegts/multiplex';
import { readPat, readPmt } from '../../../../src/main/core/codec/mpegts/psi';
import { TransportStream } from '../../../../src/main/core/codec/mpegts/stream';
import { writePat, writePmt } from '../../../../src/main/core/codec/mpegts/write-psi';
import { readRtp } from '../../../../src/main/core/codec/rtp/packet';
import { RtpWriter } from '../../../../src/main/core/codec/rtp/write-packet';
import { PTS_MODULUS } from '../../../../src/main/core/codec/scte35/splice-time';
import { Transports } from '../../../../src/main/core/codec/forms/transports';
import { carriedUpid, makeSection } from '../../../../src/main/core/marker/make-cue';
import { metadataOf } from '../../../../src/main/core/marker/manual/test-cue';
import { text } from '../codec/byte-text';

const NOW = 1_795_000_000_000;
const metadata = metadataOf({ eventType: 'goal', gameId: 'g', teamId: 'NYR' }, NOW);
const ticks = fc.integer({ min: 0, max: PTS_MODULUS - 1 });

function section(eventId: number, pts: number | null): Uint8Array {
  const upid = carriedUpid(metadata, text);
  if (upid === null) throw new Error('the metadata has room');
  return makeSection({ metadata, eventId }, upid, pts);
}

const program = fc
  .uniqueArray(fc.integer({ min: 0x20, max: 0x1ffe }), { minLength: 3, maxLength: 3 })
  .chain(([pmtPid = 0, clockPid = 0, splicePid = 0]) =>
    fc
      .integer({ min: 1, max: 0xffff })
      .map((number) => ({ program: number, pmtPid, clockPid, splicePid })),
  );

describe('tables', () => {
  it('say the program that was planned', () => {
    fc.assert(
      fc.property(program, (plan) => {
        expect(readPat(writePat(plan))?.programs).toEqual([[plan.program, plan.pmtPid]]);
        expect(readPmt(writePmt(plan))).toEqual({
          program: plan.program,
          version: 0,
          clockPid: plan.clockPid,
          splicePids: [plan.splicePid],
          mediaPids: [],
          registered: true,
        });
      }),
    );
  });
});

describe('a stream that is made', () => {
  it('is read with its PID, its program and its pre-roll, over the wrap of the clock', () => {
    fc.assert(
      fc.property(program, ticks, fc.integer({ min: 0, max: 60_000 }), (plan, now, aheadMs) => {
        const made = new Multiplex(plan);
        const pts = (now + aheadMs * 90) % PTS_MODULUS;
        const packets = [...made.beat(now), ...made.cue(section(7, pts))];
        const readings = new TransportStream(text, 'mpegts').push(Buffer.concat(packets));
        expect(readings).toMatchObject([
          { ok: true, metadata, spliceInMs: aheadMs, carrier: { pid: plan.splicePid } },
        ]);
      }),
    );
  });

  it('goes on through every counter, in chunks of any size', () => {
    const made = new Multiplex();
    const packets = Array.from({ length: 40 }, (_, at) => [
      ...made.beat(at * 9_000),
      ...made.cue(section(at, null)),
    ]).flat();
    expect(packets.every(({ length }) => length === 188)).toBe(true);
    const bytes = Buffer.concat(packets);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_500 }), (size) => {
        const stream = new TransportStream(text, 'mpegts');
        const ids: unknown[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          for (const one of stream.push(bytes.subarray(at, at + size))) {
            const [descriptor] = one.ok ? (one.section?.descriptors ?? []) : [];
            ids.push(descriptor !== undefined && 'event_id' in descriptor && descriptor.event_id);
          }
        }
        expect(ids).toEqual(Array.from({ length: 40 }, (_, at) => at));
        expect(stream.counts).toMatchObject({ continuityErrors: 0, duplicates: 0, skipped: 0 });
      }),
      { numRuns: 20 },
    );
  });

  it('carries a section of several packets', () => {
    const made = new Multiplex();
    const long = section(1, null);
    expect(long.length).toBeLessThan(184);
    const players = ['8473419', '8480802', '8478550'];
    const more = metadataOf({ eventType: 'goal', playerIds: players, gameId: 'x'.repeat(60) }, NOW);
    const upid = carriedUpid(more, text);
    const longer = makeSection({ metadata: more, eventId: 1 }, upid ?? { type: 12, hex: '' }, null);
    expect(made.cue(longer).length).toBe(2);
    const bytes = Buffer.concat([...made.beat(0), ...made.cue(longer), ...made.cue(longer)]);
    expect(new TransportStream(text, 'mpegts').push(bytes)).toHaveLength(2);
  });
});

describe('RTP packets that are made', () => {
  it('are read with their number, their time and their source, over the wrap', () => {
    const start = { sequence: 0xfffe, ssrc: 0xdead_beef };
    const writer = new RtpWriter(start);
    const payload = Uint8Array.of(0x47, 1, 2);
    const read = [0, 90, 2 ** 32 + 5].map((now) => readRtp(writer.packet(payload, now)));
    expect(read).toEqual([
      { sequence: 0xfffe, timestamp: 0, ssrc: 0xdead_beef, payload },
      { sequence: 0xffff, timestamp: 90, ssrc: 0xdead_beef, payload },
      { sequence: 0, timestamp: 5, ssrc: 0xdead_beef, payload },
    ]);
  });

  it('on two legs give each cue on both, and what one lost from the other', () => {
    const made = new Multiplex();
    const writer = new RtpWriter({ sequence: 65_530, ssrc: 1 });
    const transports = new Transports(text);
    const heard: string[] = [];
    const leg = (port: number, bytes: Uint8Array, atMs: number): void => {
      const at = { bytes, address: '10.0.0.1', port, protocol: 'udp', receivedMonoMs: atMs };
      for (const { reading } of transports.read(at) ?? []) heard.push(`${port} ${reading.ok}`);
    };
    for (let at = 0; at < 12; at += 1) {
      const packets = [...made.beat(at * 9_000), ...made.cue(section(at, null))];
      const bytes = writer.packet(Buffer.concat(packets), at * 9_000);
      leg(1, bytes, at * 100);
      if (at !== 5) leg(2, bytes, at * 100 + 1);
    }
    expect(heard.filter((one) => one === '1 true')).toHaveLength(12);
    expect(heard.filter((one) => one === '2 true').length).toBeGreaterThanOrEqual(10);
  });
});

describe('what a cue says, in a UPID', () => {
  it('has room for what fits, leaves the timestamp out before anything else, then says no', () => {
    const told = (chars: number) =>
      carriedUpid(metadataOf({ eventType: 'goal', gameId: 'x'.repeat(chars) }, NOW), text);
    const json = (upid: ReturnType<typeof told>): unknown =>
      JSON.parse(
        Buffer.from(upid?.hex ?? '', 'hex')
          .subarray(4)
          .toString(),
      );
    expect(json(told(100))).toHaveProperty('timestamp', NOW);
    expect(json(told(195))).not.toHaveProperty('timestamp');
    expect(told(231)).toBeNull();
    const upid = told(195);
    if (upid === null) throw new Error('it has room');
    expect(makeSection({ metadata, eventId: 1, durationMs: 1 }, upid, 1).length).toBeLessThan(300);
  });
});
