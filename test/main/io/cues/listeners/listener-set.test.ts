// Holds the listeners to their word on real sockets of loopback: each lives for itself, a missing
// card is a fault that mends itself, strangers are told apart, groups are joined where they can be.
import dgram from 'node:dgram';
import net from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listenerSettings } from '../../../../../src/contract/host/listeners';
import { encodeMessage } from '../../../../../src/main/core/codec/scte104/message';
import { configuredListener } from '../../../../../src/main/io/cues/listeners/configured';
import type { Cards } from '../../../../../src/main/io/cues/listeners/find-card';
import { ListenerSet } from '../../../../../src/main/io/cues/listeners/listener-set';
import { openCues } from '../../../../../src/main/io/cues/open-cues';
import { sealLine } from '../../../../../src/main/io/cues/listeners/signed-json';
import { hostClock } from '../../../../../src/main/io/ops/clock';
import type { Datagram } from '../../../../../src/main/flow/ports';

const KEY = 'a key nobody can guess';
const LO = Object.entries(networkInterfaces()).find(([, infos]) =>
  infos?.some(({ address }) => address === '127.0.0.1'),
);
const LOOPBACK = LO?.[0] ?? 'lo';
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

let set = new ListenerSet();
let heard: Datagram[] = [];
let refused: string[] = [];
let cards: Cards = networkInterfaces();
let key: string | null = KEY;
afterEach(async () => {
  await set.close();
  set = new ListenerSet();
  [heard, refused, cards, key] = [[], [], networkInterfaces(), KEY];
});

function parts() {
  return {
    clock: hostClock(),
    log: silent,
    rate: { perSecond: 0, burst: 1 },
    keyOf: () => key,
    cards: () => cards,
    tryEveryMs: 20,
    intake: {
      hear: (datagram: Datagram) => {
        heard.push({ ...datagram, bytes: Uint8Array.from(datagram.bytes) });
        return ['accepted'] as const;
      },
      refuse: (address: string, why: string) => void refused.push(`${address} ${why}`),
    },
  };
}

function made(more: object) {
  const bind = { address: '127.0.0.1' };
  const settings = listenerSettings.parse({ id: 'one', protocol: 'udp', bind, port: 0, ...more });
  return configuredListener(settings, parts());
}

async function opened(more: object = {}) {
  const listener = made(more);
  set.add(listener);
  await listener.start();
  return listener;
}

const HERE = '127.0.0.1';

async function send(port: number, bytes: string | Buffer, { from = HERE, to = HERE } = {}) {
  const socket = dgram.createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, from, resolve));
  if (to !== HERE) socket.setMulticastInterface('127.0.0.1');
  await new Promise((resolve) => socket.send(bytes, port, to, resolve));
  await new Promise<void>((resolve) => socket.close(resolve));
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 4_000, interval: 10 });
const stateOf = (id: string) => set.list().find((listener) => listener.id === id);

describe('the listeners of an engine', () => {
  it('live each for itself: one stops, starts and is replaced, the other hears on', async () => {
    const one = await opened({ name: 'Truck A' });
    const two = await opened({ id: 'two' });
    const { port } = one.bound();
    expect(await set.stop('one')).toMatchObject({ state: 'stopped', detail: 'off by choice' });
    await send(two.bound().port, 'a');
    await until(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ listener: 'two', protocol: 'udp' });
    expect(await set.start('one')).toMatchObject({ state: 'listening', name: 'Truck A', port });
    await send(port, 'b');
    await until(() => expect(stateOf('one')).toMatchObject({ packets: 1, accepted: 1 }));
    await set.replace(made({ name: 'Truck B' }));
    expect(stateOf('one')).toMatchObject({ state: 'listening', name: 'Truck B' });
    expect(stateOf('two')).toMatchObject({ state: 'listening', packets: 1 });
    await set.remove('one');
    expect(set.list().map(({ id }) => id)).toEqual(['two']);
    expect(await set.start('one')).toBeNull();
  });

  it('count on through a stop, and a replaced one that was off stays off', async () => {
    const one = await opened();
    await send(one.bound().port, 'a');
    await until(() => expect(stateOf('one')).toMatchObject({ packets: 1 }));
    await set.stop('one');
    expect(stateOf('one')).toMatchObject({ packets: 1 });
    expect(stateOf('one')?.lastPacketAt).not.toBeNull();
    await set.replace(made({}));
    expect(stateOf('one')).toMatchObject({ state: 'stopped' });
  });

  it('a card that is missing is a fault with the reason, until it is there', async () => {
    const { lo: _gone, [LOOPBACK]: card, ...rest } = networkInterfaces();
    cards = rest;
    const other = await opened({ id: 'two' });
    await opened({ bind: { card: LOOPBACK }, port: 0 });
    const why = `no card named ${LOOPBACK}`;
    expect(stateOf('one')).toMatchObject({ state: 'fault', detail: why, address: LOOPBACK });
    const since = stateOf('one')?.since;
    expect(since).toMatch(/Z$/u);
    await send(other.bound().port, 'a');
    await until(() => expect(heard).toHaveLength(1));
    expect(stateOf('one')).toMatchObject({ state: 'fault', since });
    cards = { ...rest, [LOOPBACK]: card };
    await until(() => expect(stateOf('one')).toMatchObject({ state: 'listening', detail: '' }));
    expect(stateOf('one')).toMatchObject({ address: '127.0.0.1' });
    cards = rest;
    await until(() => expect(stateOf('one')).toMatchObject({ state: 'fault', detail: why }));
  });

  it('a port that is taken is a fault of that one; it opens when the port is free', async () => {
    const other = dgram.createSocket('udp4');
    await new Promise<void>((resolve) => other.bind(0, '127.0.0.1', resolve));
    await opened({ port: other.address().port });
    expect(stateOf('one')).toMatchObject({ state: 'fault' });
    expect(stateOf('one')?.detail).toMatch(/another program has the port \(EADDRINUSE\)/u);
    await new Promise<void>((resolve) => other.close(resolve));
    await until(() => expect(stateOf('one')).toMatchObject({ state: 'listening' }));
  });

  it('any card says so', async () => {
    await opened({ bind: { address: '0.0.0.0' } });
    expect(stateOf('one')?.detail).toMatch(/^any card/u);
  });

  it('without the key that its signatures need it does not listen', async () => {
    key = null;
    await opened({ signedJson: 'required' });
    expect(stateOf('one')).toMatchObject({ state: 'fault', detail: 'no key for its signed JSON' });
  });
});

describe('the listeners of a start', () => {
  const free = { address: HERE, port: 0 };

  it('the two of the flags come first; a fault of another ends no start', async () => {
    const settings = listenerSettings.parse({
      id: 'three',
      protocol: 'udp',
      bind: { card: 'eno9' },
      port: 0,
    });
    const ports = { udp: free, scte104: free, listeners: [settings] };
    const cues = await openCues(set, ports, parts());
    expect(cues.ok && cues.value.udp.port).toBeGreaterThan(0);
    expect(set.list().map(({ id, state }) => `${id} ${state}`)).toEqual([
      'udp-1 listening',
      'scte104-1 listening',
      'three fault',
    ]);
  });

  it('a port of a flag in use ends it with one line, and nothing stays open', async () => {
    const taken = net.createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as net.AddressInfo;
    const ports = { udp: free, scte104: { ...free, port }, listeners: [] };
    const cues = await openCues(set, ports, parts());
    expect(cues).toMatchObject({ ok: false });
    expect(!cues.ok && cues.line).toMatch(/^SCTE 104 TCP .*EADDRINUSE.*--scte104/u);
    expect(set.list().every(({ state }) => state === 'stopped')).toBe(true);
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe('what a listener says of a datagram', () => {
  it('tells its own network from a stranger, and loopback is never one', async () => {
    const one = await opened({ allow: ['10.41.7.0/24'] });
    await send(one.bound().port, 'a');
    await send(one.bound().port, 'b', { from: '127.0.0.2' });
    await until(() => expect(heard).toHaveLength(2));
    expect(heard.map(({ vouched }) => vouched?.stranger)).toEqual([false, true]);
  });

  it('opens signed JSON before it is read', async () => {
    const one = await opened({ signedJson: 'required' });
    const body = Buffer.from('{"event_type":"goal"}');
    const at = { timeMs: Date.now(), nonce: 'nonce-0001' };
    const line = Buffer.from(sealLine(KEY, body, at));
    await send(one.bound().port, Buffer.concat([line, body]));
    await until(() => expect(heard).toHaveLength(1));
    expect(Buffer.from(heard[0]?.bytes ?? []).toString()).toBe(body.toString());
    expect(heard[0]?.vouched).toMatchObject({ needsSeal: true, seal: { ok: true } });
  });

  it('refuses what is larger than its cap, unread', async () => {
    const one = await opened({ datagramMostBytes: 20 });
    await send(one.bound().port, 'x'.repeat(21));
    await until(() => expect(refused).toEqual(['127.0.0.1 oversize']));
    expect(stateOf('one')).toMatchObject({ packets: 1, rejected: 1 });
  });
});

describe('SCTE 104 from outside the allow list', () => {
  it('is denied, takes no seat, and what it cues is heard as a stranger’s', async () => {
    const one = await opened({ protocol: 'scte104', allow: ['10.41.7.0/24'] });
    const single = { kind: 'single', opID: 1, result: 0xffff, result_extension: 0xffff };
    const head = { protocol_version: 0, as_index: 0, message_number: 1, dpi_pid_index: 0 };
    const rest = { scte35_protocol_version: 0, timestamp: { type: 'none' } };
    const ops = [{ opID: 0x102 }];
    const said = [
      encodeMessage({ ...single, ...head }),
      encodeMessage({ kind: 'multiple', ...head, ...rest, ops }),
    ].map((bytes) => bytes ?? new Uint8Array(0));
    const answersTo = async (localAddress: string): Promise<number[]> => {
      const socket = net.connect({ port: one.bound().port, host: '127.0.0.1', localAddress });
      const results: number[] = [];
      for (const bytes of said) {
        const reply = await new Promise<Buffer>((resolve) => {
          socket.once('data', resolve);
          socket.write(bytes);
        });
        results.push(reply.readUInt16BE(4));
      }
      socket.destroy();
      return results;
    };
    expect(await answersTo('127.0.0.2')).toEqual([101, 101]);
    expect(await answersTo('127.0.0.1')).toEqual([100, 100]);
    expect(heard.map(({ vouched }) => vouched?.stranger)).toEqual([true, false]);
  });
});

async function canMulticast(): Promise<boolean> {
  const socket = dgram.createSocket({ type: 'udp4', reuseAddr: true });
  try {
    await new Promise<void>((resolve) => socket.bind(0, '239.255.77.1', resolve));
    socket.addMembership('239.255.77.1', '127.0.0.1');
    const came = new Promise<boolean>((resolve) => {
      socket.once('message', () => resolve(true));
      setTimeout(() => resolve(false), 500).unref();
    });
    await send(socket.address().port, 'x', { to: '239.255.77.1' });
    return await came;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}

describe('multicast', async () => {
  const can = await canMulticast();
  const bind = { card: LOOPBACK };

  it.skipIf(!can)('a group is heard on its card, and its source is told', async () => {
    const groups = [{ group: '239.255.77.1' }];
    const one = await opened({ bind, groups });
    const { port } = one.bound();
    await send(port, 'to the group', { to: '239.255.77.1' });
    await until(() => expect(heard).toHaveLength(1));
    expect(stateOf('one')?.groups).toEqual([
      { group: '239.255.77.1', source: null, joined: true, detail: `joined on ${LOOPBACK}` },
    ]);
    await send(port, 'to the card');
    await until(() => expect(heard).toHaveLength(2));
  });

  it.skipIf(!can)('from one sender only, where that is asked for', async () => {
    const groups = [{ group: '232.1.77.1', source: '127.0.0.1' }];
    const one = await opened({ bind, groups });
    await send(one.bound().port, 'other', { from: '127.0.0.2', to: '232.1.77.1' });
    await send(one.bound().port, 'mine', { to: '232.1.77.1' });
    await until(() => expect(heard.length).toBeGreaterThan(0));
    expect(heard.map(({ address }) => address)).toEqual(['127.0.0.1']);
  });

  it.skipIf(!can)('named twice, it is heard once', async () => {
    const groups = [{ group: '239.255.77.1' }, { group: '239.255.77.1', on: { address: HERE } }];
    const one = await opened({ bind, groups });
    await send(one.bound().port, 'a', { to: '239.255.77.1' });
    await send(one.bound().port, 'b', { to: '239.255.77.1' });
    await until(() => expect(heard.length).toBeGreaterThan(1));
    expect(heard).toHaveLength(2);
  });

  it('a group that cannot be joined says why, and the listener hears on', async () => {
    const groups = [{ group: '239.255.77.1', on: { card: 'eno9' } }];
    const one = await opened({ bind, groups });
    expect(stateOf('one')).toMatchObject({
      state: 'listening',
      groups: [{ joined: false, detail: 'not joined: no card named eno9' }],
    });
    await send(one.bound().port, 'a');
    await until(() => expect(heard).toHaveLength(1));
  });
});
