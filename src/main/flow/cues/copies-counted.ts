// The copies of markers were counted: once a second what changed is written, and at the end of a
// turn the rows that wait. Refuses to write a count for each copy.
import { markerView } from '../../core/marker/view';
import type { Receipt } from '../ports';
import { draft, record } from '../truck/recorder';
import type { CopyRow, Memory, Truck } from '../truck/truck';

/** Markers in one flow of counts, so that one transaction stays short. */
const COUNTS_A_FLOW = 100;

/** Records the copies of this turn in one flow. */
export function copiesRecorded(truck: Truck, memory: Memory): void {
  const rows = memory.copyRows;
  if (truck.memory !== memory || rows.length === 0) return;
  memory.copyRows = [];
  void record(
    truck,
    rows.map(({ entry }) => entry),
    (receipt) => told(truck, rows, receipt),
  );
}

function told(truck: Truck, rows: readonly CopyRow[], receipt: Receipt): void {
  const { board, meter, clock } = truck.ports;
  const nowMs = clock.monoMs();
  const { firstSeq, recordedAtMs } = receipt;
  rows.forEach(({ id, view, receivedMonoMs }, at) => {
    meter.note('receiveToDurable', nowMs - receivedMonoMs);
    board.post('markers', id, () => view({ seq: firstSeq + at, recordedAtMs }));
  });
}

/** Writes the counts that changed since the last time, and the copies that wait. */
export function copiesCounted(truck: Truck, memory: Memory): void {
  copiesRecorded(truck, memory);
  const ids = [...memory.copiedSince].filter((id) => memory.copied.has(id));
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
    void record(truck, drafts, (_, now) => some.forEach((id) => countTold(truck, now, id)));
  }
}

function countTold(truck: Truck, memory: Memory, markerId: string): void {
  const copied = memory.copied.get(markerId);
  if (copied === undefined || copied.place === null) return;
  const { facts, place, copies } = copied;
  truck.ports.board.post('markers', markerId, () => markerView(facts, { ...place, copies }));
}
