// Holds, over nights from seeds, that every true cue has exactly one auction whatever was heard of
// it and in whatever order, that ends name their own slot, and that nothing is stale.
import { expect, it } from 'vitest';
import type { Marker } from '../../src/contract/marker';
import { cuedNight } from './cued-night';
import type { VirtualTruck } from './virtual-truck';

async function markersOf({ store }: VirtualTruck): Promise<Marker[]> {
  const markers: Marker[] = [];
  let after: string | undefined;
  do {
    const page = await store.ask('markers', { limit: 500, after });
    markers.push(...page.items);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return markers;
}

/** Ends that name another slot than the newest one of their event. */
function strangers(markers: readonly Marker[]): readonly string[] {
  const newest = new Map<unknown, string | null>();
  return markers.flatMap(({ id, scte35, auctionId, endsAuctionId }) => {
    const eventId = (scte35?.['cmd'] as { event_id?: number } | undefined)?.event_id;
    if (auctionId !== null) newest.set(eventId, auctionId);
    return endsAuctionId === undefined || newest.get(eventId) === endsAuctionId ? [] : [id];
  });
}

it.each([1, 2, 3, 5, 8, 13])('seed %i: one auction for each true cue', async (seed) => {
  const { truck, breaks } = await cuedNight(seed);
  const auctions = (await truck.store.ask('auctions', { limit: 500 })).items;
  expect(auctions).toHaveLength(breaks.length);
  expect(auctions.map(({ status }) => status)).toEqual(
    breaks.map(({ cancelled }) => (cancelled ? 'CANCELLED' : 'SOLD')),
  );
  const markers = await markersOf(truck);
  expect(markers.filter(({ status }) => status === 'STALE')).toEqual([]);
  expect(markers.filter(({ status }) => status === 'ACCEPTED')).toHaveLength(breaks.length);
  expect(markers.filter(({ status }) => status === 'DUPLICATE').length).toBeGreaterThan(40);
  const ended = markers.flatMap((one) => one.endsAuctionId ?? []);
  expect(new Set(ended).size).toBe(ended.length);
  const kept = auctions.filter((_, at) => breaks[at]?.overtaken === false).map(({ id }) => id);
  expect(ended).toEqual(expect.arrayContaining(kept));
  expect(strangers(markers)).toEqual([]);
  await truck.stop();
  await truck.store.close();
});
