// A new marker is judged: mode, age, what it means, whether its event counts, whether new auctions
// are held. Only an ACCEPTED one offers a slot. Refuses to look at copies; they were told apart
// before.
import type { MarkerStatus } from '../../../contract/marker';
import type { MarkerReason } from '../../../contract/reasons';
import type { MarkerFacts } from '../../core/ledger/entries';
import type { Meaning } from '../../core/marker/event-map';
import { eventPriceOf } from '../../core/pricing/floor';
import { thresholdReason } from '../../core/pricing/thresholds';
import { auctionCancelled } from '../auctions/auction-cancelled';
import { slotEnded } from '../auctions/slot-ended';
import { slotOffered, type Offer } from '../auctions/slot-offered';
import { steadyMs } from '../truck/steady';
import type { Memory, Truck } from '../truck/truck';
import type { Arriving } from './arriving';
import { ageNoted, ageOf } from './sources/age-judged';

/** What became of a marker, and what it offers for sale if it counts. */
export interface Verdict {
  readonly status: MarkerStatus;
  readonly reason: MarkerReason | null;
  /** What goes into the marker's transaction: the slot it offers, or the auctions it cancels. */
  readonly more: Pick<Offer, 'drafts' | 'told'> | null;
  readonly auctionId: string | null;
  /** The auction whose slot it ended. */
  readonly endsAuctionId?: string;
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

/** Weighs a new marker that cancels nothing. Changes nothing. */
export function markerWeighed(truck: Truck, memory: Memory, at: Weighing): Weighed {
  const { means, datagram } = at;
  if (memory.mode.mode === 'SETUP') return no('setup');
  const { age } = ageOf(truck, at);
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
    const cancel = { ...means, carrierProgram: at.reading.carrier?.program };
    const cancelling = auctionCancelled(truck, memory, { means: cancel, cause: facts.id });
    return { ...ignored(cancelling.reason), more: cancelling };
  }
  const { age } = ageNoted(truck, memory, at);
  const weighed = markerWeighed(truck, memory, { ...at, means });
  if (age === 'clock_offset') facts.warnings.push('clock_offset');
  const spliceInMs = at.reading.spliceInMs ?? null;
  if (weighed.kind === 'ignored') {
    const verdict = ignored(weighed.reason, weighed.status);
    return weighed.reason === 'ends_slot' ? ended(truck, memory, { ...at, verdict }) : verdict;
  }
  memory.lastOfEvent.set(weighed.means.eventType, weighed.nowMs);
  const offer = slotOffered(truck, memory, { facts, means: weighed.means, datagram, spliceInMs });
  const { auctionId } = offer;
  const startsAtMs = weighed.nowMs + (spliceInMs ?? 0);
  memory.slots.remember({ auctionId, identity: facts.identity, startsAtMs });
  return { status: 'ACCEPTED', reason: null, more: offer, auctionId };
}

function ended(
  truck: Truck,
  memory: Memory,
  at: Arriving & { facts: MarkerFacts; verdict: Verdict },
): Verdict {
  const { facts, reading, datagram, verdict } = at;
  const end = slotEnded(truck, memory, {
    markerId: facts.id,
    identity: facts.identity,
    receivedMonoMs: datagram.receivedMonoMs,
    spliceInMs: reading.spliceInMs ?? null,
  });
  return end === null ? verdict : { ...verdict, more: end, endsAuctionId: end.auctionId };
}

/** A time that lies ahead (read back from a run whose clock was wrong) says nothing. */
function before(lastMs: number | null, nowMs: number): number | null {
  return lastMs !== null && lastMs <= nowMs ? lastMs : null;
}
