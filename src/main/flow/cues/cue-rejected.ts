// A cue could not be read, or came over its rate. The first few a minute are kept with their bytes,
// the rest is one counted row a minute and source. Refuses to let garbage fill the disk or the log.
import {
  INVALID_ROWS_A_MINUTE,
  INVALID_ROWS_A_MINUTE_ALL,
  SOURCES_MOST,
} from '../../../contract/limits';
import type { MarkerReason } from '../../../contract/reasons';
import type { CueReading } from '../../core/codec/datagram';
import type { MarkerFacts } from '../../core/ledger/entries';
import { markerView } from '../../core/marker/view';
import type { Datagram, Heard } from '../ports';
import { draft, record } from '../truck/recorder';
import { alarm, countUp } from '../truck/alarm';
import { nextId } from '../truck/ids';
import type { Rejects } from '../truck/marker-counts';
import type { Memory, Truck } from '../truck/truck';
import { bareFacts } from './marker-facts';

const MINUTE_MS = 60_000;
/** Where sources beyond the most that are told apart are counted together. */
const OTHERS = '*';

type Unreadable = Extract<CueReading, { ok: false }>;

function rejectsOf(truck: Truck, memory: Memory, address: string): Rejects {
  const name =
    memory.rejects.size >= SOURCES_MOST && !memory.rejects.has(address) ? OTHERS : address;
  let rejects = memory.rejects.get(name);
  if (rejects === undefined) {
    if (memory.rejects.size === 0) startMinute(truck, memory);
    rejects = { rows: 0, counts: {} };
    memory.rejects.set(name, rejects);
  }
  return rejects;
}

function startMinute(truck: Truck, memory: Memory): void {
  memory.rejectsSinceMs = truck.ports.clock.wallMs();
  memory.rejectRows = 0;
  alarm(truck, truck.ports.clock.monoMs() + MINUTE_MS, (now) => rejectsCounted(truck, now));
}

/** Writes what was only counted in the minute that ended, one row a source. */
export function rejectsCounted(truck: Truck, memory: Memory): void {
  const toMs = truck.ports.clock.wallMs();
  const fromMs = memory.rejectsSinceMs;
  const rows = [...memory.rejects].filter(([, rejects]) => Object.keys(rejects.counts).length > 0);
  memory.rejects.clear();
  if (rows.length === 0) return;
  const origin = {
    actor: 'engine',
    cause: 'the minute ended',
    arrivedAtMs: toMs,
    decidedAtMs: toMs,
  };
  const drafts = rows.map(([address, { counts }]) =>
    draft('cues-rejected', { address, fromMs, toMs, counts }, origin),
  );
  void record(truck, drafts, () => undefined);
  truck.ports.log.warn('cues_rejected', { sources: rows.length });
}

/** Counts a cue that was refused before it was read. */
export function cueRefused(truck: Truck, address: string, why: 'rate' | 'oversize'): void {
  truck.counts.total += 1;
  truck.counts.rejected += 1;
  if (truck.memory !== null) countUp(rejectsOf(truck, truck.memory, address).counts, why);
}

/** Counts a readable cue that came while too much was on its way to the disk. */
export function cueOverloads(truck: Truck, memory: Memory, address: string): void {
  countUp(rejectsOf(truck, memory, address).counts, 'overload');
}

/** Whether a refused cue of this source may still be a row in this minute; else it is counted. */
export function rowGranted(
  truck: Truck,
  memory: Memory,
  { address, reason }: { readonly address: string; readonly reason: MarkerReason },
): boolean {
  const rejects = rejectsOf(truck, memory, address);
  const spent = rejects.rows >= INVALID_ROWS_A_MINUTE;
  if (spent || memory.rejectRows >= INVALID_ROWS_A_MINUTE_ALL) {
    countUp(rejects.counts, reason);
    return false;
  }
  rejects.rows += 1;
  memory.rejectRows += 1;
  return true;
}

/** Keeps an unreadable cue as an INVALID row, or counts it. */
export function cueRejected(
  truck: Truck,
  memory: Memory,
  heard: { reading: Unreadable; datagram: Datagram },
): Heard {
  const { reading, datagram } = heard;
  if (!rowGranted(truck, memory, { address: datagram.address, reason: reading.reason })) {
    return 'rejected';
  }
  const decidedAtMs = truck.ports.clock.wallMs();
  const loopDelayMs = truck.ports.meter.loopDelayAtMs(datagram.receivedMonoMs);
  const facts: MarkerFacts = {
    ...bareFacts({ id: nextId(memory, 'marker'), datagram, decidedAtMs, loopDelayMs }),
    ...(reading.offset === null ? {} : { faultOffset: reading.offset }),
    form: reading.form,
    status: 'INVALID',
    reason: reading.reason,
    rawBase64: truck.ports.text.base64(reading.raw),
  };
  const actor = `source:${datagram.address}`;
  const origin = { actor, cause: 'datagram', arrivedAtMs: datagram.receivedAtMs, decidedAtMs };
  void record(truck, [draft('marker-recorded', { marker: facts }, origin)], (receipt) => {
    const place = { seq: receipt.firstSeq, recordedAtMs: receipt.recordedAtMs };
    truck.ports.board.post('markers', facts.id, () => markerView(facts, place));
  });
  return 'rejected';
}
