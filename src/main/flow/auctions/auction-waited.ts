// An auction waited because too many were open: the most important opens first when a place is
// free; whose air-by time comes too near ends UNSOLD `capacity`. Refuses to jump the queue.
import { AUCTION_LEAST_MS } from '../../../contract/limits';
import { waitingOrder } from '../../core/auction/queue';
import { openingWindow } from '../../core/auction/window';
import { recordOnly } from '../truck/recorder';
import { alarm, type LiveAuction, type Memory, type Truck } from '../truck/truck';
import { auctionDroppedAlone } from './auction-dropped';
import { auctionOpened } from './auction-opened';
import { auctionTold } from './auction-told';

function tooLate(truck: Truck, memory: Memory): void {
  const nowMs = truck.ports.clock.wallMs();
  for (const live of [...memory.waiting]) {
    if (live.state.terms.airByMs - nowMs > AUCTION_LEAST_MS) continue;
    auctionDroppedAlone(truck, memory, { live, status: 'UNSOLD', reason: 'capacity' });
  }
}

/** Sees to it that a waiting auction ends when its time runs out. */
export function waitingTimed(truck: Truck, live: LiveAuction): void {
  const { clock } = truck.ports;
  const leftMs = live.state.terms.airByMs - AUCTION_LEAST_MS - clock.wallMs();
  alarm(truck, clock.monoMs() + Math.max(0, leftMs) + 1, (memory) => tooLate(truck, memory));
}

/** Opens waiting auctions while there is a place, most important first, then oldest. */
export function waitingOpened(truck: Truck, memory: Memory): void {
  if (memory.waiting.length === 0 || truck.stopping) return;
  tooLate(truck, memory);
  const { rules, clock } = truck.ports;
  const queue = waitingOrder(memory.waiting, (live) => live.state);
  for (const live of queue) {
    if (memory.open.size >= rules.mostOpen) return;
    const { durationMs, airByMs } = live.state.terms;
    const window = openingWindow({
      nowMs: clock.wallMs(), durationMs, spliceAtMs: null, airByMs,
    });
    if (!window.ok) continue;
    memory.waiting = memory.waiting.filter((waiting) => waiting !== live);
    const entry = auctionOpened(truck, memory, { live, durationMs: window.value.durationMs });
    recordOnly(truck, [entry], ({ recordedAtMs }, now) => {
      auctionTold(truck, now, { live, recordedAtMs });
    });
  }
}
