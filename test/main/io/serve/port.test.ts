// Owns the tests of serving over the kinds of message port, and of what a port may not do to the
// engine: garbage closes it, its end aborts what waits.
import { MessageChannel } from 'node:worker_threads';
import { EventEmitter } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { describe, expect, it, vi } from 'vitest';
import { hostClock } from '../../../../src/main/io/ops/clock';
import { createBoard } from '../../../../src/main/io/serve/board';
import { servePort } from '../../../../src/main/io/serve/port';
import { createRouter } from '../../../../src/main/io/serve/router';
import { cannedEngine } from '../../../contract/canned-engine';
import type { ApiClient } from '../../../contract/links';
import { openLog } from './served';

function routed() {
  const log = openLog();
  const board = createBoard({ clock: hostClock(), epoch: 'first' });
  const router = createRouter(cannedEngine(), board, { version: '1', uptimeMs: () => 0, log });
  return { log, board, router };
}

/** An end that behaves as Electron's MessagePortMain does: `on`, and events with data. */
class MainPort extends EventEmitter {
  other: MainPort | null = null;
  started = false;
  readonly sent: unknown[] = [];
  postMessage(data: unknown): void {
    this.sent.push(data);
    const { other } = this;
    if (other?.started) setImmediate(() => other.emit('message', { data: structuredClone(data) }));
  }
  start(): void {
    this.started = true;
  }
  close(): void {
    this.emit('close');
    this.other?.emit('close');
  }
}

function mainChannel(): [MainPort, MainPort] {
  const [one, two] = [new MainPort(), new MainPort()];
  [one.other, two.other] = [two, one];
  return [one, two];
}

describe('a message port', () => {
  it("of Electron's main process is served", async () => {
    const { router, log } = routed();
    const [own, theirs] = mainChannel();
    servePort(own, router, { log });
    theirs.start();
    const client = createORPCClient<ApiClient>(new RPCLink({ port: theirs }));
    expect(await client.health()).toMatchObject({ status: 'ok' });
  });

  it('that sends garbage is closed after a while, logged once', async () => {
    const { router, log } = routed();
    const { port1, port2 } = new MessageChannel();
    servePort(port1, router, { log, requestId: 'window-1' });
    const end = new Promise((resolve) => port2.once('close', resolve));
    for (const garbage of [
      'x',
      '{}',
      { i: '1', p: { u: '/health' } },
      null,
      7,
      [],
      '[]',
      '{"i":1}',
    ])
      port2.postMessage(garbage);
    await end;
    expect(log.lines).toEqual([
      { level: 'warn', code: 'port_frame_refused', facts: { requestId: 'window-1' } },
    ]);
  });

  it('that closes lets go of what waits', async () => {
    const { router, log, board } = routed();
    const { port1, port2 } = new MessageChannel();
    servePort(port1, router, { log });
    const client = createORPCClient<ApiClient>(new RPCLink({ port: port2 }));
    port2.start();
    const { epoch, seq } = await client.feeds.markers({});
    const pull = expect(client.feeds.markers({ epoch, seq, waitMs: 5_000 })).rejects.toThrow();
    await vi.waitFor(() => expect(board.waiting()).toBe(1));
    port2.close();
    await pull;
    await vi.waitFor(() => expect(board.waiting()).toBe(0));
  });

  it('speaks as whom it was handed to', async () => {
    const { router, log } = routed();
    const { port1, port2 } = new MessageChannel();
    const served = servePort(port1, router, { log, caller: { actor: 'window' } });
    const client = createORPCClient<ApiClient>(new RPCLink({ port: port2 }));
    port2.start();
    const { version, book } = await client.priceBook.get();
    const changed = await client.priceBook.put({ fromVersion: version, name: 'Same', book });
    expect(changed.actor).toBe('window');
    served.close();
  });
});
