// Holds the time to a splice to the clock's silence: carried on by arrival for a few seconds, by a
// fresh PTS instead, unknown after that, and anew when the PMT names another clock; and many
// programs to a number of steps.
import { describe, expect, it } from 'vitest';
import { Clocks } from '../../../../../src/main/core/codec/mpegts/clock';
import { Demux } from '../../../../../src/main/core/codec/mpegts/demux';
import { crc32 } from '../../../../../src/main/core/lib/crc32';

const SECOND = 90_000;
const PROGRAM = [{ program: 1, clockPid: 0x101 }];

function ticking(): Clocks {
  const clocks = new Clocks();
  clocks.pcr(PROGRAM, { ticks: 10 * SECOND, atMs: 0, jumps: false });
  return clocks;
}

describe('a clock', () => {
  it('is carried on by arrival for a few seconds, then its time is unknown', () => {
    const clocks = ticking();
    expect(clocks.now(1, 0)).toBe(10 * SECOND);
    expect(clocks.now(1, 3_000)).toBe(13 * SECOND);
    expect(clocks.now(1, 600_000)).toBeNull();
  });

  it('goes by a PTS once its PCR is silent, and by the PCR when that is back', () => {
    const clocks = ticking();
    clocks.pts(PROGRAM, { ticks: 10.9 * SECOND, atMs: 500 });
    expect(clocks.now(1, 500)).toBe(10.5 * SECOND);
    clocks.pts(PROGRAM, { ticks: 41 * SECOND, atMs: 30_000 });
    expect(clocks.now(1, 31_000)).toBe(42 * SECOND);
    expect(clocks.settled(1)).toBe(true);
    clocks.pcr(PROGRAM, { ticks: 41.5 * SECOND, atMs: 31_500, jumps: false });
    clocks.pts(PROGRAM, { ticks: 43 * SECOND, atMs: 31_600 });
    expect(clocks.now(1, 31_500)).toBe(41.5 * SECOND);
  });

  it('runs over the wrap while it is carried on', () => {
    const clocks = new Clocks();
    clocks.pcr(PROGRAM, { ticks: 2 ** 33 - SECOND, atMs: 0, jumps: false });
    expect(clocks.now(1, 2_000)).toBe(SECOND);
  });

  it('is forgotten when its program goes by another, and kept when it does not', () => {
    const clocks = ticking();
    clocks.follow(PROGRAM);
    expect(clocks.now(1, 0)).not.toBeNull();
    clocks.follow([{ program: 1, clockPid: 0x102 }]);
    expect(clocks.now(1, 0)).toBeNull();
  });

  it('does not age in a recording, whose arrivals are not known', () => {
    const clocks = new Clocks();
    clocks.pcr(PROGRAM, { ticks: 5, atMs: null, jumps: false });
    clocks.pts(PROGRAM, { ticks: 9, atMs: null });
    expect(clocks.now(1, null)).toBe(5);
  });
});

const PMT_PID = 0x100;
const CLOCK_PID = 0x101;

function table(id: number, head: readonly number[], body: readonly number[]): Uint8Array {
  const length = 5 + body.length + 4;
  const bytes = [id, 0xb0 | (length >> 8), length & 255, ...head, ...body];
  const crc = crc32(Uint8Array.from(bytes), 0, bytes.length);
  return Uint8Array.from([...bytes, crc >>> 24, (crc >> 16) & 255, (crc >> 8) & 255, crc & 255]);
}

/** A PAT of 8,000 programs over 32 sections, their PMTs on one PID, then 1,000 PCRs of one PID. */
class Crowd {
  private readonly counters = new Map<number, number>();
  readonly times: (number | null)[] = [];
  readonly demux = new Demux(({ nowTicks }) => this.times.push(nowTicks));

  tables(): void {
    for (let number = 0; number < 32; number += 1) {
      const rows = Array.from({ length: 250 }, (_, at) => 1 + number * 250 + at);
      const body = rows.flatMap((one) => [one >> 8, one & 255, 0xe0 | (PMT_PID >> 8), 0]);
      this.section(0, table(0, [0, 1, 0xc1, number, 31], body));
    }
    for (let program = 1; program <= 8_000; program += 1) {
      const head = [program >> 8, program & 255, 0xc1, 0, 0];
      const body = [0xe0 | (CLOCK_PID >> 8), CLOCK_PID & 255, 0xf0, 0, 0x86, 0xe1, 0xf0, 0xf0, 0];
      this.section(PMT_PID, table(2, head, body));
    }
  }

  clocks(): void {
    for (let at = 0; at < 1_000; at += 1) {
      const bytes = new Uint8Array(188).fill(0xff);
      bytes.set([0x47, CLOCK_PID >> 8, CLOCK_PID & 255, 0x20, 183, 0x10, 0, 0, 0, at & 255, 0]);
      this.demux.packet(bytes, 0);
    }
  }

  section(pid: number, section: Uint8Array): void {
    const payload = Uint8Array.from([0, ...section]);
    for (let at = 0; at < payload.length; at += 184) {
      const counter = this.counters.get(pid) ?? 0;
      this.counters.set(pid, (counter + 1) & 15);
      const bytes = new Uint8Array(188).fill(0xff);
      bytes.set([0x47, (at === 0 ? 0x40 : 0) | (pid >> 8), pid & 255, 0x10 | counter]);
      bytes.set(payload.subarray(at, at + 184), 4);
      this.demux.packet(bytes, 0);
    }
  }
}

interface Steps {
  next: () => unknown;
}

/** How many entries of maps are walked over while `run` runs. */
function stepsOf(run: () => void): number {
  const walker = Object.getPrototypeOf(new Map().values()) as Steps;
  const { next } = walker;
  let steps = 0;
  walker.next = function (this: unknown) {
    steps += 1;
    return Reflect.apply(next, this, []);
  };
  try {
    run();
  } finally {
    walker.next = next;
  }
  return steps;
}

it('8,000 programs are followed as far as the bound, counted, and cost few steps', () => {
  const crowd = new Crowd();
  expect(stepsOf(() => crowd.tables())).toBeLessThan(1_000_000);
  expect(crowd.demux.counts.programsBeyond).toBe(8_000 - 256);
  expect(stepsOf(() => crowd.clocks())).toBeLessThan(10_000);
});

it('a PMT that names another clock ends the time of the one before', () => {
  const crowd = new Crowd();
  const pmt = (version: number, clockPid: number) =>
    table(
      2,
      [0, 1, 0xc1 | (version << 1), 0, 0],
      [0xe0 | (clockPid >> 8), clockPid & 255, 0xf0, 0, 0x86, 0xe1, 0xf0, 0xf0, 0],
    );
  crowd.section(0, table(0, [0, 1, 0xc1, 0, 0], [0, 1, 0xe0 | (PMT_PID >> 8), 0]));
  crowd.section(PMT_PID, pmt(0, CLOCK_PID));
  crowd.clocks();
  crowd.section(0x1f0, table(0xfc, [0, 0, 0, 0, 0], []));
  crowd.section(PMT_PID, pmt(1, CLOCK_PID + 1));
  crowd.section(0x1f0, table(0xfc, [0, 0, 0, 0, 1], []));
  expect(crowd.times).toEqual([expect.any(Number), null]);
});
