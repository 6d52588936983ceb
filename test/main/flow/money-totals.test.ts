// Owns proof that the engine's sums are over every row there ever was, by currency and kind, and
// the same after a restart as before. Refuses a stand-in: flows, store and journal are real.
import { expect, it } from 'vitest';
import type { MoneyTotal } from '../../../src/contract/status';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

const SALES = 620;

async function sell(truck: VirtualTruck, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    truck.say({ event_type: 'goal', team_id: 'NYR', game_id: `g${n}` });
    await truck.time.pass(600);
  }
}

/** The sums that the rows themselves come to, read page by page. */
async function added(truck: VirtualTruck) {
  const sums = { gross: 0, due: 0, count: 0, sold: 0 };
  for (let after: string | undefined; ;) {
    const { items, next } = await truck.store.ask('settlements', { limit: 500, after });
    sums.count += items.length;
    for (const { grossCents, totalDueCents, auctionId } of items) {
      sums.gross += grossCents;
      sums.due += totalDueCents;
      sums.sold += (await truck.store.ask('auction', { id: auctionId }))?.priceCents ?? 0;
    }
    if (next === null) return sums;
    after = next;
  }
}

it('are over every row, also beyond what a feed holds, and outlast a restart', async () => {
  const truck = virtualTruck();
  await truck.start();
  await sell(truck, SALES);
  const { gross, due, count, sold } = await added(truck);
  expect(count).toBe(SALES);
  const before = truck.engine.liveStats().totals ?? [];
  const dueSum = { count, cents: due };
  expect(before).toEqual<MoneyTotal[]>([
    {
      ...{ currency: 'USD', rehearsal: true, decided: SALES },
      sold: { count, cents: sold },
      gross: { count, cents: gross },
      ...{ due: dueSum, gateway: { count: 0, cents: 0 }, states: { due: dueSum } },
    },
  ]);
  await truck.store.close();
  const again = virtualTruck({ dataDir: truck.dataDir, time: truck.time, seed: 8 });
  await again.start();
  expect(again.engine.liveStats().totals).toEqual(before);
  await again.store.close();
});
