// Holds the headless start to its word, on the built program: one ready line, exit codes, one line
// of help for whatever stands in the way, and a clean end.
import dgram from 'node:dgram';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startEngine } from '../e2e/engine';
import { nightDir } from '../sim/virtual-truck';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** The line a refused start says, with its exit code in front. */
async function refusal(flags: string[], dataDir = nightDir()): Promise<string> {
  const started = await startEngine({ dataDir, flags }).catch((error: unknown) => String(error));
  if (typeof started === 'string') return started;
  await started.stop();
  return 'it started';
}

describe('the headless start', () => {
  it('says where it listens, and ends with 0 on SIGTERM within five seconds', async () => {
    const engine = await startEngine();
    expect(engine.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=.{40,}$/u);
    const from = Date.now();
    expect(await engine.stop()).toBe(0);
    expect(Date.now() - from).toBeLessThan(5_000);
    expect(engine.said()).toBe('');
  });

  it('writes nothing but what the manual names', async () => {
    const dataDir = nightDir();
    const engine = await startEngine({ dataDir });
    await engine.stop();
    const names = readdirSync(dataDir).toSorted();
    expect(names).toEqual([
      'cuebid.head',
      'cuebid.seal',
      'cuebid.sqlite',
      'engine.lock',
      'logs',
      'secrets.json',
    ]);
  });

  it('names the flag or key that is wrong', async () => {
    expect(await refusal(['--htpp', 'x'])).toMatch(/ended with 2: cuebid: .*--htpp/u);
    const dataDir = nightDir();
    writeFileSync(join(dataDir, 'config.json'), '{"auctoins":{}}');
    expect(await refusal([], dataDir)).toMatch(/ended with 2: cuebid: .*auctoins/u);
  });

  it('names the port that is taken', async () => {
    const udp = dgram.createSocket('udp4');
    closers.push(() => udp.close());
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    const taken = `127.0.0.1:${udp.address().port}`;
    expect(await refusal(['--udp', taken])).toContain(`UDP ${taken}`);
    const server = http.createServer();
    closers.push(() => server.close());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const port = (server.address() as AddressInfo).port;
    expect(await refusal(['--http', `127.0.0.1:${port}`])).toContain(`HTTP 127.0.0.1:${port}`);
    const line = `SCTE 104 TCP 127.0.0.1:${port}`;
    expect(await refusal(['--scte104', `127.0.0.1:${port}`])).toContain(line);
  });

  it('refuses a folder that another engine holds, not one whose engine died', async () => {
    const engine = await startEngine();
    const { dataDir } = engine;
    expect(await refusal([], dataDir)).toMatch(/ended with 2: cuebid: /u);
    await engine.kill();
    const again = await startEngine({ dataDir });
    expect(await again.stop()).toBe(0);
  });

  it('refuses a database that is none', async () => {
    const dataDir = nightDir();
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(
      join(dataDir, 'cuebid.sqlite'),
      'not a database, but long enough to look at'.repeat(99),
    );
    const line = await refusal([], dataDir);
    expect(line).toMatch(/ended with 2: cuebid: /u);
    expect(line.trim().split('\n')).toHaveLength(1);
  });
});
