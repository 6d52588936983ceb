// An auction waited because too many were open: the most important opens first when a place is
// free; whose air-by time comes too near ends UNSOLD `capacity`. Refuses to jump the queue, and to
// let it grow: beyond WAITING_MOST the least important, then the newest, leaves it.
import { compareWaiting, openableUntilMs, takeTurn, type Waiting } from '../../core/auction/queue';
import { must } from '../../core/lib/assert';
import { alarm } from '../truck/alarm';
import { record } from '../truck/recorder';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import { auctionDroppedAlone } from './auction-dropped';
import { auctionOpened } from './auction-opened';
import { auctionTold } from './auction-told';

/** Auctions that may wait at once. */
const WAITING_MOST = 200;
const LOOK_AT_LEAST_EVERY_MS = 1_000;

/** On the monotonic clock, so that a step of the wall clock ends nobody's waiting. */
function waitingOf(live: LiveAuction, arrival: number): Waiting {
  const { auctionId, importance, durationMs } = live.state.terms;
  return {
    auctionId,
    importance,
    arrival,
    durationMs,
    spliceAtMs: live.spliceMonoMs,
    airByMs: live.airByMonoMs,
  };
}

/** Puts it into the queue. Gives who must leave for it: itself, another, or nobody. */
export function auctionWaits(truck: Truck, memory: Memory, live: LiveAuction): LiveAuction | null {
  memory.waiting.push(live);
  waitingTimed(truck, memory);
  if (memory.waiting.length <= WAITING_MOST) return null;
  const queue = memory.waiting.map((one, at) => ({ one, place: waitingOf(one, at) }));
  const last = queue.reduce((a, b) => (compareWaiting(a.place, b.place) > 0 ? a : b));
  memory.waiting = memory.waiting.filter((waiting) => waiting !== last.one);
  return last.one;
}

/** One alarm for the whole queue: when the first in it runs out of time. */
function waitingTimed(truck: Truck, memory: Memory): void {
  if (memory.waitingArmed || memory.waiting.length === 0) return;
  memory.waitingArmed = true;
  const nowMs = truck.ports.clock.monoMs();
  const ends = memory.waiting.map((live) => openableUntilMs(waitingOf(live, 0)) + 1);
  alarm(truck, Math.min(nowMs + LOOK_AT_LEAST_EVERY_MS, ...ends), (now) => {
    now.waitingArmed = false;
    waitingOpened(truck, now);
    waitingTimed(truck, now);
  });
}

/** Opens waiting auctions while there is a place, and ends those whose time has run out. */
export function waitingOpened(truck: Truck, memory: Memory): void {
  if (memory.waiting.length === 0 || truck.stopping) return;
  const { rules, clock } = truck.ports;
  const byId = new Map(memory.waiting.map((live) => [live.state.terms.auctionId, live]));
  const liveOf = (id: string): LiveAuction => must(byId.get(id), 'it waits');
  const free = Math.max(0, rules.mostOpen - memory.open.size);
  const turn = takeTurn(memory.waiting.map(waitingOf), clock.monoMs(), free);
  memory.waiting = memory.waiting.filter((live) => turn.keep.includes(live.state.terms.auctionId));
  for (const id of turn.outOfTime) {
    auctionDroppedAlone(truck, memory, { live: liveOf(id), reason: 'capacity' });
  }
  for (const { auctionId, durationMs } of turn.open) {
    const live = liveOf(auctionId);
    const entry = auctionOpened(truck, memory, { live, durationMs });
    const { state } = live;
    void record(truck, [entry], ({ recordedAtMs }) => {
      auctionTold(truck, { live, state, recordedAtMs });
    });
  }
}
