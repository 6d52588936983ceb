// What the engine says about itself, four times a second: mode, counters, queues, latencies.
// Refuses to guess: what has not happened yet is zero, what is not known is absent.
import { SETTLEMENT_STATUSES } from '../../../contract/settlement';
import type { LiveStats } from '../../../contract/status';
import { totalsTold } from '../truck/money-totals';
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

function settlementTotals(memory: Memory | null): Record<string, number> {
  const counts = memory?.settlementCounts ?? {};
  return Object.fromEntries(
    SETTLEMENT_STATUSES.map((status) => [status.toLowerCase(), counts[status] ?? 0]),
  );
}

function sourcesTold({ sources }: Truck): NonNullable<LiveStats['sources']> {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return sources.told().map(({ address, inARow, offsetMs, lastAtMs, trusted }) => ({
    address,
    staleInARow: inARow,
    offsetMs: Math.round(offsetMs),
    lastAt: iso(lastAtMs),
    trustedSince: trusted === null ? null : iso(trusted.sinceMs),
    trustedBy: trusted?.by ?? null,
  }));
}

/** GET /api/live-stats. While the store refuses, `trouble` says so and the mode is the last one. */
export function liveStats(truck: Truck): LiveStats {
  const { ports, counts, memory } = truck;
  measureRate(truck);
  const { total, accepted, duplicates, rejected, heartbeats, perSecond } = counts;
  const auctions = auctionTotals(memory);
  const nowMs = ports.clock.wallMs();
  const mode = memory?.mode ?? truck.lastMode ?? { mode: 'SETUP', sinceMs: nowMs };
  const hold = memory === null ? truck.lastHold : memory.hold;
  return {
    at: new Date(nowMs).toISOString(),
    demo: ports.rules.demo,
    show: ports.rules.show,
    mode: mode.mode,
    modeSince: new Date(mode.sinceMs).toISOString(),
    trouble: truck.trouble,
    held: hold !== null,
    heldSince: hold === null ? null : new Date(hold.sinceMs).toISOString(),
    listeners: ports.gauges.listeners(),
    markers: { total, accepted, duplicates, rejected, heartbeats, perSecond },
    sources: sourcesTold(truck),
    auctions,
    settlements: settlementTotals(memory),
    totals: memory === null ? [] : totalsTold(memory.totals),
    rates: {
      acceptedOfReceived: share(accepted, total - heartbeats),
      soldOfClosed: share(auctions.sold, auctions.sold + auctions.unsold),
    },
    queues: { intake: 0, store: ports.store.pending(), payments: 0, feeds: 0 },
    latencyMs: ports.gauges.latencyMs(),
    loopDelayMs: ports.gauges.loopDelayMs(),
  };
}

/** Posts the status now. */
export function statusTold(truck: Truck): void {
  truck.ports.board.post('status', 'engine', liveStats(truck));
}

/** Posts the status four times a second until the engine stops, also while the store refuses. */
export function statusKeptTold(truck: Truck): void {
  if (truck.stopping) return;
  statusTold(truck);
  const { timers, clock } = truck.ports;
  timers.at(clock.monoMs() + EVERY_MS, () => statusKeptTold(truck));
}
