// Holds the UDP listener to its word on a real socket: it stamps, counts, limits, and says what
// receive buffer it got.
import dgram from 'node:dgram';
import { afterEach, describe, expect, it } from 'vitest';
import { openUdpListener, type UdpListener } from '../../../../src/main/io/cues/udp-listener';
import { hostClock } from '../../../../src/main/io/ops/clock';
import type { Datagram, Heard } from '../../../../src/main/flow/ports';

const clock = hostClock();
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const open: UdpListener[] = [];

afterEach(async () => {
  for (const listener of open.splice(0)) await listener.close();
});

async function listen(rate: { perSecond: number; burst: number }, verdict: Heard[]) {
  const heard: Datagram[] = [];
  const refused: string[] = [];
  let arrived = (): void => undefined;
  const listener = await openUdpListener(
    { id: 'udp-1', address: '127.0.0.1', port: 0, rate },
    {
      clock,
      log: silent,
      intake: {
        hear: (datagram) => {
          heard.push({ ...datagram, bytes: Uint8Array.from(datagram.bytes) });
          arrived();
          return verdict;
        },
        refuse: (address, why) => {
          refused.push(`${address} ${why}`);
          arrived();
        },
      },
    },
  );
  open.push(listener);
  const until = (count: number): Promise<void> =>
    new Promise((resolve) => {
      arrived = () => (heard.length + refused.length >= count ? resolve() : undefined);
      arrived();
    });
  return { listener, heard, refused, until };
}

async function send(port: number, messages: readonly string[]): Promise<void> {
  const socket = dgram.createSocket('udp4');
  for (const message of messages) {
    await new Promise((resolve) => socket.send(message, port, '127.0.0.1', resolve));
  }
  socket.close();
}

describe('the UDP listener', () => {
  it('hands every datagram in with its sender and both stamps', async () => {
    const { listener, heard, until } = await listen({ perSecond: 0, burst: 1 }, ['accepted']);
    const before = { wall: clock.wallMs(), mono: clock.monoMs() };
    await send(listener.port, ['one', 'two']);
    await until(2);
    expect(heard.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(['one', 'two']);
    const [first] = heard;
    expect(first?.address).toBe('127.0.0.1');
    expect(first?.protocol).toBe('udp');
    expect(first?.receivedAtMs).toBeGreaterThanOrEqual(before.wall);
    expect(first?.receivedMonoMs).toBeGreaterThanOrEqual(before.mono);
  });

  it('counts what became of each, and every datagram it read', async () => {
    const verdict: Heard[] = ['accepted', 'duplicate', 'heartbeat', 'rejected'];
    const { listener, until } = await listen({ perSecond: 0, burst: 1 }, verdict);
    await send(listener.port, ['a', 'bc']);
    await until(2);
    expect(listener.state()).toMatchObject({
      state: 'listening',
      packets: 2,
      bytes: 3,
      accepted: 2,
      duplicates: 2,
      heartbeats: 2,
      rejected: 2,
    });
    expect(Date.parse(listener.state().lastPacketAt ?? '')).toBeGreaterThan(0);
  });

  it('refuses what comes over the rate before reading it', async () => {
    const { listener, heard, refused, until } = await listen({ perSecond: 1, burst: 2 }, []);
    await send(listener.port, ['1', '2', '3', '4']);
    await until(4);
    expect(heard).toHaveLength(2);
    expect(refused).toEqual(['127.0.0.1 rate', '127.0.0.1 rate']);
    expect(listener.state()).toMatchObject({ packets: 4, rejected: 2 });
  });

  it('counts every cue of a datagram against the rate', async () => {
    const array: Heard[] = Array.from({ length: 64 }, () => 'accepted');
    const { listener, heard, refused, until } = await listen({ perSecond: 1, burst: 64 }, array);
    await send(listener.port, ['64 cues', 'one more']);
    await until(2);
    expect([heard.length, refused]).toEqual([1, ['127.0.0.1 rate']]);
    expect(listener.state()).toMatchObject({ accepted: 64, rejected: 1 });
  });

  it('asks for 4 MB of receive buffer and says what it got', async () => {
    const { listener } = await listen({ perSecond: 0, burst: 1 }, []);
    const { receiveBufferBytes, detail } = listener.state();
    expect(receiveBufferBytes).toBeGreaterThan(0);
    if ((receiveBufferBytes ?? 0) < 4_194_304) expect(detail).toContain(String(receiveBufferBytes));
    else expect(detail).toBe('');
  });

  it('rejects a port that is taken with the system’s code', async () => {
    const { listener } = await listen({ perSecond: 0, burst: 1 }, []);
    const again = openUdpListener(
      { id: 'x', address: '127.0.0.1', port: listener.port, rate: { perSecond: 0, burst: 1 } },
      { clock, log: silent, intake: { hear: () => [], refuse: () => undefined } },
    );
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
