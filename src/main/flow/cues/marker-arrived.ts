// A marker arrived: copy or new, then what it means, whether it counts, and what it starts. Marker,
// auction and opening bids are one transaction. Refuses to open a second auction for one marker.
import type { MarkerStatus } from '../../../contract/marker';
import type { MarkerReason } from '../../../contract/reasons';
import type { CueReading } from '../../core/codec/datagram';
import type { Draft, MarkerFacts } from '../../core/ledger/entries';
import { meaningOf, type Meaning } from '../../core/marker/event-map';
import { identityOf } from '../../core/marker/identity';
import { staleness } from '../../core/marker/stale';
import { markerView } from '../../core/marker/view';
import { eventPriceOf } from '../../core/pricing/floor';
import { thresholdReason } from '../../core/pricing/thresholds';
import { auctionCancelled } from '../auctions/auction-cancelled';
import { slotOffered, type Offer } from '../auctions/slot-offered';
import type { Datagram, Heard, Receipt } from '../ports';
import { draft, record } from '../truck/recorder';
import { nextId, type Memory, type Truck } from '../truck/truck';
import { markerCopied } from './marker-copied';
import { bareFacts, readFacts } from './marker-facts';

/** A cue that could be read, and where it came from. */
export interface Arriving {
  readonly reading: Extract<CueReading, { ok: true }>;
  readonly datagram: Datagram;
}

/** What became of it; `durable` is null where nothing but a counter changed. */
export interface Arrival {
  readonly heard: Heard;
  readonly facts: MarkerFacts | null;
  readonly durable: Promise<Receipt | null> | null;
}

/** Markers whose copies are counted one by one; the oldest give way. */
const COPIED_MOST = 10_000;
const AHEAD_MS = 10_000;

interface Verdict {
  readonly status: MarkerStatus;
  readonly reason: MarkerReason | null;
  readonly offer: Offer | null;
}

function ignored(reason: MarkerReason, status: MarkerStatus = 'IGNORED'): Verdict {
  return { status, reason, offer: null };
}

function judge(
  truck: Truck,
  memory: Memory,
  at: Arriving & { facts: MarkerFacts; means: Meaning },
) {
  const { facts, means, datagram, reading } = at;
  const { staleMs, clockToleranceMs } = truck.ports.rules;
  if (memory.mode.mode === 'SETUP') return ignored('setup');
  const limits = { staleMs, clockToleranceMs, aheadMs: AHEAD_MS };
  const age = staleness(reading.metadata?.timestampMs ?? null, datagram.receivedAtMs, limits);
  if (age === 'stale' || age === 'clock_ahead') return ignored(age, 'STALE');
  if (age === 'clock_offset') facts.warnings.push(age);
  if (means.kind === 'cancel') return ignored(auctionCancelled(truck, memory, means));
  if (means.kind === 'ignored') return ignored(means.reason);
  const event = eventPriceOf(memory.book.book, means.eventType);
  if (event === null) return ignored('unknown_event_type');
  const lastMs = memory.lastOfEvent.get(means.eventType) ?? null;
  const below = thresholdReason({ event, lastMs, nowMs: datagram.receivedAtMs });
  if (below !== null) return ignored(below);
  memory.lastOfEvent.set(means.eventType, datagram.receivedAtMs);
  const offer = slotOffered(truck, memory, { facts, means, datagram });
  return { status: 'ACCEPTED', reason: null, offer } as const;
}

function keep(memory: Memory, facts: MarkerFacts): void {
  if (facts.identity === null) return;
  const { id, identity, receivedAtMs, rawBase64 } = facts;
  memory.recall.remember({ markerId: id, identity, receivedAtMs });
  if (memory.copied.size >= COPIED_MOST)
    memory.copied.delete(memory.copied.keys().next().value ?? '');
  memory.copied.set(id, { marker: null, rawBase64, copies: 0, rows: 0 });
}

function factsOf(truck: Truck, memory: Memory, at: Arriving): MarkerFacts {
  const { reading, datagram } = at;
  const decidedAtMs = truck.ports.clock.wallMs();
  const bare = bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs });
  return readFacts(bare, reading, {
    identity: identityOf(reading, datagram.receivedAtMs),
    rawBase64: truck.ports.text.base64(reading.raw),
  });
}

function write(truck: Truck, facts: MarkerFacts, at: Arriving & { offer: Offer | null }) {
  const { datagram, offer } = at;
  const { clock, meter, board } = truck.ports;
  const decidedAtMs = clock.wallMs();
  const actor = `source:${datagram.address}`;
  const origin = {
    actor,
    cause: datagram.protocol,
    arrivedAtMs: datagram.receivedAtMs,
    decidedAtMs,
  };
  const drafts: Draft[] = [draft('marker-recorded', { marker: facts }, origin)];
  return record(truck, [...drafts, ...(offer?.drafts ?? [])], (receipt, memory) => {
    const marker = markerView(facts, { seq: receipt.firstSeq, recordedAtMs: receipt.recordedAtMs });
    const copied = memory.copied.get(facts.id);
    if (copied !== undefined) copied.marker = marker;
    meter.note('receiveToDurable', clock.monoMs() - datagram.receivedMonoMs);
    board.post('markers', facts.id, marker);
    offer?.told({ ...receipt, firstSeq: receipt.firstSeq + 1 }, memory);
  });
}

/** Takes a readable cue: a copy is counted, a new marker is judged, recorded and announced. */
export function markerArrived(truck: Truck, memory: Memory, at: Arriving): Arrival {
  const { reading, datagram } = at;
  const identity = identityOf(reading, datagram.receivedAtMs);
  const original = identity === null ? null : memory.recall.find(identity, datagram.receivedAtMs);
  if (original !== null) return markerCopied(truck, memory, { ...at, original });
  const read = factsOf(truck, memory, at);
  const means = meaningOf(reading, memory.book.book);
  if (means.regionalBlackout) read.warnings.push('regional_blackout');
  const { status, reason, offer } = judge(truck, memory, { ...at, facts: read, means });
  const eventType = means.kind === 'event' ? means.eventType : read.eventType;
  const facts = { ...read, status, reason, eventType, auctionId: offer?.auctionId ?? null };
  keep(memory, facts);
  const durable = write(truck, facts, { ...at, offer });
  return { heard: status === 'ACCEPTED' ? 'accepted' : 'rejected', facts, durable };
}
