// A copy of a known marker arrived. The first ten copies are rows of their own, the rest is only
// counted, once a second. Refuses to move the window: it starts at the first copy.
import { COPY_ROWS_MOST } from '../../../contract/limits';
import type { MarkerFacts } from '../../core/ledger/entries';
import { markerView } from '../../core/marker/view';
import { draft, record } from '../truck/recorder';
import { alarm, nextId, type Copied, type Memory, type Truck } from '../truck/truck';
import type { Arrival, Arriving } from './marker-arrived';
import { bareFacts, readFacts } from './marker-facts';

const FLUSH_MS = 1_000;
/** Markers in one flow of counts, so that one transaction stays short. */
const COUNTS_A_FLOW = 100;

function copyFacts(truck: Truck, memory: Memory, at: Arriving & { original: string }): MarkerFacts {
  const { reading, datagram, original } = at;
  const decidedAtMs = truck.ports.clock.wallMs();
  const bare = bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs });
  const rawBase64 = truck.ports.text.base64(reading.raw);
  const facts = readFacts(bare, reading, { identity: null, rawBase64 });
  const same = memory.copied.get(original)?.rawBase64 === rawBase64;
  if (same) delete (facts as { scte35?: unknown }).scte35;
  return { ...facts, status: 'DUPLICATE', reason: 'duplicate', duplicateOf: original };
}

/** Writes the counts that changed since the last time. */
export function copiesCounted(truck: Truck, memory: Memory): void {
  const ids = [...memory.copiedSince];
  memory.copiedSince.clear();
  const nowMs = truck.ports.clock.wallMs();
  const origin = { actor: 'engine', cause: 'copies', arrivedAtMs: nowMs, decidedAtMs: nowMs };
  for (let from = 0; from < ids.length; from += COUNTS_A_FLOW) {
    const some = ids.slice(from, from + COUNTS_A_FLOW);
    const drafts = some.map((markerId) =>
      draft(
        'marker-copied',
        { markerId, copies: memory.copied.get(markerId)?.copies ?? 0 },
        origin,
      ),
    );
    void record(truck, drafts, () => some.forEach((id) => tell(truck, memory, id)));
  }
}

function tell(truck: Truck, memory: Memory, markerId: string): void {
  const copied = memory.copied.get(markerId);
  if (copied === undefined || copied.marker === null) return;
  copied.marker = { ...copied.marker, copies: copied.copies };
  truck.ports.board.post('markers', markerId, copied.marker);
}

function countCopy(truck: Truck, memory: Memory, original: string): Copied | undefined {
  const copied = memory.copied.get(original);
  if (copied === undefined) return undefined;
  copied.copies += 1;
  if (memory.copiedSince.size === 0) {
    alarm(truck, truck.ports.clock.monoMs() + FLUSH_MS, (now) => copiesCounted(truck, now));
  }
  memory.copiedSince.add(original);
  return copied;
}

/** Counts a copy; records it while the marker has few. */
export function markerCopied(
  truck: Truck,
  memory: Memory,
  at: Arriving & { original: string },
): Arrival {
  const copied = countCopy(truck, memory, at.original);
  if (copied === undefined || copied.rows >= COPY_ROWS_MOST) {
    return { heard: 'duplicate', facts: null, durable: null };
  }
  copied.rows += 1;
  const facts = copyFacts(truck, memory, at);
  const { datagram } = at;
  const decidedAtMs = truck.ports.clock.wallMs();
  const actor = `source:${datagram.address}`;
  const origin = { actor, cause: at.original, arrivedAtMs: datagram.receivedAtMs, decidedAtMs };
  const durable = record(
    truck,
    [draft('marker-recorded', { marker: facts }, origin)],
    (receipt) => {
      const place = { seq: receipt.firstSeq, recordedAtMs: receipt.recordedAtMs };
      truck.ports.meter.note(
        'receiveToDurable',
        truck.ports.clock.monoMs() - datagram.receivedMonoMs,
      );
      truck.ports.board.post('markers', facts.id, markerView(facts, place));
    },
  );
  return { heard: 'duplicate', facts, durable };
}
