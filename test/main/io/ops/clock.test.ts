// Holds the alarms to their word: never early on the monotonic clock, never after a cancel, and
// only after whatever already waits in a socket has been read.
import dgram from 'node:dgram';
import { describe, expect, it } from 'vitest';
import { hostClock, hostTimers } from '../../../../src/main/io/ops/clock';

const clock = hostClock();
const timers = hostTimers(clock);

describe('the alarms of the host', () => {
  it('never ring before their time', async () => {
    const rings = Array.from({ length: 50 }, (_, at) => {
      const due = clock.monoMs() + at * 1.37;
      return new Promise<number>((resolve) => {
        timers.at(due, () => resolve(clock.monoMs() - due));
      });
    });
    const late = await Promise.all(rings);
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0);
  });

  it('do not ring once cancelled', async () => {
    let rang = 0;
    const cancel = timers.at(clock.monoMs() + 5, () => (rang += 1));
    cancel();
    await new Promise<void>((resolve) => timers.at(clock.monoMs() + 20, resolve));
    expect(rang).toBe(0);
  });

  it('let one more turn of the poll phase through before they ring', async () => {
    const socket = dgram.createSocket('udp4');
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    const order: string[] = [];
    socket.on('message', () => order.push('datagram'));
    const rung = new Promise<void>((resolve) => {
      timers.at(clock.monoMs() + 30, () => {
        order.push('deadline');
        resolve();
      });
    });
    const sender = dgram.createSocket('udp4');
    await new Promise((resolve) => sender.send('x', socket.address().port, '127.0.0.1', resolve));
    // The loop is held past the deadline with the datagram already in the socket.
    const until = clock.monoMs() + 60;
    while (clock.monoMs() < until);
    await rung;
    sender.close();
    socket.close();
    expect(order).toEqual(['datagram', 'deadline']);
  });
});
