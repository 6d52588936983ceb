// A marker arrived: copy or new, then what it means, whether it counts, and what it starts. Marker,
// auction and opening bids are one transaction. Refuses to open a second auction for one marker.
import type { Draft, MarkerFacts, MarkerIdentity } from '../../core/ledger/entries';
import { meaningOf } from '../../core/marker/event-map';
import { identityOf } from '../../core/marker/identity';
import { trailed } from '../../core/marker/manual/cue-trail';
import { byArrival } from '../../core/marker/timing/cue-age';
import { markerView } from '../../core/marker/view';
import { draft, record } from '../truck/recorder';
import { nextId } from '../truck/ids';
import { steadyMs } from '../truck/steady';
import type { Memory, Truck } from '../truck/truck';
import type { Arrival, Arriving } from './arriving';
import { cueOverloads } from './cue-rejected';
import { markerCopied } from './marker-copied';
import { bareFacts, readFacts } from './marker-facts';
import { markerJudged, type Verdict } from './marker-judged';

/** Markers whose copies are counted one by one; the oldest give way. */
const COPIED_MOST = 5_000;
const COPIED_MOST_BYTES = 33_554_432;
/** With so many rows on their way to the disk, cues are counted and not taken. */
const PENDING_MOST = 50_000;

function keep(memory: Memory, facts: MarkerFacts, at: Identified): void {
  const { identity, steadyAtMs, reading } = at;
  if (identity === null) return;
  memory.recall.remember({ markerId: facts.id, identity, receivedAtMs: steadyAtMs });
  memory.copied.set(facts.id, { facts, reading, place: null, copies: 0, rows: 0 });
  memory.copiedBytes += facts.rawBase64.length;
  for (const [id, { facts: oldest }] of memory.copied) {
    if (memory.copied.size <= COPIED_MOST && memory.copiedBytes <= COPIED_MOST_BYTES) return;
    memory.copied.delete(id);
    memory.copiedBytes -= oldest.rawBase64.length;
  }
}

/** `steadyAtMs`: arrival on a clock that no step of the wall clock moves. */
type Identified = Arriving & {
  readonly identity: MarkerIdentity | null;
  readonly steadyAtMs: number;
};

function factsOf(truck: Truck, memory: Memory, at: Identified): MarkerFacts {
  const { reading, datagram, identity } = at;
  const { clock, meter } = truck.ports;
  const decidedAtMs = clock.wallMs();
  const loopDelayMs = meter.loopDelayAtMs(datagram.receivedMonoMs);
  const bare = bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs, loopDelayMs });
  return readFacts(bare, reading, {
    identity,
    rawBase64: truck.ports.text.base64(reading.raw),
  });
}

function write(truck: Truck, facts: MarkerFacts, at: Arriving & Pick<Verdict, 'more'>) {
  const { datagram, more } = at;
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
  return record(truck, [...drafts, ...(more?.drafts ?? [])], (receipt, memory) => {
    const place = { seq: receipt.firstSeq, recordedAtMs: receipt.recordedAtMs };
    const copied = memory.copied.get(facts.id);
    if (copied !== undefined) copied.place = place;
    meter.note('receiveToDurable', clock.monoMs() - datagram.receivedMonoMs);
    board.post('markers', facts.id, () => markerView(facts, place));
    more?.told({ ...receipt, firstSeq: receipt.firstSeq + 1 }, memory);
  });
}

/** Takes a readable cue: a copy is counted, a new marker is judged, recorded and announced. */
export function markerArrived(truck: Truck, memory: Memory, at: Arriving): Arrival {
  const { ports } = truck;
  const steadyAtMs = steadyMs(truck, at.datagram.receivedMonoMs);
  const {
    rules: { airByMs },
    sha256,
  } = ports;
  const { aliases } = memory.book.book;
  const identity = identityOf(at.reading, steadyAtMs, { aliases, airByMs, sha256 });
  const original = identity === null ? null : memory.recall.find(identity, steadyAtMs);
  if (original !== null) return markerCopied(truck, memory, { ...at, original });
  if (ports.store.pending() > PENDING_MOST) {
    cueOverloads(truck, memory, at.datagram.address);
    return { heard: 'rejected', facts: null, durable: null };
  }
  const trusted = truck.sources.isTrusted(at.datagram.address);
  const reading = trusted ? byArrival(at.reading) : at.reading;
  return markerTaken(truck, memory, { ...at, reading, identity, steadyAtMs });
}

function markerTaken(truck: Truck, memory: Memory, at: Identified): Arrival {
  const read = factsOf(truck, memory, at);
  const means = meaningOf(at.reading, memory.book.book);
  if (means.regionalBlackout) read.warnings.push('regional_blackout');
  const verdict = markerJudged(truck, memory, { ...at, facts: read, means });
  const { status, reason, more, auctionId, endsAuctionId } = verdict;
  const eventType = means.kind === 'event' ? means.eventType : read.eventType;
  const ends = endsAuctionId === undefined ? {} : { endsAuctionId };
  const facts = { ...read, status, reason, eventType, auctionId, ...ends };
  keep(memory, facts, at);
  memory.trail = trailed(memory.trail, facts);
  const durable = write(truck, facts, { ...at, more });
  return { heard: status === 'ACCEPTED' ? 'accepted' : 'rejected', facts, durable };
}
