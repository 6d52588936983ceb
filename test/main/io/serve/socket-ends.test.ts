// Owns the tests of how a connection at /rpc may end: a page that is left resets it without a word
// and is no news, what the network breaks is told. Refuses a network of its own to break.
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRpcSockets } from '../../../../src/main/io/serve/web/rpc-sockets';
import { openLog } from './served';

let server: Server;
let log: ReturnType<typeof openLog>;
let served: Duplex[] = [];
let ended = 0;

beforeEach(async () => {
  served = [];
  ended = 0;
  log = openLog();
  const sockets = createRpcSockets({
    socketsMost: 3,
    pingEveryMs: 60_000,
    gate: () => ({ ok: true, caller: { actor: 'owner' } }),
    lines: { open: () => ({ hear: () => true, close: () => void (ended += 1) }) },
    log,
    letIn: (socket) => void served.push(socket),
  });
  server = createServer().on('upgrade', sockets.upgrade);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const socket of served) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});

async function upgraded(): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const key = Buffer.alloc(16, 7).toString('base64');
  const version = 'Sec-WebSocket-Version: 13';
  const way = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${key}`;
  socket.write(`GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${way}\r\n${version}\r\n\r\n`);
  const head = await new Promise<string>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (bytes: Buffer) => resolve(bytes.toString('utf8')));
  });
  expect(head).toMatch(/^HTTP\/1\.1 101 /u);
  return socket;
}

describe('a connection', () => {
  it('that a page leaves by a reset is let go without a line in the log', async () => {
    const page = await upgraded();
    const codes: (string | undefined)[] = [];
    served[0]?.on('error', (cause: NodeJS.ErrnoException) => void codes.push(cause.code));
    page.resetAndDestroy();
    await vi.waitFor(() => expect(ended).toBe(1));
    expect(codes).toEqual(['ECONNRESET']);
    expect(log.lines).toEqual([]);
  });

  it('that the network breaks is told, under the name of what broke', async () => {
    await upgraded();
    served[0]?.destroy(Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' }));
    await vi.waitFor(() => expect(ended).toBe(1));
    expect(log.lines).toMatchObject([
      { level: 'warn', code: 'socket_failed', facts: { error: 'timed out' } },
    ]);
  });
});
