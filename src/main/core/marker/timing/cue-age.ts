// Owns which of a cue's own times tells its age: its timestamp, or its splice by the stream's
// clock, whichever is further off. Refuses both where a person trusts the arrival; a pre-roll of
// SCTE 104 is no clock, so it always counts, but a splice that its UTC puts in the past is late.
import type { GoodReading } from '../../codec/reading';
import { staleness, type Age, type AgeLimits } from './stale';

/** A cue's age, and how far its own time lay ahead of ours (ms); null where it has none. */
export interface CueAge {
  readonly age: Age;
  readonly offsetMs: number | null;
}

/** The age of a cue that arrived at `receivedAtMs` (epoch). */
export function cueAge(reading: GoodReading, receivedAtMs: number, limits: AgeLimits): CueAge {
  const stampMs = reading.metadata?.timestampMs ?? reading.signedAtMs ?? null;
  const splice = spliceAge(reading, receivedAtMs, limits);
  if (splice?.age === 'stale' || stampMs === null) return splice ?? { age: null, offsetMs: null };
  return { age: staleness(stampMs, receivedAtMs, limits), offsetMs: stampMs - receivedAtMs };
}

/** A splice ahead is a pre-roll and no fault of any clock. */
function spliceAge(
  { spliceInMs, carrier }: GoodReading,
  receivedAtMs: number,
  limits: AgeLimits,
): CueAge | null {
  if (spliceInMs === undefined || (carrier === undefined && spliceInMs >= 0)) return null;
  const passedMs = Math.min(0, spliceInMs);
  return { age: staleness(receivedAtMs + passedMs, receivedAtMs, limits), offsetMs: passedMs };
}

/** The reading as it counts where arrival is trusted: without the time a clock of its own told. */
export function byArrival(reading: GoodReading): GoodReading {
  const { spliceInMs, ...rest } = reading;
  if (spliceInMs === undefined || (reading.carrier === undefined && spliceInMs >= 0))
    return reading;
  return rest;
}
