// Owns the tests of health: what degrades, what is down, and a database that does not answer.
// Refuses to wait for one.
import { describe, expect, it, vi } from 'vitest';
import type { Listener } from '../../../../src/contract/status';
import type { Engine, StoreHealth } from '../../../../src/main/flow/ports';
import { readHealth } from '../../../../src/main/io/serve/health/read-health';
import { cannedEngine } from '../../../contract/canned-engine';
import { WELL_STORE } from '../../../contract/canned-rows';
import { listenerOf } from '../../../fixtures/listener';

const about = { version: '1', uptimeMs: () => 12.6 };
const well = WELL_STORE;

interface World {
  readonly states?: readonly Listener['state'][];
  readonly trouble?: string;
  readonly store?: () => Promise<StoreHealth>;
}

function engineIn({ states = [], trouble, store }: World): Engine {
  const engine = cannedEngine();
  engine.setTrouble(trouble ?? null);
  const listeners = states.map((state, index) =>
    listenerOf({ id: `udp-${index}`, state, detail: `udp-${index} is ${state}` }),
  );
  return {
    ...engine,
    liveStats: () => ({ ...engine.liveStats(), listeners }),
    storeHealth: store ?? (() => Promise.resolve(well)),
  };
}

describe('health', () => {
  it.each([
    ['ok', 'with all listening', { states: ['listening', 'listening'] }],
    ['ok', 'with a listener switched off', { states: ['listening', 'stopped'] }],
    ['ok', 'with none yet', {}],
    ['degraded', 'with one listener in fault', { states: ['listening', 'fault'] }],
    ['down', 'with every listener in fault', { states: ['fault', 'fault'] }],
    ['down', 'with something in the way of work', { trouble: 'The disk is full.' }],
    ['down', 'with a bad database', { store: () => Promise.resolve({ ...well, ok: false }) }],
    ['down', 'with a database that fails', { store: () => Promise.reject(new Error('gone')) }],
  ] as const)('is %s %s', async (status, _, world) => {
    const health = await readHealth(engineIn(world), about);
    expect(health).toMatchObject({ status, service: 'cuebid', version: '1', uptimeMs: 13 });
    expect(health.checks.every(({ detail }) => detail.length > 0)).toBe(true);
  });

  it('does not wait for a database that does not answer', async () => {
    vi.useFakeTimers();
    const asked = readHealth(engineIn({ store: () => new Promise(() => {}) }), about);
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    const health = await asked;
    expect(health.status).toBe('down');
    expect(health.checks[0]?.detail).toContain('did not answer within 2 s');
  });
});
