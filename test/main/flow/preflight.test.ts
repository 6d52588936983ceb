// Owns proof of the pre-flight: each check is good, to be looked at, or stops; what stops refuses
// to go on air with its own words, and nothing else does.
import { afterEach, describe, expect, it } from 'vitest';
import type { StoreHealth } from '../../../src/main/flow/ports';
import { hostFacts } from '../../contract/canned-rows';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const caller = { actor: 'operator:test' };
let truck: VirtualTruck;
afterEach(() => truck.store.close());

async function started(options?: Parameters<typeof virtualTruck>[0]): Promise<VirtualTruck> {
  truck = virtualTruck(options);
  await truck.start();
  return truck;
}

async function checked({ engine }: VirtualTruck, id: string) {
  return (await engine.preflight()).checks.find((check) => check.id === id);
}

function sayingOf(word: Partial<StoreHealth>) {
  return (store: VirtualTruck['store']): VirtualTruck['store'] => ({
    ...store,
    health: async () => ({ ...(await store.health()), ...word }),
  });
}

const FULL = { freeBytes: 5_000_000, totalBytes: 9_000_000, floorBytes: 2_000_000_000 };
const { host: HOST, clock: CLOCK } = hostFacts();

describe('the pre-flight', () => {
  it('finds a quiet truck good, but for buyers and a cue', async () => {
    const { engine } = await started();
    const { ready, checks } = await engine.preflight();
    expect(ready).toBe(false);
    expect(checks.map(({ id, status }) => [id, status])).toEqual([
      ['clock', 'good'],
      ['listener', 'good'],
      ['cue', 'look'],
      ['database', 'good'],
      ['disk', 'good'],
      ['buyers', 'stops'],
      ['sleep', 'good'],
      ['versions', 'good'],
    ]);
    for (const { status, fix } of checks) expect(fix === null).toBe(status === 'good');
  });

  it('sees a cue, a fired one too', async () => {
    const it = await started();
    await it.engine.commands.fireTestCue({ eventType: 'goal' }, caller);
    expect(await checked(it, 'cue')).toMatchObject({ status: 'good', fix: null });
  });

  it.each([
    ['clock', 'look', { clock: { ...CLOCK, steps: 2, lastStepMs: 800 } }],
    ['disk', 'stops', { disk: FULL }],
    ['disk', 'look', { disk: { ...FULL, freeBytes: null } }],
    ['sleep', 'good', { host: { ...HOST, kind: 'desktop', awake: true } }],
    ['sleep', 'good', { host: { ...HOST, kind: 'desktop', awake: false } }],
    ['versions', 'look', { host: { ...HOST, node: '20.1.0' } }],
  ] as const)('has %s to be %s', async (id, status, facts) => {
    expect(await checked(await started({ facts }), id)).toMatchObject({ status });
  });

  it('asks the desktop for a machine that stays awake only while it is on air', async () => {
    const facts = { host: { ...HOST, kind: 'desktop', awake: false } } as const;
    const it = await started({ facts, rules: { demo: true } });
    await it.forceMode({ mode: 'ON_AIR', why: 'test', override: true }, caller);
    expect(await checked(it, 'sleep')).toMatchObject({ status: 'look' });
  });

  it('has the database say what it found, or stop the show where it takes no writes', async () => {
    const found = await started({ store: sayingOf({ detail: 'rows 4 to 5 are lost' }) });
    expect(await checked(found, 'database')).toMatchObject({
      status: 'look',
      detail: 'rows 4 to 5 are lost',
    });
    await found.store.close();
    const refusing = await started({ store: sayingOf({ ok: false, detail: 'full' }) });
    expect(await checked(refusing, 'database')).toMatchObject({ status: 'stops' });
  });

  it('does not wait for a database that does not answer', async () => {
    const silent = await started({
      store: (store) => ({ ...store, health: () => new Promise<never>(() => undefined) }),
    });
    const asked = checked(silent, 'database');
    await silent.time.pass(2_000);
    expect(await asked).toMatchObject({ status: 'stops' });
    const machine = silent.engine.machine();
    await silent.time.pass(2_000);
    expect(await machine).toMatchObject({ database: null });
  });
});

describe('going on air', () => {
  it('is refused by exactly what stops, in the words of the check', async () => {
    const { engine } = await started({
      facts: { disk: FULL, clock: { ...CLOCK, lastStepMs: 900 } },
    });
    const { checks } = await engine.preflight();
    const stopping = checks.filter(({ status }) => status === 'stops');
    expect(stopping.map(({ id }) => id)).toEqual(['disk', 'buyers']);
    const refused = await engine.commands.changeMode({ mode: 'ON_AIR', why: 'show' }, caller);
    expect(refused).toMatchObject({
      fault: { code: 'mode_refused', data: { failures: stopping.map(({ detail }) => detail) } },
    });
  });

  it('passes with things to look at, and the log has the line', async () => {
    const facts = { clock: { ...CLOCK, steps: 1, lastStepMs: 900 } };
    const { engine, lines } = await started({ facts, rules: { demo: true } });
    expect((await engine.preflight()).ready).toBe(true);
    const answer = await engine.commands.changeMode({ mode: 'ON_AIR', why: 'show' }, caller);
    expect(answer).toMatchObject({ ok: true });
    expect(engine.liveStats().mode).toBe('ON_AIR');
    expect(lines).toContain('mode_changed');
  });
});
