// A slot is offered: the moment is priced, the terms are fixed, and the auction opens at once,
// waits its turn, or ends because there is no time. Refuses to record by itself: what it gives is
// part of the transaction of the marker that offers the slot.
import type { AuctionTerms } from '../../core/auction/record';
import { auctionTerms } from '../../core/auction/terms';
import { openingWindow } from '../../core/auction/window';
import type { Draft, MarkerFacts } from '../../core/ledger/entries';
import { must } from '../../core/lib/assert';
import type { Meaning } from '../../core/marker/event-map';
import { eventPriceOf, priceOf } from '../../core/pricing/floor';
import { factsFromMarker } from '../../core/pricing/stakes';
import type { Datagram } from '../ports';
import { draft, type Told } from '../truck/recorder';
import { nextId } from '../truck/ids';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import { auctionDropped, auctionDroppedAlone, dropTold } from './auction-dropped';
import { auctionOpened } from './auction-opened';
import { auctionTold } from './auction-told';
import { auctionWaits } from './auction-waited';

/** What the marker's flow adds to its transaction, and tells once that is durable. */
export interface Offer {
  readonly auctionId: string;
  readonly drafts: readonly Draft[];
  readonly told: Told;
}

/** An event that offers a slot, and where it came from. */
export interface Offering {
  readonly facts: MarkerFacts;
  readonly means: Extract<Meaning, { kind: 'event' }>;
  readonly datagram: Datagram;
  /** From arrival to the splice; null where the cue does not tell. */
  readonly spliceInMs: number | null;
}

/** The terms of the auction that an event would have; `auctionId` is the caller's to give. */
export function termsOffered(
  truck: Truck,
  memory: Memory,
  at: Offering & { readonly auctionId: string },
): AuctionTerms {
  const { facts, means, datagram, auctionId, spliceInMs } = at;
  const { rules } = truck.ports;
  const { book } = memory;
  const { eventType, eventId, eventKind, durationMs, segmentationType } = means;
  const trace = priceOf({ book, eventType, facts: factsFromMarker(facts.context) });
  const { id: markerId, gameId, teamId } = facts;
  return auctionTerms({
    ids: { auctionId, slotId: `${auctionId}-1` },
    marker: { markerId, gameId, teamId, eventId, eventKind, segmentationType, breakMs: durationMs },
    price: must(trace, 'an accepted event has a price'),
    event: must(eventPriceOf(book.book, eventType), 'an accepted event is in the book'),
    airByMs: datagram.receivedAtMs + (spliceInMs ?? rules.airByMs),
    arrivedAtMs: datagram.receivedAtMs,
    spliceAtMs: spliceInMs === null ? null : datagram.receivedAtMs + spliceInMs,
    regionalBlackout: means.regionalBlackout,
    durationMs: rules.auctionMs,
    rehearsal: memory.mode.mode === 'REHEARSAL',
  });
}

function newAuction(truck: Truck, memory: Memory, at: Offering): LiveAuction {
  const { datagram, spliceInMs } = at;
  const { rules, clock } = truck.ports;
  const terms = termsOffered(truck, memory, { ...at, auctionId: nextId(memory, 'auction') });
  const state = { terms, createdAtMs: clock.wallMs(), opening: null, end: null };
  const { receivedMonoMs } = datagram;
  const airByMonoMs = receivedMonoMs + (spliceInMs ?? rules.airByMs);
  const spliceMonoMs = spliceInMs === null ? null : airByMonoMs;
  const unopened = { seq: 0, endsMonoMs: Infinity, seed: '' };
  return { state, ...unopened, receivedMonoMs, airByMonoMs, spliceMonoMs };
}

function start(truck: Truck, memory: Memory, live: LiveAuction): Draft | null {
  const { durationMs } = live.state.terms;
  const nowMs = truck.ports.clock.monoMs();
  const { airByMonoMs: airByMs, spliceMonoMs: spliceAtMs } = live;
  const window = openingWindow({ nowMs, durationMs, spliceAtMs, airByMs });
  if (!window.ok) return auctionDropped(truck, memory, { live, reason: 'insufficient_time' });
  if (memory.open.size < truck.ports.rules.mostOpen) {
    return auctionOpened(truck, memory, { live, durationMs: window.durationMs });
  }
  const leaves = auctionWaits(truck, memory, live);
  if (leaves === null) return null;
  if (leaves === live) return auctionDropped(truck, memory, { live, reason: 'capacity' });
  auctionDroppedAlone(truck, memory, { live: leaves, reason: 'capacity' });
  return null;
}

/** Prices the moment and puts its slot on sale. */
export function slotOffered(truck: Truck, memory: Memory, at: Offering): Offer {
  const live = newAuction(truck, memory, at);
  const { auctionId, markerId } = live.state.terms;
  const arrivedAtMs = at.datagram.receivedAtMs;
  const origin = {
    actor: 'engine',
    cause: markerId,
    arrivedAtMs,
    decidedAtMs: live.state.createdAtMs,
  };
  const created = draft('auction-created', { terms: live.state.terms }, origin);
  const started = start(truck, memory, live);
  const { state } = live;
  return {
    auctionId,
    drafts: started === null ? [created] : [created, started],
    told: ({ firstSeq, recordedAtMs }, now) => {
      live.seq = firstSeq;
      if (state.end === null) auctionTold(truck, { live, state, recordedAtMs });
      else dropTold(truck, now, { live, state, recordedAtMs });
    },
  };
}
