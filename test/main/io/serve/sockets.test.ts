// Owns the tests of the WebSocket at /rpc: who may upgrade, what garbage does, how many may come,
// and what becomes of the dead, the slow and the greedy.
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { BODY_MOST_BYTES } from '../../../../src/contract/limits';
import { markerRow } from '../../../contract/canned-rows';
import type { ApiClient } from '../../../contract/links';
import { BEARER, OWNER_TOKEN, serve, type Served } from './served';

let served: Served;
let opened: WebSocket[] = [];

beforeEach(async () => {
  served = await serve({ limits: { socketsMost: 3 } });
});
afterEach(async () => {
  for (const ws of opened) ws.terminate();
  opened = [];
  await served.close();
});

function dial(path: string, headers: Record<string, string> = {}, autoPong = true): WebSocket {
  const ws = new WebSocket(`ws://${served.host}${path}`, { headers, autoPong });
  opened.push(ws);
  return ws;
}

function outcome(ws: WebSocket): Promise<number> {
  return new Promise((resolve, reject) => {
    ws.once('open', () => resolve(101));
    ws.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
    ws.once('error', reject);
  });
}

async function open(headers: Record<string, string> = BEARER, autoPong = true) {
  const ws = dial('/rpc', headers, autoPong);
  expect(await outcome(ws)).toBe(101);
  return ws;
}

function closed(ws: WebSocket): Promise<number> {
  return new Promise((resolve) => ws.once('close', (code) => resolve(code)));
}

function clientOn(ws: WebSocket): ApiClient {
  return createORPCClient<ApiClient>(
    new RPCLink({ websocket: ws as unknown as globalThis.WebSocket }),
  );
}

describe('the upgrade', () => {
  it.each([
    ['without a token', '/rpc', {}, 401],
    ['with a wrong token', '/rpc?token=wrong', {}, 401],
    ['from a foreign page', '/rpc', { ...BEARER, origin: 'http://evil.example' }, 403],
    ['to a foreign host', '/rpc', { ...BEARER, host: 'evil.example' }, 403],
    ['at another address', '/elsewhere', BEARER, 404],
    ['by header', '/rpc', BEARER, 101],
    ['by address', `/rpc?token=${OWNER_TOKEN}`, {}, 101],
  ])('%s', async (...[, path, headers, status]) => {
    expect(await outcome(dial(path, headers as Record<string, string>))).toBe(status);
  });

  it('by the cookie of a signed-in browser', async () => {
    const { headers } = await served.ask({ path: `/?token=${OWNER_TOKEN}` });
    const cookie = headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
    const origin = `http://${served.host}`;
    expect(await outcome(dial('/rpc', { cookie, origin }))).toBe(101);
  });

  it('takes no more than it has room for, and has room again', async () => {
    const first = await open();
    await open();
    await open();
    expect(await outcome(dial('/rpc', BEARER))).toBe(429);
    const gone = closed(first);
    first.close();
    await gone;
    await vi.waitFor(async () => expect(await outcome(dial('/rpc', BEARER))).toBe(101));
  });
});

describe('garbage', () => {
  const frames = [
    '',
    'hello',
    '{"i":',
    '[]',
    'null',
    '{"i":"1"}',
    '{"i":"1","p":{"u":7}}',
    '{"i":"1","p":{"u":"http://evil.example/health"}}',
    '{"i":"1","t":3,"p":{}}',
    '{"i":{},"p":{"u":"/health"}}',
  ];

  it.each(frames)('%s is borne a few times, logged once, and then the end', async (frame) => {
    const ws = await open();
    const end = closed(ws);
    for (let n = 0; n < 8; n += 1) ws.send(frame);
    expect(await end).toBe(1008);
    const logged = served.log.lines.filter(({ code }) => code === 'socket_frame_refused');
    expect(logged).toHaveLength(1);
    expect((await served.ask({ path: '/health' })).status).toBe(200);
  });

  it('as bytes ends it too, and too large a frame at once', async () => {
    const bytes = await open();
    const bytesEnd = closed(bytes);
    for (let n = 0; n < 8; n += 1) bytes.send(Buffer.from([0xff, 0x00, n]));
    expect(await bytesEnd).toBe(1008);
    const large = await open();
    const largeEnd = closed(large);
    large.send('x'.repeat(BODY_MOST_BYTES + 1));
    expect(await largeEnd).toBe(1009);
  });

  it('among good calls does not disturb them', async () => {
    const ws = await open();
    ws.send('garbage');
    expect(await clientOn(ws).health()).toMatchObject({ status: 'ok' });
  });

  it('as an unknown call is a fault with a code', async () => {
    const client = clientOn(await open()) as unknown as {
      nobody: { home: () => Promise<unknown> };
    };
    await expect(client.nobody.home()).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a client', () => {
  it('that is dead is cut, one that answers pings stays', async () => {
    await served.close();
    served = await serve({ limits: { pingEveryMs: 300 } });
    const living = await open();
    const dead = await open(BEARER, false);
    expect(await closed(dead)).toBe(1006);
    expect(living.readyState).toBe(WebSocket.OPEN);
  });

  it('that opens more calls than a console has is told so, and the rest are answered', async () => {
    const client = clientOn(await open());
    const { epoch, seq } = await client.feeds.markers({});
    const pulls = Array.from({ length: 40 }, () =>
      client.feeds.markers({ epoch, seq, waitMs: 5_000 }).then(
        () => 'answered',
        (error: { code: string }) => error.code,
      ),
    );
    await vi.waitFor(() => expect(served.board.waiting()).toBe(32));
    served.board.post('markers', 'M-1', markerRow(1));
    const ends = await Promise.all(pulls);
    expect(ends.filter((end) => end === 'too_many')).toHaveLength(8);
    expect(ends.filter((end) => end === 'answered')).toHaveLength(32);
  });

  it('that goes while it waits leaves nothing behind', async () => {
    const ws = await open();
    const client = clientOn(ws);
    const { epoch, seq } = await client.feeds.markers({});
    const pull = expect(client.feeds.markers({ epoch, seq, waitMs: 5_000 })).rejects.toThrow();
    await vi.waitFor(() => expect(served.board.waiting()).toBe(1));
    ws.terminate();
    await pull;
    await vi.waitFor(() => expect(served.board.waiting()).toBe(0));
  });

  it('that asks and does not read is cut before much is kept for it', async () => {
    const ws = await open();
    const row = markerRow(1, 'x'.repeat(400_000));
    for (let n = 0; n < 10; n += 1)
      served.board.post('markers', `M-${n}`, { ...row, id: `M-${n}` });
    const ask = (n: number): string =>
      JSON.stringify({ i: `c${n}`, p: { u: '/feeds/markers', b: { json: {} } } });
    const end = closed(ws);
    ws.pause();
    let n = 0;
    const asking = setInterval(() => ws.send(ask(n++)), 1);
    await vi.waitFor(
      () => expect(served.log.lines.map(({ code }) => code)).toContain('socket_too_slow'),
      { timeout: 10_000 },
    );
    clearInterval(asking);
    ws.resume();
    expect(await end).toBe(1006);
  });
});
