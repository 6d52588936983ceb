// A new marker is judged: mode, age, what it means, whether its event counts, whether new auctions
// are held. Only an ACCEPTED one offers a slot. Refuses to look at copies; they were told apart
// before.
import type { MarkerStatus } from '../../../contract/marker';
import type { MarkerReason } from '../../../contract/reasons';
import type { MarkerFacts } from '../../core/ledger/entries';
import type { Meaning } from '../../core/marker/event-map';
import { staleness, type Age } from '../../core/marker/stale';
import { eventPriceOf } from '../../core/pricing/floor';
import { thresholdReason } from '../../core/pricing/thresholds';
import { auctionCancelled } from '../auctions/auction-cancelled';
import { slotOffered, type Offer } from '../auctions/slot-offered';
import { steadyMs } from '../truck/steady';
import type { Memory, Truck } from '../truck/truck';
import type { Arriving } from './arriving';

/** Further ahead of our clock than this a timestamp is not believed. */
const AHEAD_MS = 10_000;

/** What became of a marker, and what it offers for sale if it counts. */
export interface Verdict {
  readonly status: MarkerStatus;
  readonly reason: MarkerReason | null;
  /** What goes into the marker's transaction: the slot it offers, or the auctions it cancels. */
  readonly more: Pick<Offer, 'drafts' | 'told'> | null;
  readonly auctionId: string | null;
}

function ignored(reason: MarkerReason, status: MarkerStatus = 'IGNORED'): Verdict {
  return { status, reason, more: null, auctionId: null };
}

/** What a marker that is no copy comes to: what it offers, or why nothing. */
export type Weighed =
  | { readonly kind: 'offers'; readonly means: EventMeaning; readonly nowMs: number }
  | { readonly kind: 'ignored'; readonly reason: MarkerReason; readonly status: MarkerStatus };

type EventMeaning = Extract<Meaning, { kind: 'event' }>;
type Weighing = Arriving & { readonly means: Exclude<Meaning, { kind: 'cancel' }> };

function no(reason: MarkerReason, status: MarkerStatus = 'IGNORED'): Weighed {
  return { kind: 'ignored', reason, status };
}

function ageOf(truck: Truck, { reading, datagram }: Arriving): Age {
  const { staleMs, clockToleranceMs } = truck.ports.rules;
  const limits = { staleMs, clockToleranceMs, aheadMs: AHEAD_MS };
  const { receivedAtMs } = datagram;
  const { spliceInMs = 0, metadata } = reading;
  const passed = spliceInMs < 0 ? receivedAtMs + spliceInMs : null;
  return staleness(metadata?.timestampMs ?? passed, receivedAtMs, limits);
}

/** Weighs a new marker that cancels nothing. Changes nothing. */
export function markerWeighed(truck: Truck, memory: Memory, at: Weighing): Weighed {
  const { means, datagram } = at;
  if (memory.mode.mode === 'SETUP') return no('setup');
  const age = ageOf(truck, at);
  if (age === 'stale' || age === 'clock_ahead') return no(age, 'STALE');
  if (means.kind === 'ignored') return no(means.reason);
  const event = eventPriceOf(memory.book.book, means.eventType);
  if (event === null) return no('unknown_event_type');
  const nowMs = steadyMs(truck, datagram.receivedMonoMs);
  const lastMs = memory.lastOfEvent.get(means.eventType) ?? null;
  const below = thresholdReason({ event, lastMs: before(lastMs, nowMs), nowMs });
  if (below !== null) return no(below);
  return memory.hold === null ? { kind: 'offers', means, nowMs } : no('held');
}

/** Judges a new marker; what it starts is begun in memory and recorded by the caller. */
export function markerJudged(
  truck: Truck,
  memory: Memory,
  at: Arriving & { facts: MarkerFacts; means: Meaning },
): Verdict {
  const { facts, means, datagram } = at;
  if (means.kind === 'cancel') {
    const cancelling = auctionCancelled(truck, memory, { means, cause: facts.id });
    return { ...ignored(cancelling.reason), more: cancelling };
  }
  const weighed = markerWeighed(truck, memory, { ...at, means });
  if (memory.mode.mode !== 'SETUP' && ageOf(truck, at) === 'clock_offset') {
    facts.warnings.push('clock_offset');
  }
  if (weighed.kind === 'ignored') return ignored(weighed.reason, weighed.status);
  memory.lastOfEvent.set(weighed.means.eventType, weighed.nowMs);
  const spliceInMs = at.reading.spliceInMs ?? null;
  const offer = slotOffered(truck, memory, { facts, means: weighed.means, datagram, spliceInMs });
  return { status: 'ACCEPTED', reason: null, more: offer, auctionId: offer.auctionId };
}

/** A time that lies ahead (read back from a run whose clock was wrong) says nothing. */
function before(lastMs: number | null, nowMs: number): number | null {
  return lastMs !== null && lastMs <= nowMs ? lastMs : null;
}
