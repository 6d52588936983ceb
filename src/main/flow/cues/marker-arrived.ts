// A marker arrived: copy or new, then what it means, whether it counts, and what it starts. Marker,
// auction and opening bids are one transaction. Refuses to open a second auction for one marker.
import type { CueReading } from '../../core/codec/datagram';
import type { Draft, MarkerFacts, MarkerIdentity } from '../../core/ledger/entries';
import { meaningOf } from '../../core/marker/event-map';
import { identityOf } from '../../core/marker/identity';
import { markerView } from '../../core/marker/view';
import type { Offer } from '../auctions/slot-offered';
import { draft, record } from '../truck/recorder';
import { nextId } from '../truck/ids';
import type { Memory, Truck } from '../truck/truck';
import type { Arrival, Arriving } from './arriving';
import { markerCopied } from './marker-copied';
import { bareFacts, readFacts } from './marker-facts';
import { markerJudged } from './marker-judged';

/** Markers whose copies are counted one by one; the oldest give way. */
const COPIED_MOST = 5_000;

function keep(memory: Memory, facts: MarkerFacts, reading: CueReading): void {
  if (facts.identity === null) return;
  const { id, identity, receivedAtMs } = facts;
  memory.recall.remember({ markerId: id, identity, receivedAtMs });
  if (memory.copied.size >= COPIED_MOST)
    memory.copied.delete(memory.copied.keys().next().value ?? '');
  memory.copied.set(id, { facts, reading, place: null, copies: 0, rows: 0 });
}

type Identified = Arriving & { readonly identity: MarkerIdentity | null };

function factsOf(truck: Truck, memory: Memory, at: Identified): MarkerFacts {
  const { reading, datagram, identity } = at;
  const decidedAtMs = truck.ports.clock.wallMs();
  const bare = bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs });
  return readFacts(bare, reading, {
    identity,
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
    const place = { seq: receipt.firstSeq, recordedAtMs: receipt.recordedAtMs };
    const copied = memory.copied.get(facts.id);
    if (copied !== undefined) copied.place = place;
    meter.note('receiveToDurable', clock.monoMs() - datagram.receivedMonoMs);
    board.post('markers', facts.id, () => markerView(facts, place));
    offer?.told({ ...receipt, firstSeq: receipt.firstSeq + 1 }, memory);
  });
}

/** Takes a readable cue: a copy is counted, a new marker is judged, recorded and announced. */
export function markerArrived(truck: Truck, memory: Memory, at: Arriving): Arrival {
  const { reading, datagram } = at;
  const { aliases } = memory.book.book;
  const { airByMs } = truck.ports.rules;
  const identity = identityOf(reading, datagram.receivedAtMs, { aliases, airByMs });
  const original = identity === null ? null : memory.recall.find(identity, datagram.receivedAtMs);
  if (original !== null) return markerCopied(truck, memory, { ...at, original });
  const read = factsOf(truck, memory, { ...at, identity });
  const means = meaningOf(reading, memory.book.book);
  if (means.regionalBlackout) read.warnings.push('regional_blackout');
  const { status, reason, offer } = markerJudged(truck, memory, { ...at, facts: read, means });
  const eventType = means.kind === 'event' ? means.eventType : read.eventType;
  const facts = { ...read, status, reason, eventType, auctionId: offer?.auctionId ?? null };
  keep(memory, facts, reading);
  const durable = write(truck, facts, { ...at, offer });
  return { heard: status === 'ACCEPTED' ? 'accepted' : 'rejected', facts, durable };
}
