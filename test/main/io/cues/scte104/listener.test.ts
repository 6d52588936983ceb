// Holds the SCTE 104 port to the standard's session rules over a real socket: answers, one
// automation system an instance, copies acknowledged and not run again, and no harm from peers
// that misbehave.
import net from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Datagram, Heard, Intake } from '../../../../../src/main/flow/ports';
import { decodeMessage, encodeMessage } from '../../../../../src/main/core/codec/scte104/message';
import { Framing } from '../../../../../src/main/core/codec/scte104/framing';
import { hostClock } from '../../../../../src/main/io/ops/clock';
import {
  openScte104Listener,
  type Scte104Listener,
  type Scte104Settings,
} from '../../../../../src/main/io/cues/scte104/listener';
import { openLog } from '../../serve/served';

async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5_000, interval: 5 });
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const HEAD = { protocol_version: 0, as_index: 4, message_number: 0, dpi_pid_index: 9 };
const NONE = { result: 0xffff, result_extension: 0xffff };
const INIT = { kind: 'single', opID: 1, ...NONE, ...HEAD };
const START = {
  opID: 0x101,
  splice_insert_type: 1,
  splice_event_id: 77,
  unique_program_id: 1,
  pre_roll_time_ms: 8000,
  break_duration_tenths: 300,
  avail_num: 0,
  avails_expected: 0,
  auto_return_flag: 1,
};

function multiple(more: Record<string, unknown>): Record<string, unknown> {
  const timestamp = { type: 'none' };
  return {
    kind: 'multiple',
    ...HEAD,
    scte35_protocol_version: 0,
    timestamp,
    ops: [START],
    ...more,
  };
}

function utc(aheadS: number): Record<string, unknown> {
  return { type: 'utc', seconds: Math.floor(Date.now() / 1_000) + aheadS, microseconds: 0 };
}

function bytesOf(message: unknown): Uint8Array {
  const bytes = encodeMessage(message);
  if (bytes === null) throw new Error('not a message');
  return bytes;
}

interface Opened {
  readonly listener: Scte104Listener;
  readonly heard: Datagram[];
  readonly log: ReturnType<typeof openLog>;
}

async function opened(more: Partial<Scte104Settings> = {}): Promise<Opened> {
  const heard: Datagram[] = [];
  const log = openLog();
  const hear = (datagram: Datagram): readonly Heard[] => {
    heard.push(datagram);
    return ['accepted'];
  };
  const intake: Intake = { hear, refuse: () => undefined };
  const rate = { perSecond: 0, burst: 1 };
  const where = { id: 'scte104-1', address: '127.0.0.1', port: 0, rate, ...more };
  const listener = await openScte104Listener(where, { intake, clock: hostClock(), log });
  closers.push(() => listener.close());
  return { listener, heard, log };
}

interface Peer {
  readonly socket: net.Socket;
  readonly answers: Record<string, unknown>[];
  readonly ended: () => boolean;
}

async function connected({ listener }: Opened, localAddress = '127.0.0.1'): Promise<Peer> {
  const answers: Record<string, unknown>[] = [];
  const framing = new Framing();
  let ended = false;
  const socket = net.connect({ port: listener.port, host: '127.0.0.1', localAddress });
  socket.on('data', (chunk) => {
    for (const bytes of framing.push(chunk).messages) {
      const read = decodeMessage(bytes);
      if (read.ok) answers.push({ ...read.message });
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => (ended = true));
  closers.push(() => socket.destroy());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return { socket, answers, ended: () => ended };
}

async function asked(peer: Peer, message: unknown, answers: number): Promise<void> {
  const all = peer.answers.length + answers;
  peer.socket.write(bytesOf(message));
  await until(() => peer.answers.length >= all);
}

describe('an SCTE 104 session', () => {
  it('answers init and alive, with its time where it was asked for', async () => {
    const peer = await connected(await opened());
    await asked(peer, INIT, 1);
    await asked(peer, { ...INIT, opID: 3 }, 1);
    await asked(peer, { ...INIT, opID: 3, time: { seconds: 0, microseconds: 0 } }, 1);
    const [init, bare, timed] = peer.answers;
    expect(init).toMatchObject({ op: 'init_response', result: 100, as_index: 4, dpi_pid_index: 9 });
    expect(bare).toMatchObject({ op: 'alive_response', result: 100 });
    expect(bare).not.toHaveProperty('time');
    expect(timed?.['time']).toMatchObject({ seconds: expect.any(Number) as number });
  });

  it('answers a request at once and again when its section is made', async () => {
    const at = await opened();
    const peer = await connected(at);
    await asked(peer, multiple({ message_number: 5 }), 2);
    expect(peer.answers).toMatchObject([
      { op: 'inject_response', result: 100, acked_message_number: 5 },
      { op: 'inject_complete_response', acked_message_number: 5, cue_message_count: 1 },
    ]);
    expect(at.heard).toMatchObject([{ protocol: 'scte104', address: '127.0.0.1' }]);
  });

  it('acknowledges a copy and does not run it again; other bytes are another message', async () => {
    const at = await opened();
    const peer = await connected(at);
    await asked(peer, multiple({ message_number: 5 }), 2);
    await asked(peer, multiple({ message_number: 5 }), 2);
    expect(at.heard).toHaveLength(1);
    expect(at.listener.state()).toMatchObject({ accepted: 1, duplicates: 1, packets: 2 });
    const other = { ...START, splice_event_id: 78 };
    await asked(peer, multiple({ message_number: 5, ops: [other] }), 2);
    expect(at.heard).toHaveLength(2);
  });

  it.each([
    ['a pre-roll that is too small', { ops: [{ ...START, pre_roll_time_ms: 1000 }] }, 122, 2],
    ['a reserved splice type', { ops: [{ ...START, splice_insert_type: 9 }] }, 121, 1],
    ['an operation nobody assigned', { ops: [START, { opID: 0x2ff, raw_hex: '' }] }, 125, 2],
    ['a GPI line', { timestamp: { type: 'gpi', number: 1, edge: 1 } }, 123, 1],
    ['a time far ahead', { timestamp: utc(4_000) }, 123, 1],
    ['a time long past', { timestamp: utc(-60) }, 121, 1],
    ['a control word', { ops: [{ opID: 0x300, cw_index: 1 }] }, 107, 1],
  ])('says so of %s', async (...[, more, result, answers]) => {
    const peer = await connected(await opened());
    await asked(peer, multiple(more), answers);
    expect(peer.answers[0]).toMatchObject({ op: 'inject_response', result });
    expect(peer.answers).toHaveLength(answers);
  });

  it('lets one automation system at a time speak for an instance', async () => {
    const at = await opened();
    const first = await connected(at);
    await asked(first, INIT, 1);
    const second = await connected(at, '127.0.0.2');
    await asked(second, INIT, 1);
    await asked(second, multiple({}), 1);
    expect(second.answers).toMatchObject([{ result: 110 }, { op: 'inject_response', result: 110 }]);
    expect(at.heard).toHaveLength(0);
    await asked(second, { ...INIT, dpi_pid_index: 10 }, 1);
    expect(second.answers[2]).toMatchObject({ result: 100 });
    first.socket.end();
    await until(() => first.ended());
    await asked(second, INIT, 1);
    expect(second.answers[3]).toMatchObject({ result: 100 });
  });

  it('lets the same machine come back and drops what it left behind', async () => {
    const at = await opened();
    const left = await connected(at);
    await asked(left, INIT, 1);
    const back = await connected(at);
    await asked(back, INIT, 1);
    expect(back.answers).toMatchObject([{ result: 100 }]);
    await until(() => left.ended());
  });

  it('refuses a message whose inside is broken and goes on', async () => {
    const at = await opened();
    const peer = await connected(at);
    const broken = bytesOf(multiple({ message_number: 3 }));
    broken[11] = 9;
    peer.socket.write(broken);
    await until(() => peer.answers.length > 0);
    expect(peer.answers[0]).toMatchObject({ op: 'inject_response', result: 115 });
    await asked(peer, INIT, 1);
    expect(peer.answers[1]).toMatchObject({ op: 'init_response', result: 100 });
  });
});

describe('peers that misbehave', () => {
  it.each([
    ['TLS', Buffer.from('16030100c8010000c4', 'hex')],
    ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ])('%s is dropped at once and harms nobody', async (...[, hello]) => {
    const at = await opened();
    const good = await connected(at);
    const bad = await connected(at);
    bad.socket.write(hello);
    await until(() => bad.ended());
    expect(JSON.stringify(at.log.lines)).toContain('not SCTE 104');
    await asked(good, INIT, 1);
    expect(good.answers).toHaveLength(1);
  });

  it('a begun message that stalls, and a line that is silent, are given up', async () => {
    const at = await opened({ wholeMs: 30, idleMs: 60 });
    const stalled = await connected(at);
    stalled.socket.write(bytesOf(INIT).subarray(0, 5));
    await until(() => stalled.ended());
    const silent = await connected(at);
    await asked(silent, INIT, 1);
    await until(() => silent.ended());
    expect(JSON.stringify(at.log.lines)).toMatch(
      /no whole message in time[\s\S]*silent for too long/u,
    );
  });

  it('a flood of messages in one write is answered one by one', async () => {
    const at = await opened();
    const peer = await connected(at);
    const many = Array.from({ length: 200 }, (_, n) =>
      bytesOf(multiple({ message_number: n, ops: [{ ...START, splice_event_id: n }] })),
    );
    peer.socket.write(Buffer.concat(many));
    await until(() => peer.answers.length === 400);
    expect(at.heard).toHaveLength(200);
  });

  it('more connections than it holds are turned away', async () => {
    const at = await opened();
    const peers: Peer[] = [];
    for (let n = 0; n < 65; n += 1) {
      peers.push(await connected(at, `127.0.0.${2 + Math.floor(n / 8)}`));
    }
    await until(() => peers.some((peer) => peer.ended()));
    expect(peers.filter((peer) => peer.ended())).toHaveLength(1);
  });
});
