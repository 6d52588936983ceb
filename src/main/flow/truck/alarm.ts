// Owns the alarms of an engine's memory and its counters by name. Refuses to ring for a memory that
// has been dropped.
import type { Memory, Truck } from './truck';

/** Sets an alarm that dies with this memory. */
export function alarm(truck: Truck, monoMs: number, ring: (memory: Memory) => void): void {
  const { memory } = truck;
  if (memory === null) return;
  const cancel = truck.ports.timers.at(monoMs, () => {
    memory.alarms.delete(cancel);
    if (truck.memory === memory) ring(memory);
  });
  memory.alarms.add(cancel);
}

/** Adds one to a counter by name. */
export function countUp(counts: Record<string, number>, name: string, by = 1): void {
  counts[name] = (counts[name] ?? 0) + by;
}
