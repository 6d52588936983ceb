// An auction waited because too many were open: the most important opens first when a place is
// free; whose air-by time comes too near ends UNSOLD `capacity`. Refuses to jump the queue.
import { openableUntilMs, takeTurn, type Waiting } from '../../core/auction/queue';
import { must } from '../../core/lib/assert';
import { record } from '../truck/recorder';
import { alarm } from '../truck/alarm';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import { auctionDroppedAlone } from './auction-dropped';
import { auctionOpened } from './auction-opened';
import { auctionTold } from './auction-told';

function waitingOf(live: LiveAuction, arrival: number): Waiting {
  const { auctionId, importance, durationMs, airByMs } = live.state.terms;
  return { auctionId, importance, arrival, durationMs, spliceAtMs: null, airByMs };
}

/** Sees to it that a waiting auction ends when its time runs out. */
export function waitingTimed(truck: Truck, live: LiveAuction): void {
  const { clock } = truck.ports;
  const leftMs = openableUntilMs(waitingOf(live, 0)) - clock.wallMs();
  alarm(truck, clock.monoMs() + Math.max(0, leftMs) + 1, (memory) => waitingOpened(truck, memory));
}

/** Opens waiting auctions while there is a place, and ends those whose time has run out. */
export function waitingOpened(truck: Truck, memory: Memory): void {
  if (memory.waiting.length === 0 || truck.stopping) return;
  const { rules, clock } = truck.ports;
  const byId = new Map(memory.waiting.map((live) => [live.state.terms.auctionId, live]));
  const liveOf = (id: string): LiveAuction => must(byId.get(id), 'it waits');
  const free = Math.max(0, rules.mostOpen - memory.open.size);
  const turn = takeTurn(memory.waiting.map(waitingOf), clock.wallMs(), free);
  for (const id of turn.outOfTime) {
    auctionDroppedAlone(truck, memory, { live: liveOf(id), reason: 'capacity' });
  }
  for (const { auctionId, durationMs } of turn.open) {
    const live = liveOf(auctionId);
    memory.waiting = memory.waiting.filter((waiting) => waiting !== live);
    const entry = auctionOpened(truck, memory, { live, durationMs });
    void record(truck, [entry], ({ recordedAtMs }, now) => {
      auctionTold(truck, now, { live, recordedAtMs });
    });
  }
}
