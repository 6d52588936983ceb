// A readable cue came from outside its listener's allow list: it is a row that starts nothing until
// a person releases it. Refuses to let a stranger's cue stand for a real one: it is remembered
// apart, so that the same cue from an allowed source still counts.
import type { MarkerFacts } from '../../../core/ledger/entries';
import { meaningOf } from '../../../core/marker/event-map';
import { identityOf } from '../../../core/marker/identity';
import { markerView } from '../../../core/marker/view';
import type { Heard } from '../../ports';
import { nextId } from '../../truck/ids';
import { draft, record } from '../../truck/recorder';
import { steadyMs } from '../../truck/steady';
import type { Memory, Truck } from '../../truck/truck';
import type { Arriving } from '../arriving';
import { rowGranted } from '../cue-rejected';
import { markerCopied } from '../marker-copied';
import { bareFacts, readFacts } from '../marker-facts';

/** Arrivals kept on the monotonic clock; of older ones the wall clock tells. */
const ARRIVALS_MOST = 2_000;
const REASON = 'source_not_allowed';

/** What tells the cue from others, for both memories. */
export function identified(truck: Truck, memory: Memory, { reading, datagram }: Arriving) {
  const { rules, sha256 } = truck.ports;
  const steadyAtMs = steadyMs(truck, datagram.receivedMonoMs);
  const { aliases } = memory.book.book;
  const { airByMs } = rules;
  return { steadyAtMs, identity: identityOf(reading, steadyAtMs, { aliases, airByMs, sha256 }) };
}

function keep(memory: Memory, facts: MarkerFacts, at: Arriving & { steadyAtMs: number }): void {
  const { recall, arrivals } = memory.quarantine;
  arrivals.set(facts.id, at.datagram.receivedMonoMs);
  const [oldest] = arrivals.keys();
  if (arrivals.size > ARRIVALS_MOST && oldest !== undefined) arrivals.delete(oldest);
  if (facts.identity === null) return;
  recall.remember({ markerId: facts.id, identity: facts.identity, receivedAtMs: at.steadyAtMs });
  memory.copied.set(facts.id, { facts, reading: at.reading, place: null, copies: 0, rows: 0 });
  memory.copiedBytes += facts.rawBase64.length;
}

/** Takes a stranger's cue: a copy is a copy, a new one is held or, over its rate, counted. */
export function markerQuarantined(truck: Truck, memory: Memory, at: Arriving): Heard {
  const { reading, datagram } = at;
  const { clock, meter, text } = truck.ports;
  const { identity, steadyAtMs } = identified(truck, memory, at);
  const known = (from: Memory['recall']): string | null =>
    identity === null ? null : from.find(identity, steadyAtMs);
  const original = known(memory.recall) ?? known(memory.quarantine.recall);
  if (original !== null) return markerCopied(truck, memory, { ...at, original }).heard;
  const { address } = datagram;
  if (!rowGranted(truck, memory, { address, reason: REASON })) return 'rejected';
  const decidedAtMs = clock.wallMs();
  const loopDelayMs = meter.loopDelayAtMs(datagram.receivedMonoMs);
  const bare = bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs, loopDelayMs });
  const read = readFacts(bare, reading, { identity, rawBase64: text.base64(reading.raw) });
  const means = meaningOf(reading, memory.book.book);
  const eventType = means.kind === 'event' ? means.eventType : read.eventType;
  const facts: MarkerFacts = { ...read, eventType, status: 'QUARANTINED', reason: REASON };
  keep(memory, facts, { ...at, steadyAtMs });
  written(truck, facts, at);
  return 'rejected';
}

function written(truck: Truck, facts: MarkerFacts, { datagram }: Arriving): void {
  const { decidedAtMs, receivedAtMs: arrivedAtMs } = facts;
  const actor = `source:${datagram.address}`;
  const origin = { actor, cause: datagram.protocol, arrivedAtMs, decidedAtMs };
  void record(truck, [draft('marker-recorded', { marker: facts }, origin)], (receipt, memory) => {
    const place = { seq: receipt.firstSeq, recordedAtMs: receipt.recordedAtMs };
    const copied = memory.copied.get(facts.id);
    if (copied !== undefined) copied.place = place;
    truck.ports.board.post('markers', facts.id, () => markerView(facts, place));
  });
}
