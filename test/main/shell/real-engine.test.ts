// Holds the built engine program to what its host relies on, as a real child process: ready and
// beats with its mode, an end that is asked for, a fault nobody caught, a start that is refused,
// and cues stamped on time while the host's own loop stands still.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

function supervised(more: readonly string[] = []) {
  const dataDir = mkdtempSync(join(tmpdir(), 'cuebid-shell-'));
  folders.push(dataDir);
  const flags = ['--data-dir', dataDir, '--http', '127.0.0.1:0', '--udp', '127.0.0.1:0', ...more];
  const news: EngineNews[] = [];
  const modes: (Mode | null)[] = [];
  const children: NodeForked[] = [];
  const bound: { http: { port: number }; udp: { port: number } }[] = [];
  const supervisor = new Supervisor<never>({
    fork: () => {
      const child = forkNode(REAL_ENGINE, flags);
      child.onWord((word) => {
        const read = engineWordSchema.parse(word);
        if (read.kind === 'ready') bound.push(read);
      });
      children.push(child);
      return child;
    },
    tell: (told) => news.push(told),
    mode: (mode) => modes.push(mode),
  });
  supervisor.start();
  const up = async (restarts = 0): Promise<void> =>
    vi.waitFor(() => expect(news.at(-1)).toMatchObject({ state: 'up', restarts }), WAIT);
  return { supervisor, dataDir, news, modes, children, bound, up };
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
});

const PER_SECOND = 50;
const CUES = 250;
const STALL_MS = 3_000;

interface Stamped {
  readonly sentMs: number;
  readonly lateMs: number;
}

async function stamps(dataDir: string, port: number): Promise<Stamped[]> {
  const secrets = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
  const token = /[\w-]{40,}/u.exec(secrets)?.[0] ?? '';
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(`http://127.0.0.1:${port}/scte/markers?limit=500`, { headers });
  const page = (await answer.json()) as { items: { receivedAt: string; rawBase64: string }[] };
  return page.items.map(({ receivedAt, rawBase64 }) => {
    const cue = JSON.parse(Buffer.from(rawBase64, 'base64').toString('utf8')) as {
      timestamp: number;
    };
    return { sentMs: cue.timestamp, lateMs: Date.parse(receivedAt) - cue.timestamp };
  });
}

describe('while the host stalls for three seconds at 50 cues a second', () => {
  it('the engine stamps 99 of 100 cues within 5 ms', async () => {
    const { supervisor, dataDir, bound, news, up } = supervised();
    await up();
    const ports = bound[0];
    const args = [
      here('./programs/cue-source.mjs'),
      `${ports?.udp.port}`,
      `${PER_SECOND}`,
      `${CUES}`,
    ];
    const source = spawn(process.execPath, args, { stdio: 'inherit' });
    const sent = new Promise((resolve) => source.once('exit', resolve));
    await new Promise((resolve) => source.once('spawn', resolve));
    const stallFromMs = Date.now();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STALL_MS);
    const stallToMs = Date.now();
    expect(stallToMs - stallFromMs).toBeGreaterThanOrEqual(STALL_MS - 1);
    expect(await sent).toBe(0);
    const port = ports?.http.port ?? 0;
    const all = await vi.waitFor(async () => {
      const now = await stamps(dataDir, port);
      expect(now).toHaveLength(CUES);
      return now;
    }, WAIT);
    const during = all.filter(({ sentMs }) => sentMs >= stallFromMs && sentMs < stallToMs);
    expect(during.length).toBeGreaterThan((STALL_MS / 1_000) * PER_SECOND * 0.9);
    const late = during.map(({ lateMs }) => lateMs).toSorted((a, b) => a - b);
    const p99 = late[Math.ceil(late.length * 0.99) - 1];
    const figures = `p50 ${late[late.length >> 1]}, p99 ${p99}, most ${late.at(-1)} ms`;
    expect(p99, figures).toBeLessThan(5);
    expect(news.at(-1)).toMatchObject({ state: 'up', restarts: 0 });
    expect(await supervisor.end()).toBe('clean');
  });
});
