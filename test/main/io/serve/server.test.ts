// Owns the tests of the server's life: a start that cannot listen, slow and broken clients, and an
// end in good time whatever is open.
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { hostClock } from '../../../../src/main/io/ops/clock';
import { serveHttp } from '../../../../src/main/io/serve/http';
import { createRouter } from '../../../../src/main/io/serve/router';
import { BEARER, OWNER_TOKEN, openLog, serve } from './served';

describe('a start', () => {
  async function startAt(host: string, port: number) {
    const { engine, board, close } = await serve();
    const log = openLog();
    const router = createRouter(engine, board, { version: '1', uptimeMs: () => 0, log });
    const clock = hostClock();
    const at = { host, port, ownerToken: OWNER_TOKEN, version: '1', consoleDir: '/none' };
    const started = await serveHttp({ router, log, clock, ...at });
    await close();
    return started;
  }

  it('at a taken port says which one and how to mend it', async () => {
    const first = await serve();
    const { port } = first.http;
    const second = await startAt('127.0.0.1', port);
    await first.close();
    expect(second).toMatchObject({ ok: false, fault: { code: 'port_in_use' } });
    const message = second.ok ? '' : second.fault.message;
    expect(message).toContain(`127.0.0.1:${port}`);
    expect(message).toContain('--http');
  });

  it('at an address of another machine says so', async () => {
    const started = await startAt('192.0.2.1', 0);
    expect(started).toMatchObject({ ok: false, fault: { code: 'address_unknown' } });
  });
});

describe('a client on the wire', () => {
  it('that never ends its request is cut, and holds nobody up', async () => {
    const served = await serve({ limits: { headMs: 300 } });
    const slow = await Promise.all(Array.from({ length: 100 }, () => served.dial()));
    const ends = slow.map((socket) => once(socket.resume(), 'close'));
    for (const socket of slow) socket.write(`GET /health HTTP/1.1\r\nHost: ${served.host}\r\nX-`);
    expect((await served.ask({ path: '/health' })).status).toBe(200);
    await Promise.all(ends);
    await served.close();
  });

  it('that speaks no HTTP gets a refusal in our form', async () => {
    const served = await serve();
    for (const words of ['\x16\x03\x01\x02\x00', 'GET / HTTP/9.9\r\n\r\n', 'hello\r\n\r\n']) {
      const socket = await served.dial();
      let text = '';
      socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
      socket.write(words);
      await once(socket, 'close');
      expect(text).toMatch(/^HTTP\/1\.1 400 /u);
      expect(text).toMatch(/x-request-id: \S/u);
      expect(text).toContain('"code":"bad_request"');
    }
    await served.close();
  });

  it.each(['GET /health HTTP/1.1\r\n\r\n', 'GET /health HTTP/1.0\r\n\r\n'])(
    'that names no host is not known: %j',
    async (words) => {
      const served = await serve();
      const socket = await served.dial();
      let text = '';
      socket.on('data', (part: Buffer) => (text += part.toString('latin1')));
      socket.write(words);
      await vi.waitFor(() => expect(text).toContain('"code":"foreign_host"'));
      socket.destroy();
      await served.close();
    },
  );
});

describe('the end', () => {
  it('comes at once where nothing is open that was let in', async () => {
    const served = await serve();
    const upgrade = `Connection: Upgrade\r\nUpgrade: websocket\r\nHost: ${served.host}\r\n`;
    const words = [`GET /rpc HTTP/1.1\r\n${upgrade}\r\n`, 'garbage\r\n\r\n', 'GET /', ''];
    const strangers = words.map((word) => {
      const at = { port: served.http.port, host: '127.0.0.1', allowHalfOpen: true };
      const socket = connect(at).on('error', () => undefined);
      socket.write(word);
      return socket;
    });
    const refused = strangers.slice(0, 2).map((socket) => once(socket, 'data'));
    await Promise.all([...refused, served.ask({ path: '/health' })]);
    const startedMs = performance.now();
    await served.close();
    expect(performance.now() - startedMs).toBeLessThan(500);
    for (const socket of strangers) socket.destroy();
  });

  it('lets a call that is under way come to its end', async () => {
    const served = await serve();
    const { json } = await served.ask({ path: '/feeds/markers', headers: BEARER });
    const path = `/feeds/markers?epoch=${String(json['epoch'])}&seq=0&waitMs=300`;
    const waits = served.ask({ path, headers: BEARER });
    await vi.waitFor(() => expect(served.board.waiting()).toBe(1));
    await served.close();
    expect((await waits).status).toBe(200);
  });

  it('comes within two seconds with everything open', async () => {
    const served = await serve();
    const idle = await served.dial();
    const half = await served.dial();
    half.write(`POST /mode HTTP/1.1\r\nHost: ${served.host}\r\nContent-Length: 100\r\n`);
    const ws = new WebSocket(`ws://${served.host}/rpc`, { headers: BEARER });
    const deaf = new WebSocket(`ws://${served.host}/rpc`, { headers: BEARER });
    await Promise.all([once(ws, 'open'), once(deaf, 'open')]);
    deaf.pause();
    const { json } = await served.ask({ path: '/feeds/markers', headers: BEARER });
    const path = `/feeds/markers?epoch=${String(json['epoch'])}&seq=0&waitMs=5000`;
    const waits = served.ask({ path, headers: BEARER }).catch((error: Error) => error.message);
    await vi.waitFor(() => expect(served.board.waiting()).toBe(1));

    const goodbye = once(ws, 'close');
    const startedMs = performance.now();
    await served.close();
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect((await goodbye)[0]).toBe(1001);
    await waits;
    await vi.waitFor(() => expect(served.board.waiting()).toBe(0));
    await expect(served.ask({ path: '/health' })).rejects.toThrow('ECONNREFUSED');
    for (const socket of [idle, half]) socket.destroy();
    deaf.terminate();
  });

  it('answers those who wait if the board is closed first', async () => {
    const served = await serve();
    const { json } = await served.ask({ path: '/feeds/markers', headers: BEARER });
    const path = `/feeds/markers?epoch=${String(json['epoch'])}&seq=0&waitMs=5000`;
    const waits = served.ask({ path, headers: BEARER });
    await vi.waitFor(() => expect(served.board.waiting()).toBe(1));
    served.board.close();
    expect((await waits).json).toMatchObject({ kind: 'delta', items: [] });
    await served.close();
  });
});
