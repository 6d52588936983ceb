// Owns the row of a copy: all it says where its bytes differ from its original's, else only what is
// its own. Refuses to record; rows wait for the end of their turn.
import type { Marker } from '../../../contract/marker';
import type { Draft, MarkerFacts, MarkerRepeat } from '../../core/ledger/entries';
import { eventNamed } from '../../core/pricing/floor';
import { markerView, repeatView, type MarkerPlace } from '../../core/marker/view';
import { nextId } from '../truck/ids';
import { draft } from '../truck/recorder';
import type { CopyRow, Memory, Truck } from '../truck/truck';
import type { Arriving } from './arriving';
import { bareFacts, readFacts } from './marker-facts';

/** A copy: what it is a copy of, and how it arrived. */
export type Copying = Arriving & { readonly original: string };

/** A copy whose bytes differ from its original's keeps all it says. */
export function fullCopy(truck: Truck, memory: Memory, at: Copying): CopyRow {
  const { reading, datagram, original } = at;
  const decidedAtMs = truck.ports.clock.wallMs();
  const loopDelayMs = truck.ports.meter.loopDelayAtMs(datagram.receivedMonoMs);
  const bare = bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs, loopDelayMs });
  const rawBase64 = truck.ports.text.base64(reading.raw);
  const read = readFacts(bare, reading, { identity: null, rawBase64 });
  const named = read.eventType === null ? null : eventNamed(memory.book.book, read.eventType);
  const eventType = named ?? read.eventType;
  const facts: MarkerFacts = {
    ...read,
    eventType,
    status: 'DUPLICATE',
    reason: 'duplicate',
    duplicateOf: original,
  };
  const view = (place: MarkerPlace): Marker => markerView(facts, place);
  const entry = entryOf('marker-recorded', { marker: facts }, at);
  return { id: facts.id, entry, view, receivedMonoMs: datagram.receivedMonoMs };
}

/** A copy to the last byte is kept as what differs from its original. */
export function byteCopy(
  truck: Truck,
  memory: Memory,
  at: Copying & { facts: MarkerFacts },
): CopyRow {
  const { datagram, original, facts } = at;
  const { receivedAtMs, receivedMonoMs, address, port, protocol } = datagram;
  const id = nextId(memory, 'marker');
  const decidedAtMs = truck.ports.clock.wallMs();
  const repeat: MarkerRepeat = {
    id,
    of: original,
    receivedAtMs,
    decidedAtMs,
    address,
    port,
    protocol,
    loopDelayMs: truck.ports.meter.loopDelayAtMs(receivedMonoMs),
  };
  const view = (place: MarkerPlace): Marker => repeatView(facts, repeat, place);
  return { id, entry: entryOf('marker-repeated', { repeat }, at), view, receivedMonoMs };
}

function entryOf(
  type: 'marker-recorded' | 'marker-repeated',
  body: { marker: MarkerFacts } | { repeat: MarkerRepeat },
  { datagram, original }: Copying,
): Draft {
  const { receivedAtMs: arrivedAtMs, address } = datagram;
  const origin = {
    actor: `source:${address}`,
    cause: original,
    arrivedAtMs,
    decidedAtMs: arrivedAtMs,
  };
  return draft(type, body as never, origin);
}
