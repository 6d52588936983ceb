// What the engine says about itself, four times a second: mode, counters, queues, latencies.
// Refuses to guess: what has not happened yet is zero, what is not known is absent.
import type { LiveStats } from '../../../contract/status';
import { alarm } from '../truck/alarm';
import type { Memory, Truck } from '../truck/truck';

const EVERY_MS = 250;
const RATE_OVER_MS = 1_000;

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

function measureRate(truck: Truck): void {
  const { counts, ports } = truck;
  const nowMs = ports.clock.monoMs();
  const sinceMs = nowMs - counts.lastAtMonoMs;
  if (sinceMs < RATE_OVER_MS) return;
  counts.perSecond = Math.round(((counts.total - counts.lastTotal) * 10_000) / sinceMs) / 10;
  counts.lastTotal = counts.total;
  counts.lastAtMonoMs = nowMs;
}

function auctionTotals(memory: Memory | null): LiveStats['auctions'] {
  const counts = memory?.auctionCounts ?? {};
  return {
    open: (memory?.open.size ?? 0) + (memory?.waiting.length ?? 0),
    sold: counts['SOLD'] ?? 0,
    unsold: counts['UNSOLD'] ?? 0,
    cancelled: counts['CANCELLED'] ?? 0,
    aborted: counts['ABORTED_CRASH'] ?? 0,
  };
}

/** GET /api/live-stats. While the store refuses, the mode shown is SETUP: nothing is taken. */
export function liveStats(truck: Truck): LiveStats {
  const { ports, counts, memory } = truck;
  measureRate(truck);
  const { total, accepted, duplicates, rejected, heartbeats, perSecond } = counts;
  const auctions = auctionTotals(memory);
  const settlements: Record<string, number> = {};
  for (const [status, count] of Object.entries(memory?.settlementCounts ?? {})) {
    settlements[status.toLowerCase()] = count;
  }
  const nowMs = ports.clock.wallMs();
  return {
    at: new Date(nowMs).toISOString(),
    demo: ports.rules.demo,
    mode: memory?.mode.mode ?? 'SETUP',
    modeSince: new Date(memory?.mode.sinceMs ?? nowMs).toISOString(),
    trouble: truck.trouble,
    held: false,
    listeners: ports.gauges.listeners(),
    markers: { total, accepted, duplicates, rejected, heartbeats, perSecond },
    auctions,
    settlements,
    rates: {
      acceptedOfReceived: share(accepted, total - heartbeats),
      soldOfClosed: share(auctions.sold, auctions.sold + auctions.unsold),
    },
    queues: { intake: 0, store: ports.store.pending(), payments: 0, feeds: 0 },
    latencyMs: ports.gauges.latencyMs(),
    loopDelayMs: ports.gauges.loopDelayMs(),
  };
}

/** Posts the status and does so again until the memory is dropped. */
export function statusTold(truck: Truck, memory: Memory): void {
  truck.ports.board.post('status', 'engine', liveStats(truck));
  if (memory.statusTimed) return;
  memory.statusTimed = true;
  alarm(truck, truck.ports.clock.monoMs() + EVERY_MS, (now) => {
    now.statusTimed = false;
    statusTold(truck, now);
  });
}
