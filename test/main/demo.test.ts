// Holds `--demo` to its word on the built program, with nothing but loopback: cues arrive over UDP,
// slots sell on air within seconds, and its folder and a real one are never mixed.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Auction } from '../../src/contract/auction';
import type { Marker } from '../../src/contract/marker';
import type { Page } from '../../src/contract/page';
import type { Settlement } from '../../src/contract/settlement';
import type { LiveStats } from '../../src/contract/status';
import { defaultDataDir } from '../../src/main/io/ops/data-dir';
import { startEngine, type TestEngine } from '../e2e/engine';
import { nightDir } from '../sim/virtual-truck';

const MOST_MS = 25_000;

const engines: TestEngine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.kill();
});

async function started(options: Parameters<typeof startEngine>[0]): Promise<TestEngine> {
  const engine = await startEngine(options);
  engines.push(engine);
  return engine;
}

async function ask<T>(engine: TestEngine, path: string): Promise<T> {
  const { status, json } = await engine.call('GET', path);
  expect(status).toBe(200);
  return json as T;
}

const listOf = async <T>(engine: TestEngine, path: string): Promise<readonly T[]> =>
  (await ask<Page<T>>(engine, path)).items;

/** Asks again until it is so; the test's own limit is the end of it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('a demo', () => {
  it(
    'plays, sells on air and owes, within seconds and all by itself',
    async () => {
      const engine = await started({ flags: ['--demo'] });
      await until(async () => (await listOf(engine, '/settlements')).length >= 2);
      const stats = await ask<LiveStats>(engine, '/api/live-stats');
      expect(stats).toMatchObject({ demo: true, mode: 'ON_AIR', trouble: null });
      const markers = await listOf<Marker>(engine, '/scte/markers');
      const heard = new Set(markers.map(({ status }) => status));
      expect(heard).toEqual(new Set(['ACCEPTED', 'DUPLICATE']));
      for (const { source, gameId } of markers) {
        expect(source).toMatchObject({ address: '127.0.0.1', protocol: 'udp' });
        expect(gameId).toMatch(/^demo-/u);
      }
      const sold = (await listOf<Auction>(engine, '/auctions')).filter(
        ({ status }) => status === 'SOLD',
      );
      expect(sold.length).toBeGreaterThanOrEqual(2);
      for (const { winner, rehearsal } of sold) {
        expect(winner?.name).toMatch(/\(DEMO\)$/u);
        expect(rehearsal).toBe(false);
      }
      for (const { status } of await listOf<Settlement>(engine, '/settlements')) {
        expect(status).toBe('DUE');
      }
      expect(await engine.stop()).toBe(0);
      expect(engine.said()).toBe('');
    },
    MOST_MS,
  );

  it(
    'sends heartbeats that are counted',
    async () => {
      const engine = await started({ env: { CUEBID_DEMO: '1' } });
      const heartbeats = async (): Promise<number> =>
        (await ask<LiveStats>(engine, '/api/live-stats')).markers.heartbeats;
      await until(async () => (await heartbeats()) >= 2);
    },
    MOST_MS,
  );

  it.each([
    { first: ['--demo'], then: [], line: /^cuebid: The data folder is a demo/mu },
    { first: [], then: ['--demo'], line: /^cuebid: The data folder holds a real night/mu },
  ])(
    'and a real night refuse each other ($first then $then)',
    async ({ first, then, line }) => {
      const dataDir = nightDir();
      const before = await started({ dataDir, flags: first });
      expect(await before.stop()).toBe(0);
      const refusal = await startEngine({ dataDir, flags: then }).then(() => 'it started', String);
      expect(refusal).toMatch(/ended with 2: cuebid: /u);
      const said = refusal.slice(refusal.indexOf('cuebid: '));
      expect(said).toMatch(line);
      expect(said.trim().split('\n')).toHaveLength(1);
      const again = await started({ dataDir, flags: first });
      expect(await again.stop()).toBe(0);
    },
    MOST_MS,
  );

  it.skipIf(process.platform === 'darwin')(
    'lies apart from the nights of this account, also where a host names their folder',
    async () => {
      const home = nightDir();
      const homes = { XDG_CONFIG_HOME: home, APPDATA: home };
      const dataDir = defaultDataDir(process.platform, homes);
      const engine = await started({ dataDir, env: homes, flags: ['--demo'] });
      expect(await engine.stop()).toBe(0);
      expect(readdirSync(dataDir)).toEqual(['demo']);
      expect(readdirSync(join(dataDir, 'demo'))).toContain('cuebid.sqlite');
    },
    MOST_MS,
  );
});
