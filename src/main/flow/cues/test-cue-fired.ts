// A person fired a manual cue: real bytes are built and heard as if they had come by the wire.
// Refuses more than one a second, and any in SETUP; the answer is given once it is durable.
import { fault } from '../../../contract/faults';
import { MARKER_REASONS } from '../../../contract/reasons';
import { MANUAL_CUE_GAP_MS } from '../../../contract/limits';
import type { TestCueInput, TestCueResult } from '../../../contract/marker';
import { must } from '../../core/lib/assert';
import { testCueBytes } from '../../core/marker/test-cue';
import { eventNamed } from '../../core/pricing/floor';
import type { Answer, Caller } from '../ports';
import { storageFault } from '../truck/recorder';
import type { Memory, Truck } from '../truck/truck';
import { markerArrived } from './marker-arrived';

/** Ids of manual cues lie in a range of their own, apart from any automation's. */
const MANUAL_ID_BASE = 0x7f00_0000;
const MANUAL_ID_SPAN = 0x0100_0000;

function refusal(
  truck: Truck,
  memory: Memory,
  input: TestCueInput,
): ReturnType<typeof fault> | null {
  if (memory.mode.mode === 'SETUP') return fault('setup_mode');
  if (eventNamed(memory.book.book, input.eventType) === null) return fault('unknown_event_type');
  const sinceMs = truck.ports.clock.monoMs() - memory.lastManualMonoMs;
  if (sinceMs >= MANUAL_CUE_GAP_MS) return null;
  const waitMs = Math.ceil(MANUAL_CUE_GAP_MS - sinceMs);
  return fault('too_soon', `One manual cue a second. Next allowed in ${waitMs} ms.`, { waitMs });
}

/** Fires it. The source of its marker names the person; the way is the way of every cue. */
export async function testCueFired(
  truck: Truck,
  input: TestCueInput,
  caller: Caller,
): Promise<Answer<TestCueResult>> {
  const { memory, ports } = truck;
  if (truck.stopping) return { ok: false, fault: fault('stopping') };
  if (memory === null) return storageFault(truck);
  const refused = refusal(truck, memory, input);
  if (refused !== null) return { ok: false, fault: refused };
  const eventId = MANUAL_ID_BASE + (Number.parseInt(ports.random(3), 16) % MANUAL_ID_SPAN);
  const nowMs = ports.clock.wallMs();
  const bytes = testCueBytes({ input, eventId, text: ports.text, nowMs });
  const reading = must(truck.readings.read(bytes)[0], 'a manual cue can be read');
  if (!reading.ok) {
    const { reason, offset } = reading;
    return { ok: false, fault: fault('invalid_input', MARKER_REASONS[reason], { reason, offset }) };
  }
  memory.lastManualMonoMs = ports.clock.monoMs();
  const datagram = {
    bytes,
    address: '127.0.0.1',
    port: 0,
    protocol: `manual:${caller.actor}`,
    receivedAtMs: nowMs,
    receivedMonoMs: ports.clock.monoMs(),
  };
  const { heard, facts, durable } = markerArrived(truck, memory, { reading, datagram });
  truck.counts.total += 1;
  truck.counts[heard === 'accepted' ? 'accepted' : 'rejected'] += 1;
  if (facts === null) return { ok: false, fault: fault('too_soon') };
  if ((await durable) === null) return storageFault(truck);
  const { id, status, reason, auctionId } = facts;
  return { ok: true, value: { markerId: id, status, reason, auctionId } };
}
