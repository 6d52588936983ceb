// Holds a demo's truck to its word: it is founded apart from a real one, sells on air to its own
// advertisers, says what it is, and never shares a journal with a real night.
import { afterEach, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/main/core/ledger/entries';
import type { Store } from '../../../src/main/flow/ports';
import { nightDir, virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const page = { limit: 500 };
const caller = { actor: 'demo' };
const ON_AIR = { mode: 'ON_AIR', why: 'demo', override: false } as const;

const trucks: VirtualTruck[] = [];
afterEach(async () => {
  for (const truck of trucks.splice(0)) await truck.store.close();
});

function truckOf(demo: boolean, options: Parameters<typeof virtualTruck>[0] = {}): VirtualTruck {
  const truck = virtualTruck({ ...options, rules: { demo } });
  trucks.push(truck);
  return truck;
}

async function ended(truck: VirtualTruck): Promise<void> {
  await truck.stop();
  await truck.store.close();
}

describe('the truck of a demo', () => {
  it('is founded as one, with its own advertisers and no samples', async () => {
    const drafts: Draft[] = [];
    const listen = (store: Store): Store => ({
      ...store,
      append: (flow) => {
        drafts.push(...flow);
        return store.append(flow);
      },
    });
    const truck = truckOf(true, { store: listen });
    await truck.start();
    expect(drafts[0]).toMatchObject({ type: 'truck-founded', body: { demo: true } });
    const { demo, bidders } = await truck.store.load();
    expect(demo).toBe(true);
    expect(bidders).toHaveLength(6);
    for (const { name, sample } of bidders) {
      expect(name).toMatch(/ \(DEMO\)$/u);
      expect(sample).toBe(false);
    }
    expect(truck.engine.liveStats().demo).toBe(true);
  });

  it('passes the pre-flight and sells on air; what is owed is DUE and no rehearsal', async () => {
    const truck = truckOf(true);
    await truck.start();
    expect(await truck.forceMode(ON_AIR, caller)).toEqual({ ok: true, value: null });
    truck.say({ event_type: 'goal', game_id: 'g1', team_id: 'BAY', period: '1' });
    await truck.time.pass(600);
    const [auction] = (await truck.store.ask('auctions', page)).items;
    expect(auction).toMatchObject({ status: 'SOLD', rehearsal: false });
    expect(auction?.winner?.name).toMatch(/\(DEMO\)/u);
    const [settlement] = (await truck.store.ask('settlements', page)).items;
    expect(settlement).toMatchObject({ status: 'DUE', rehearsal: false });
  });

  it('starts again on its own folder', async () => {
    const dataDir = nightDir();
    const first = truckOf(true, { dataDir });
    await first.start();
    await first.forceMode(ON_AIR, caller);
    await ended(first);
    const second = truckOf(true, { dataDir });
    await second.start();
    expect(second.engine.liveStats()).toMatchObject({ demo: true, mode: 'ON_AIR' });
  });
});

describe('a real truck', () => {
  it('is not marked, and says so', async () => {
    const truck = truckOf(false);
    await truck.start();
    expect((await truck.store.load()).demo).toBe(false);
    expect(truck.engine.liveStats().demo).toBe(false);
  });

  it.each([
    { founded: false, asked: true, line: /holds a real night/u },
    { founded: true, asked: false, line: /is a demo/u },
  ])('and a demo never share a journal (founded $founded)', async ({ founded, asked, line }) => {
    const dataDir = nightDir();
    const first = truckOf(founded, { dataDir });
    await first.start();
    await ended(first);
    const second = truckOf(asked, { dataDir });
    const before = (await second.store.load()).head;
    const refusal = await second.start().catch((error: unknown) => error);
    expect(refusal).toMatchObject({ name: 'StartFault' });
    expect(String((refusal as Error).message)).toMatch(line);
    expect((await second.store.load()).head).toEqual(before);
  });
});
