// Owns proof of the machine's reading: a clock that jumps is told once and counted, what slews is
// not; and a real look finds this machine's cards, disk and the drops of a real socket.
import dgram from 'node:dgram';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { hostClock } from '../../../../../src/main/io/ops/clock';
import { clockSteps } from '../../../../../src/main/io/ops/machine/clock-steps';
import { openMachine } from '../../../../../src/main/io/ops/machine/open-machine';
import { listenerOf } from '../../../../renderer/records';

function clockOf() {
  const now = { wall: 1_000_000, mono: 0 };
  const clock = { wallMs: () => now.wall, monoMs: () => now.mono };
  const pass = (mono: number, wall = mono): void => {
    now.mono += mono;
    now.wall += wall;
  };
  return { clock, pass };
}

describe('the clock', () => {
  it('that slews is followed; one that jumps is told, with by how much', () => {
    const { clock, pass } = clockOf();
    const steps = clockSteps(clock);
    for (let n = 0; n < 100; n += 1) {
      pass(2_000, 2_400);
      expect(steps.look()).toBeNull();
    }
    expect(steps.reading()).toMatchObject({ steps: 0, lastStepAt: null, lastStepMs: null });
    pass(2_000, 2_501);
    expect(steps.look()).toBe(501);
    pass(2_000, -58_000);
    expect(steps.look()).toBe(-60_000);
    pass(2_000);
    expect(steps.look()).toBeNull();
    expect(steps.reading()).toMatchObject({ steps: 2, lastStepMs: -60_000 });
  });
});

function opened(clock = hostClock()) {
  const lines: string[] = [];
  const note = (code: string): void => void lines.push(code);
  const log = { info: note, warn: note, error: note };
  const machine = openMachine({
    dataDir: tmpdir(),
    floorBytes: 2_000_000_000,
    version: '1.2.3',
    host: { kind: 'headless', awake: () => null },
    clock,
    log,
    bound: () => [{ id: 'udp-1', address: '127.0.0.1', port: 9_999 }],
  });
  return { machine, lines };
}

describe('the machine', () => {
  it('is read: cards, disk, host', async () => {
    const { machine, lines } = opened();
    await machine.look();
    const { cards, disk, host, clock } = machine.facts();
    expect(cards.find(({ loopback }) => loopback)?.listeners).toEqual(['udp-1']);
    expect(disk.freeBytes).toBeGreaterThan(0);
    expect(disk.totalBytes).toBeGreaterThan(disk.freeBytes ?? 0);
    expect(host).toMatchObject({ version: '1.2.3', awake: null, node: process.versions.node });
    expect(host.memoryBytes).toBeGreaterThan(1_000_000);
    expect(clock.source).toBe('system clock');
    expect(lines).toEqual([]);
    machine.close();
  });

  it('says a jump of the clock once in the log', async () => {
    const { clock, pass } = clockOf();
    const { machine, lines } = opened(clock);
    pass(2_000, 9_000);
    await machine.look();
    pass(2_000);
    await machine.look();
    expect(lines).toEqual(['clock_stepped']);
    machine.close();
  });

  it.runIf(existsSync('/proc/net/udp'))('tells what the kernel dropped at a socket', async () => {
    const socket = dgram.createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    const { machine } = opened();
    await machine.look();
    const { port } = socket.address();
    expect(machine.withDrops(listenerOf({ port })).kernelDrops).toBe(0);
    expect(machine.withDrops(listenerOf({ port: 1 })).kernelDrops).toBeUndefined();
    machine.close();
    socket.close();
  });
});
