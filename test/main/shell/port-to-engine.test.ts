// Holds the whole way of a window's port: from the supervisor through the built engine program to
// an answer of the contract, also for a port that was asked for while the engine was down.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { EngineNews } from '../../../src/contract/status';
import type { Forked } from '../../../src/main/shell/engine/forked';
import { Supervisor } from '../../../src/main/shell/engine/supervisor';
import type { ApiClient } from '../../contract/links';
import { REAL_ENGINE } from './node-fork';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PORTS = ['http', 'udp', 'scte104'].flatMap((name) => [`--${name}`, '127.0.0.1:0']);
const WAIT = { timeout: 20_000, interval: 20 };
const dataDir = mkdtempSync(join(tmpdir(), 'cuebid-port-'));

beforeAll(() => {
  execFileSync(process.execPath, [here('../../../scripts/build.mjs')], { stdio: 'ignore' });
}, 120_000);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function forkThread(): Forked<MessagePort> {
  const argv = ['--data-dir', dataDir, ...PORTS];
  const workerData: unknown = pathToFileURL(REAL_ENGINE).href;
  const thread = new Worker(here('./programs/in-thread.mjs'), { argv, workerData });
  return {
    post: (word, ports = []) => thread.postMessage({ word, ports }, [...ports]),
    onWord: (tell) => thread.on('message', tell),
    onExit: (tell) => thread.once('exit', tell),
    kill: () => void thread.terminate(),
  };
}

interface Linked {
  readonly client: ApiClient;
  readonly port: MessagePort;
}

function clientOver(supervisor: Supervisor<MessagePort>): Linked {
  const { port1, port2 } = new MessageChannel();
  supervisor.serve(port1);
  const client = createORPCClient<ApiClient>(new RPCLink({ port: port2 }));
  port2.start();
  return { client, port: port2 };
}

it('a port reaches the engine, asked for before or after it was up, and ends with it', async () => {
  const news: EngineNews[] = [];
  const supervisor = new Supervisor<MessagePort>({
    fork: forkThread,
    tell: (told) => news.push(told),
    mode: () => undefined,
  });
  supervisor.start();
  const early = clientOver(supervisor);
  expect(await early.client.health({})).toMatchObject({ service: 'cuebid' });
  const later = clientOver(supervisor);
  expect((await later.client.priceBook.get({})).version).toBeGreaterThan(0);
  const batch = await later.client.feeds.status({});
  expect(batch.kind).toBe('snapshot');
  const closed = [early, later].map(({ port }) => new Promise((tell) => port.once('close', tell)));
  expect(await supervisor.end()).toBe('clean');
  await Promise.all(closed);
  await vi.waitFor(() => expect(news.at(-1)?.state).toBe('ended'), WAIT);
});
