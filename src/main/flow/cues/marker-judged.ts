// A new marker is judged: mode, age, what it means, whether its event counts, whether new auctions
// are held. Only an ACCEPTED one offers a slot. Refuses to look at copies; they were told apart
// before.
import type { MarkerStatus } from '../../../contract/marker';
import type { MarkerReason } from '../../../contract/reasons';
import type { MarkerFacts } from '../../core/ledger/entries';
import type { Meaning } from '../../core/marker/event-map';
import { staleness } from '../../core/marker/stale';
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

/** Judges a new marker; what it starts is begun in memory and recorded by the caller. */
export function markerJudged(
  truck: Truck,
  memory: Memory,
  at: Arriving & { facts: MarkerFacts; means: Meaning },
): Verdict {
  const { facts, means, datagram, reading } = at;
  const { staleMs, clockToleranceMs } = truck.ports.rules;
  if (means.kind === 'cancel') {
    const cancelling = auctionCancelled(truck, memory, { means, cause: facts.id });
    return { ...ignored(cancelling.reason), more: cancelling };
  }
  if (memory.mode.mode === 'SETUP') return ignored('setup');
  const limits = { staleMs, clockToleranceMs, aheadMs: AHEAD_MS };
  const age = staleness(reading.metadata?.timestampMs ?? null, datagram.receivedAtMs, limits);
  if (age === 'stale' || age === 'clock_ahead') return ignored(age, 'STALE');
  if (age === 'clock_offset') facts.warnings.push(age);
  if (means.kind === 'ignored') return ignored(means.reason);
  const event = eventPriceOf(memory.book.book, means.eventType);
  if (event === null) return ignored('unknown_event_type');
  const nowMs = steadyMs(truck, datagram.receivedMonoMs);
  const lastMs = memory.lastOfEvent.get(means.eventType) ?? null;
  const below = thresholdReason({ event, lastMs: before(lastMs, nowMs), nowMs });
  if (below !== null) return ignored(below);
  if (memory.hold !== null) return ignored('held');
  memory.lastOfEvent.set(means.eventType, nowMs);
  const offer = slotOffered(truck, memory, { facts, means, datagram });
  return { status: 'ACCEPTED', reason: null, more: offer, auctionId: offer.auctionId };
}

/** A time that lies ahead (read back from a run whose clock was wrong) says nothing. */
function before(lastMs: number | null, nowMs: number): number | null {
  return lastMs !== null && lastMs <= nowMs ? lastMs : null;
}
