// Holds the built engine program to what its host relies on, as a real child process: ready and
// beats with its mode, an end that is asked for, a fault nobody caught, a start that is refused.
// What a stalled host may not do to it is timed, and so stands where nothing runs beside it: e2e.
import { execFileSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { engineWordSchema, type EngineNews, type Mode } from '../../../src/contract/status';
import { Supervisor } from '../../../src/main/shell/engine/supervisor';
import { endAll, forkNode, REAL_ENGINE, type NodeForked } from './node-fork';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const WAIT = { timeout: 20_000, interval: 20 };
const folders: string[] = [];

beforeAll(() => {
  execFileSync(process.execPath, [here('../../../scripts/build.mjs')], { stdio: 'ignore' });
}, 120_000);

afterEach(async () => {
  await endAll();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cuebid-shell-'));
  folders.push(folder);
  return folder;
}

function supervised(more: readonly string[] = [], dataDir = ownFolder()) {
  const flags = [
    '--data-dir',
    dataDir,
    '--http',
    '127.0.0.1:0',
    '--udp',
    '127.0.0.1:0',
    '--scte104',
    '127.0.0.1:0',
    ...more,
  ];
  const news: EngineNews[] = [];
  const modes: (Mode | null)[] = [];
  const children: NodeForked[] = [];
  const ports: { http: number; udp: number }[] = [];
  const supervisor = new Supervisor<never>({
    fork: () => {
      const child = forkNode(REAL_ENGINE, flags);
      children.push(child);
      child.onWord((word) => {
        const read = engineWordSchema.parse(word);
        if (read.kind === 'ready') ports.push({ http: read.http.port, udp: read.udp.port });
      });
      return child;
    },
    tell: (told) => news.push(told),
    mode: (mode) => modes.push(mode),
  });
  supervisor.start();
  const up = async (restarts = 0): Promise<void> =>
    vi.waitFor(() => expect(news.at(-1)).toMatchObject({ state: 'up', restarts }), WAIT);
  return { supervisor, news, modes, children, ports, up };
}

/** Asks an engine on a data folder, as its owner. */
async function ask<T>(dataDir: string, http: number | undefined, path: string): Promise<T> {
  const secrets = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
  const { ownerToken } = JSON.parse(secrets) as { ownerToken: string };
  const headers = { authorization: `Bearer ${ownerToken}` };
  return (await (await fetch(`http://127.0.0.1:${http}${path}`, { headers })).json()) as T;
}

function sendCue(port: number | undefined): Promise<void> {
  const socket = createSocket('udp4');
  const cue = JSON.stringify({ event_type: 'goal', game_id: 'last', timestamp: Date.now() });
  return new Promise((resolve) => {
    socket.send(cue, port ?? 0, '127.0.0.1', () => {
      socket.close();
      resolve();
    });
  });
}

describe('the engine as a child', () => {
  it('comes up, tells its mode with every beat, and ends cleanly when asked', async () => {
    const { supervisor, modes, up, children } = supervised(['--mode', 'rehearsal']);
    await up();
    await vi.waitFor(() => expect(modes).toContain('REHEARSAL'), WAIT);
    const from = performance.now();
    expect(await supervisor.end()).toBe('clean');
    expect(performance.now() - from).toBeLessThan(5_000);
    expect(children[0]?.said()).toBe('');
  });

  it('ends by a promise nobody waits for, is started anew, and that is told', async () => {
    const { supervisor, news, children, up } = supervised();
    await up();
    children[0]?.process.send({ kind: 'break' });
    await up(1);
    expect(news.find(({ state }) => state === 'restarting')?.why).toBe(
      'The engine failed: a promise nobody waits for',
    );
    expect(children[0]?.process.exitCode).toBe(1);
    expect(children[0]?.said()).toContain('a promise nobody waits for');
    expect(await supervisor.end()).toBe('clean');
  });

  it('says in one line why it cannot start', async () => {
    const { news } = supervised(['--mode', 'loud']);
    await vi.waitFor(() => expect(news.at(-1)?.state).toBe('ended'), WAIT);
    expect(news.at(-1)?.why).toMatch(/^Settings are wrong: mode/u);
  });

  it('closes an open auction before it ends, as the next start finds it', async () => {
    const dataDir = ownFolder();
    const auctions = { defaultDurationMs: 2_000 };
    writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ auctions }));
    const first = supervised(['--mode', 'rehearsal'], dataDir);
    await first.up();
    await sendCue(first.ports[0]?.udp);
    const open = (): Promise<{ auctions: { open: number } }> =>
      ask(dataDir, first.ports[0]?.http, '/api/live-stats');
    await vi.waitFor(async () => expect((await open()).auctions.open).toBe(1), {
      timeout: 5_000,
      interval: 5,
    });
    expect(await first.supervisor.end()).toBe('clean');
    const next = supervised([], dataDir);
    await next.up();
    const page = await ask<{ items: { status: string }[] }>(
      dataDir,
      next.ports[0]?.http,
      '/auctions',
    );
    expect(page.items.map(({ status }) => status)).toEqual(['SOLD']);
    expect(await next.supervisor.end()).toBe('clean');
  });
});
