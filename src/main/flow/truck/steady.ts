// Owns the steady time of a run: epoch milliseconds that no step of the wall clock moves. Windows
// and gaps are compared on it; what was read back from an earlier run lies on the same scale.
import type { Truck } from './truck';

/** A monotonic moment as steady epoch milliseconds. */
export function steadyMs(truck: Truck, monoMs: number): number {
  return monoMs + truck.steadyOffsetMs;
}
