// A cue's age is judged by its own time, unless a person trusts the arrival of its source. What its
// time said is kept by source, so that a wrong clock is told from a late cue. Refuses to judge in
// SETUP: cues are only listed there.
import { cueAge, type CueAge } from '../../../core/marker/timing/cue-age';
import type { Memory, Truck } from '../../truck/truck';
import type { Arriving } from '../arriving';

/** Further ahead of our clock than this a timestamp is not believed. */
const AHEAD_MS = 10_000;
const NONE: CueAge = { age: null, offsetMs: null };

/** The age of a cue. Changes nothing. */
export function ageOf(truck: Truck, { reading, datagram }: Arriving): CueAge {
  if (truck.sources.isTrusted(datagram.address)) return NONE;
  const { staleMs, clockToleranceMs } = truck.ports.rules;
  const limits = { staleMs, clockToleranceMs, aheadMs: AHEAD_MS };
  return cueAge(reading, datagram.receivedAtMs, limits);
}

/** The age of a new marker, noted for its source. */
export function ageNoted(truck: Truck, memory: Memory, at: Arriving): CueAge {
  if (memory.mode.mode === 'SETUP') return NONE;
  const { age, offsetMs } = ageOf(truck, at);
  const { address, receivedAtMs: atMs } = at.datagram;
  if (offsetMs !== null) truck.sources.note({ address, age, offsetMs, atMs });
  return { age, offsetMs };
}
