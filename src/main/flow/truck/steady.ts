// Owns the steady time of a run: epoch milliseconds that no step of the wall clock moves. Windows
// and gaps are compared on it; what was read back from an earlier run lies on the same scale.
import type { Truck } from './truck';

/** A monotonic moment, which has fractions, as steady epoch milliseconds, which are whole. */
export function steadyMs(truck: Truck, monoMs: number): number {
  return Math.floor(monoMs + truck.steadyOffsetMs);
}
