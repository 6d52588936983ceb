// Holds the transport codec to the standard on streams made here: tables that change, losses and
// legal duplicates, scrambling, unregistered PIDs, several programs, garbage, and RTP out of order
// on one leg and on two. Needs no recorded data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Transports } from '../../../../../src/main/core/codec/forms/transports';
import { TransportStream } from '../../../../../src/main/core/codec/mpegts/stream';
import type { CueReading } from '../../../../../src/main/core/codec/reading';
import { crc32 } from '../../../../../src/main/core/lib/crc32';
import { toHex } from '../../../../../src/main/core/lib/hex';
import { joined, OUT_SECTION, text } from '../byte-text';

const PMT_PID = 0x100;
const CLOCK_PID = 0x101;
const CUE_PID = 0x1f0;
const CUEI = [0x05, 0x04, 0x43, 0x55, 0x45, 0x49];

function withCrc(bytes: readonly number[]): Uint8Array {
  const crc = crc32(Uint8Array.from(bytes), 0, bytes.length);
  return Uint8Array.from([...bytes, crc >>> 24, (crc >> 16) & 255, (crc >> 8) & 255, crc & 255]);
}

interface Head {
  readonly id: number;
  readonly ext: number;
  readonly version: number;
}

function table({ id, ext, version }: Head, body: readonly number[]): Uint8Array {
  const length = 5 + body.length + 4;
  const head = [id, 0xb0 | (length >> 8), length & 255, ext >> 8, ext & 255];
  return withCrc([...head, 0xc1 | (version << 1), 0, 0, ...body]);
}

function pat(programs: readonly (readonly [number, number])[], version = 0): Uint8Array {
  const rows = programs.flatMap(([program, pid]) => [0, program, 0xe0 | (pid >> 8), pid & 255]);
  return table({ id: 0, ext: 1, version }, rows);
}

interface PmtParts {
  readonly program?: number;
  readonly cuePid?: number;
  readonly registered?: boolean;
  readonly version?: number;
}

function pmt({ program = 1, cuePid = CUE_PID, registered = true, version = 0 }: PmtParts = {}) {
  const info = registered ? CUEI : [];
  const streams = [0x86, 0xe0 | (cuePid >> 8), cuePid & 255, 0xf0, 0];
  const clock = [0xe0 | (CLOCK_PID >> 8), CLOCK_PID & 255];
  return table({ id: 2, ext: program, version }, [
    ...clock,
    0xf0,
    info.length,
    ...info,
    ...streams,
  ]);
}

/** Packets of 188 bytes, with the counters of their PIDs. */
class Muxer {
  private readonly counters = new Map<number, number>();

  packet(pid: number, payload: Uint8Array, starts: boolean): Uint8Array {
    const counter = this.counters.get(pid) ?? 0;
    this.counters.set(pid, (counter + 1) & 15);
    const bytes = new Uint8Array(188).fill(0xff);
    bytes.set([0x47, (starts ? 0x40 : 0) | (pid >> 8), pid & 255, 0x10 | counter]);
    bytes.set(payload.subarray(0, 184), 4);
    return bytes;
  }

  section(pid: number, section: Uint8Array): Uint8Array[] {
    const payload = joined(Uint8Array.of(0), section);
    const packets: Uint8Array[] = [];
    for (let at = 0; at < payload.length; at += 184) {
      packets.push(this.packet(pid, payload.subarray(at, at + 184), at === 0));
    }
    return packets;
  }

  tables(parts: PmtParts = {}): Uint8Array[] {
    return [...this.section(0, pat([[1, PMT_PID]])), ...this.section(PMT_PID, pmt(parts))];
  }
}

function read(packets: readonly Uint8Array[]): readonly CueReading[] {
  return new TransportStream(text, 'mpegts').push(joined(...packets));
}

function hexes(readings: readonly CueReading[]): readonly string[] {
  return readings.map(({ raw }) => toHex(raw));
}

const OUT = toHex(OUT_SECTION);
const LONG = withCrc([0xfc, 0x30 | 0x02, 0x00, ...new Array<number>(509).fill(0)].slice(0, 511));

describe('a transport stream', () => {
  it('gives the sections of its splice PID, with PID and program', () => {
    const mux = new Muxer();
    const readings = read([...mux.tables(), ...mux.section(CUE_PID, OUT_SECTION)]);
    expect(readings).toMatchObject([{ ok: true, carrier: { pid: CUE_PID, program: 1 } }]);
    expect(hexes(readings)).toEqual([OUT]);
  });

  it('follows a PMT that moves, and a splice PID that moves', () => {
    const mux = new Muxer();
    const moved = mux.section(PMT_PID, pmt({ cuePid: 0x222, version: 1 }));
    const readings = read([
      ...mux.tables(),
      ...moved,
      ...mux.section(CUE_PID, OUT_SECTION),
      ...mux.section(0x222, OUT_SECTION),
      ...mux.section(0, pat([[1, 0x140]], 1)),
      ...mux.section(0x140, pmt({ cuePid: 0x333, version: 2 })),
      ...mux.section(0x333, OUT_SECTION),
    ]);
    expect(readings.map((one) => one.ok && one.carrier?.pid)).toEqual([0x222, 0x333]);
  });

  it('forgets a program that is named no longer', () => {
    const mux = new Muxer();
    const gone = mux.section(0, pat([[2, 0x140]], 1));
    expect(read([...mux.tables(), ...gone, ...mux.section(CUE_PID, OUT_SECTION)])).toEqual([]);
  });

  it('takes several sections a packet', () => {
    const mux = new Muxer();
    const both = mux.packet(CUE_PID, joined(Uint8Array.of(0), OUT_SECTION, OUT_SECTION), true);
    expect(hexes(read([...mux.tables(), both]))).toEqual([OUT, OUT]);
  });

  it('lets a section go whose packet was lost, and takes the next', () => {
    const mux = new Muxer();
    const tables = mux.tables();
    const [first = new Uint8Array(0), , ...rest] = mux.section(CUE_PID, LONG);
    const next = mux.section(CUE_PID, OUT_SECTION);
    expect(hexes(read([...tables, first, ...rest, ...next]))).toEqual([OUT]);
  });

  it('passes over the one legal duplicate of a packet', () => {
    const mux = new Muxer();
    const tables = mux.tables();
    const twice = mux.section(CUE_PID, OUT_SECTION).flatMap((one) => [one, one]);
    expect(hexes(read([...tables, ...twice]))).toEqual([OUT]);
  });

  it.each([
    ['scrambled', (bytes: Uint8Array) => bytes.fill((bytes[3] ?? 0) | 0x80, 3, 4)],
    ['errored', (bytes: Uint8Array) => bytes.fill((bytes[1] ?? 0) | 0x80, 1, 2)],
  ])('takes nothing out of %s packets', (...[, spoil]) => {
    const mux = new Muxer();
    const packets = [...mux.tables(), ...mux.section(CUE_PID, OUT_SECTION).map(spoil)];
    expect(read(packets)).toEqual([]);
  });

  it('shows a bad section of a registered program, and hides it on an unregistered PID', () => {
    const bad = OUT_SECTION.slice();
    bad[20] = (bad[20] ?? 0) ^ 1;
    const of = (registered: boolean) => {
      const mux = new Muxer();
      const cues = [...mux.section(CUE_PID, bad), ...mux.section(CUE_PID, OUT_SECTION)];
      return read([...mux.tables({ registered }), ...cues]);
    };
    expect(of(true)).toMatchObject([{ ok: false, reason: 'crc' }, { ok: true }]);
    expect(of(false)).toMatchObject([{ ok: true }]);
  });

  it('tells the programs of several apart', () => {
    const mux = new Muxer();
    const programs = [
      ...mux.section(
        0,
        pat([
          [1, PMT_PID],
          [2, 0x140],
        ]),
      ),
      ...mux.section(PMT_PID, pmt()),
      ...mux.section(0x140, pmt({ program: 2, cuePid: 0x222 })),
    ];
    const cues = [...mux.section(0x222, OUT_SECTION), ...mux.section(CUE_PID, OUT_SECTION)];
    const found = read([...programs, ...cues]).map((one) => one.ok && one.carrier?.program);
    expect(found).toEqual([2, 1]);
  });

  it('finds its place again behind garbage, and after every cutting', () => {
    const mux = new Muxer();
    const garbage = Uint8Array.from({ length: 300 }, (_, at) => (at * 7) & 255);
    const whole = joined(
      garbage,
      ...mux.tables(),
      ...mux.section(CUE_PID, OUT_SECTION),
      garbage.subarray(0, 77),
      ...mux.section(CUE_PID, OUT_SECTION),
      ...mux.section(0x1fff, OUT_SECTION),
      ...mux.section(0x1fff, OUT_SECTION),
    );
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 })), (cuts) => {
        const stream = new TransportStream(text, 'mpegts');
        const readings: CueReading[] = [];
        let at = 0;
        for (const cut of [...cuts, whole.length]) {
          readings.push(...stream.push(whole.subarray(at, at + cut)));
          at += cut;
        }
        expect(hexes(readings)).toEqual([OUT, OUT]);
      }),
    );
  });

  it('never throws and never grows, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 800 }), { maxLength: 20 }), (chunks) => {
        const stream = new TransportStream(text, 'mpegts');
        for (const chunk of chunks) {
          chunk.forEach((byte, at) => (chunk[at] = at % 188 === 0 ? 0x47 : byte));
          stream.push(chunk);
        }
        expect(stream.counts.skipped).toBeLessThanOrEqual(16_000);
      }),
    );
  });
});

function rtp(sequence: number, payload: Uint8Array, ssrc = 0xcafe): Uint8Array {
  const head = [0x80, 33, sequence >> 8, sequence & 255, 0, 0, sequence >> 8, sequence & 255];
  return joined(Uint8Array.from([...head, 0, 0, ssrc >> 8, ssrc & 255]), payload);
}

function heard(datagrams: readonly (readonly [bytes: Uint8Array, port: number])[]) {
  const transports = new Transports(text);
  return datagrams.flatMap(([bytes, port], at) => {
    const from = { address: '192.0.2.1', port, protocol: 'udp', receivedMonoMs: at };
    return (transports.read({ bytes, ...from }) ?? []).map(({ reading }) => reading);
  });
}

/** A long section over three packets, each packet a datagram, behind the tables. */
function longStream(): readonly Uint8Array[] {
  const mux = new Muxer();
  const fits = joined(OUT_SECTION.subarray(0, 0), LONG);
  return [...mux.tables(), ...mux.section(CUE_PID, fits), ...mux.section(CUE_PID, OUT_SECTION)];
}

describe('RTP', () => {
  it('is put into its order, over the wrap of its sequence', () => {
    const packets = longStream().map((one, at) => rtp((65_533 + at) & 0xffff, one));
    const order = [0, 2, 1, 4, 3, 5];
    const swapped = order.map((at) => [packets[at] ?? new Uint8Array(0), 5] as const);
    expect(hexes(heard(swapped))).toContain(OUT);
  });

  it('goes past CSRCs, an extension and padding', () => {
    const [packet = new Uint8Array(0)] = longStream();
    const plain = rtp(1, packet);
    const head = plain.slice(0, 12);
    head[0] = 0x80 | 0x20 | 0x10 | 2;
    const extension = Uint8Array.of(0xbe, 0xde, 0, 1, 1, 2, 3, 4);
    const bytes = joined(head, new Uint8Array(8), extension, packet, Uint8Array.of(0, 0, 3));
    expect(heard([[bytes, 5]])).toEqual([]);
    expect(
      new Transports(text).read({
        bytes,
        address: '192.0.2.1',
        port: 5,
        protocol: 'udp',
        receivedMonoMs: 0,
      }),
    ).not.toBeNull();
  });

  it('two legs that lose different packets give what neither has whole', () => {
    const packets = longStream();
    const legA = packets.map((one, at) => [rtp(at, one, 1), 5] as const);
    const legB = packets.map((one, at) => [rtp(at, one, 2), 6] as const);
    const lossy = legA.flatMap((one, at) => [
      ...(at === 3 ? [] : [one]),
      ...legB.filter((_, other) => other === at && at !== 4),
    ]);
    const found = heard(lossy).filter(({ raw }) => raw.length === LONG.length);
    expect(found).toHaveLength(1);
  });

  it('two strangers on one listener stay two', () => {
    const packets = longStream();
    const other = packets.map((one, at) => [rtp(at + 900, one, 2), 6] as const);
    const both = packets.flatMap((one, at) => [
      [rtp(at, one, 1), 5] as const,
      ...other.slice(at, at + 1),
    ]);
    expect(hexes(heard(both)).filter((hex) => hex === OUT)).toHaveLength(2);
  });
});
