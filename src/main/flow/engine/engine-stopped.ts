// The engine ends: nothing new is taken, auctions that are open run to their close, what was only
// counted is written. Refuses to wait longer than a host does; what is open then, the next start
// drops as if the plug had been pulled.
import { copiesCounted } from '../cues/copies-counted';
import { rejectsCounted } from '../cues/cue-rejected';
import { draft, record } from '../truck/recorder';
import type { Memory, Truck } from '../truck/truck';

/** Open auctions get this long; a host kills after five seconds. */
const LAST_AUCTIONS_MS = 2_500;
const LOOK_EVERY_MS = 10;

function lastAuctions(truck: Truck, memory: Memory): Promise<void> {
  const { clock, timers } = truck.ports;
  const untilMs = clock.monoMs() + LAST_AUCTIONS_MS;
  return new Promise((resolve) => {
    const look = (): void => {
      const done = memory.open.size === 0 || truck.memory !== memory;
      if (done || clock.monoMs() >= untilMs) resolve();
      else timers.at(clock.monoMs() + LOOK_EVERY_MS, look);
    };
    look();
  });
}

/** Ends in order. Never rejects for a store that refuses: that has been said. */
export async function engineStopped(truck: Truck): Promise<void> {
  const { memory } = truck;
  truck.stopping = true;
  if (memory === null) return;
  await lastAuctions(truck, memory);
  if (truck.memory !== memory) return;
  copiesCounted(truck, memory);
  rejectsCounted(truck, memory);
  for (const cancel of memory.alarms) cancel();
  const nowMs = truck.ports.clock.wallMs();
  const origin = { actor: 'engine', cause: 'stop', arrivedAtMs: nowMs, decidedAtMs: nowMs };
  const stopped = draft('engine-stopped', { bootId: memory.bootId }, origin);
  await record(truck, [stopped], () => undefined);
  truck.memory = null;
}
