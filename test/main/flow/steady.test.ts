// Holds the steady time to whole milliseconds: the host's monotonic clock has fractions, and what
// is recorded of it must fit a column of integers.
import { afterEach, expect, it } from 'vitest';
import { makeCue } from '../../../src/main/core/marker/make-cue';
import { metadataOf } from '../../../src/main/core/marker/manual/test-cue';
import { virtualTruck, type VirtualTruck } from '../../sim/virtual-truck';

let truck: VirtualTruck;
afterEach(() => truck.store.close());

it('a section heard in the middle of a millisecond is recorded and sold', async () => {
  truck = virtualTruck();
  await truck.start();
  const { time, ports, intake } = truck;
  const receivedAtMs = time.clock.wallMs();
  const metadata = metadataOf({ eventType: 'goal', gameId: 'g1' }, receivedAtMs);
  const heard = intake.hear({
    bytes: makeCue('scte35', { metadata, eventId: 7 }, ports.text),
    address: '192.0.2.7',
    port: 40_000,
    protocol: 'udp',
    receivedAtMs,
    receivedMonoMs: time.clock.monoMs() + 0.375,
  });
  expect(heard).toEqual(['accepted']);
  await time.pass(700);
  expect(truck.engine.trouble()).toBeNull();
  const [auction] = (await truck.store.ask('auctions', { limit: 1 })).items;
  expect(auction?.status).toBe('SOLD');
});
