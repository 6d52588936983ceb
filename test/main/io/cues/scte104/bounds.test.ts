// Holds the SCTE 104 port to its bounds over a real socket: cues beside the first of a message are
// charged, one host does not hold every connection, and a connection without a message is given up.
import net from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { encodeMessage } from '../../../../../src/main/core/codec/scte104/message';
import type { Intake } from '../../../../../src/main/flow/ports';
import { hostClock } from '../../../../../src/main/io/ops/clock';
import {
  openScte104Listener,
  type Scte104Settings,
} from '../../../../../src/main/io/cues/scte104/listener';
import { openLog } from '../../serve/served';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function until(holds: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5_000, interval: 5 });
}

async function opened(more: Partial<Scte104Settings> = {}) {
  const log = openLog();
  const refused: string[] = [];
  const heard: number[] = [];
  const intake: Intake = {
    hear: ({ bytes }) => {
      heard.push(bytes.length);
      return Array.from({ length: 16 }, () => 'accepted' as const);
    },
    refuse: (_, why) => void refused.push(why),
  };
  const rate = { perSecond: 1, burst: 18 };
  const where = { id: 'scte104-1', address: '127.0.0.1', port: 0, rate, ...more };
  const listener = await openScte104Listener(where, { intake, clock: hostClock(), log });
  closers.push(() => listener.close());
  return { listener, log, refused, heard };
}

async function connected(port: number, localAddress = '127.0.0.1') {
  const socket = net.connect({ port, host: '127.0.0.1', localAddress });
  const peer = { socket, ended: false, bytes: 0 };
  socket.on('data', (chunk) => (peer.bytes += chunk.length));
  socket.on('error', () => undefined);
  socket.on('close', () => (peer.ended = true));
  closers.push(() => socket.destroy());
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return peer;
}

function message(message_number: number, requests: number): Uint8Array {
  const op = { opID: 0x101, splice_insert_type: 1, unique_program_id: 1, pre_roll_time_ms: 8000 };
  const more = {
    break_duration_tenths: 300,
    avail_num: 0,
    avails_expected: 0,
    auto_return_flag: 1,
  };
  const ops = Array.from({ length: requests }, (_, at) => ({
    ...op,
    ...more,
    splice_event_id: at,
  }));
  const head = { protocol_version: 0, as_index: 0, message_number, dpi_pid_index: 0 };
  const rest = { scte35_protocol_version: 0, timestamp: { type: 'none' }, ops };
  const bytes = encodeMessage({ kind: 'multiple', ...head, ...rest });
  if (bytes === null) throw new Error('not a message');
  return bytes;
}

it('cues beside the first of a message are charged to its address', async () => {
  const at = await opened();
  const { socket } = await connected(at.listener.port);
  socket.write(Buffer.concat([1, 2, 3, 4].map((number) => message(number, 16))));
  await until(() => at.listener.state().packets === 4);
  expect(at.heard).toHaveLength(2);
  expect(at.refused).toEqual(['rate', 'rate']);
});

it('a message of more requests than are taken at once is answered with a failure', async () => {
  const at = await opened();
  const { socket } = await connected(at.listener.port);
  const answer = new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.write(message(1, 17));
  expect((await answer).readUInt16BE(4)).toBe(120);
});

it('one address holds eight connections; another still comes in', async () => {
  const at = await opened();
  const peers: Awaited<ReturnType<typeof connected>>[] = [];
  for (let n = 0; n < 9; n += 1) peers.push(await connected(at.listener.port));
  await until(() => peers.some(({ ended }) => ended));
  expect(peers.filter(({ ended }) => ended)).toHaveLength(1);
  const other = await connected(at.listener.port, '127.0.0.2');
  other.socket.write(message(1, 1));
  await until(() => other.bytes > 0);
  expect(other.ended).toBe(false);
});

it('a connection that sends no whole message is given up, one that sent one is kept', async () => {
  const at = await opened({ wholeMs: 40 });
  const speaks = await connected(at.listener.port);
  speaks.socket.write(message(1, 1));
  await until(() => speaks.bytes > 0);
  const silent = await connected(at.listener.port);
  await until(() => silent.ended);
  expect(speaks.ended).toBe(false);
});

it('messages sent before a line went down are still run', async () => {
  const at = await opened({ rate: { perSecond: 0, burst: 1 } });
  const { socket } = await connected(at.listener.port);
  const sent = Array.from({ length: 40 }, (_, number) => message(number, 1));
  socket.write(Buffer.concat([...sent, Buffer.from('GET / HTTP/1.1')]));
  await until(() => at.heard.length === 40);
  expect(JSON.stringify(at.log.lines)).toContain('not SCTE 104');
});
