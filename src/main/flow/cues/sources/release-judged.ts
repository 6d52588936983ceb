// Owns the judging of a marker on its release: as if it came now, with its age counted from when it
// came. Refuses to record; the release does. A step of the wall clock makes it neither older nor
// younger.
import type { Marker } from '../../../../contract/marker';
import type { MarkerFacts } from '../../../core/ledger/entries';
import { meaningOf } from '../../../core/marker/event-map';
import type { Memory, Truck } from '../../truck/truck';
import type { Arriving } from '../arriving';
import { bareFacts, readFacts } from '../marker-facts';
import { markerJudged, type Verdict } from '../marker-judged';
import { ageOf } from './age-judged';
import { identified } from './marker-quarantined';

/** What a release comes to; `duplicateOf` where the cue came from an allowed source meanwhile. */
export type Judged = Verdict & { readonly duplicateOf: string | null };

/** A marker to be judged again. */
export type Held = Arriving & { readonly facts: MarkerFacts; readonly marker: Marker };

/** A quarantined marker with the moment it came, ready to be judged. */
export function heldAs(
  truck: Truck,
  memory: Memory,
  { marker, reading }: Pick<Held, 'marker' | 'reading'>,
): Held {
  const { clock } = truck.ports;
  const receivedAtMs = Date.parse(marker.receivedAt);
  const known = memory.quarantine.arrivals.get(marker.id);
  const receivedMonoMs = known ?? clock.monoMs() - Math.max(0, clock.wallMs() - receivedAtMs);
  const datagram = { bytes: reading.raw, ...marker.source, receivedAtMs, receivedMonoMs };
  const { identity } = identified(truck, memory, { reading, datagram });
  const decidedAtMs = Date.parse(marker.decidedAt);
  const bare = bareFacts({ id: marker.id, datagram, decidedAtMs });
  const { rawBase64, loopDelayMs, eventType } = marker;
  const delay = loopDelayMs === undefined ? {} : { loopDelayMs };
  const read = readFacts(bare, reading, { identity, rawBase64 });
  return { reading, datagram, marker, facts: { ...read, ...delay, eventType } };
}

/** How long the slot it opens has been spent, by its own time or, without one, its arrival (ms). */
function isTooOld(truck: Truck, { reading, datagram }: Held): boolean {
  const waitedMs = truck.ports.clock.monoMs() - datagram.receivedMonoMs;
  const { spliceInMs } = reading;
  const later = spliceInMs === undefined ? {} : { spliceInMs: spliceInMs - waitedMs };
  const now = { ...datagram, receivedAtMs: datagram.receivedAtMs + waitedMs };
  const { age, offsetMs } = ageOf(truck, { reading: { ...reading, ...later }, datagram: now });
  if (offsetMs !== null) return age === 'stale';
  return waitedMs - Math.max(0, spliceInMs ?? 0) > truck.ports.rules.staleMs;
}

/** The verdict now, by its own arrival; what it starts is begun in memory. */
export function judgedNow(truck: Truck, memory: Memory, held: Held): Judged {
  const { facts, reading } = held;
  const { steadyAtMs } = identified(truck, memory, held);
  const nothing = { more: null, auctionId: null, duplicateOf: null } as const;
  const original = facts.identity === null ? null : memory.recall.find(facts.identity, steadyAtMs);
  if (original !== null) {
    return { ...nothing, status: 'DUPLICATE', reason: 'duplicate', duplicateOf: original };
  }
  const means = meaningOf(reading, memory.book.book);
  const { regionalBlackout } = means;
  if (regionalBlackout) facts.warnings.push('regional_blackout');
  const aged = memory.mode.mode !== 'SETUP' && means.kind !== 'cancel';
  if (aged && isTooOld(truck, held)) return { ...nothing, status: 'STALE', reason: 'stale' };
  return { ...markerJudged(truck, memory, { ...held, means }), duplicateOf: null };
}
