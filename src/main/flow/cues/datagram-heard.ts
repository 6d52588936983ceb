// A datagram was heard: it is read, counted, and each cue in it goes its way, as does one that
// waited for a packet which is lost. Refuses to wait for anything; what needs the disk is recorded
// behind its back.
import type { CompletedCue } from '../../core/codec/reading';
import { readMessage } from '../../core/codec/scte104/cues/readings';
import type { Datagram, Heard } from '../ports';
import { alarm } from '../truck/alarm';
import type { Memory, Truck } from '../truck/truck';
import { cueRejected } from './cue-rejected';
import { markerArrived } from './marker-arrived';
import { cueVouched } from './sources/cue-vouched';
import { markerQuarantined } from './sources/marker-quarantined';

/** Datagrams kept while the journal is read at the start. */
const EARLY_MOST = 2_000;
/** No cue in it: it only carries its stream on, and is no marker to be counted. */
const CARRIED: readonly Heard[] = ['carried'];

function count(truck: Truck, heard: Heard): Heard {
  const { counts } = truck;
  counts.total += 1;
  if (heard === 'accepted') counts.accepted += 1;
  else if (heard === 'duplicate') counts.duplicates += 1;
  else if (heard === 'heartbeat') counts.heartbeats += 1;
  else counts.rejected += 1;
  return heard;
}

type Completed = CompletedCue<Datagram>;

function cueHeard(truck: Truck, memory: Memory, { reading: read, datagram }: Completed): Heard {
  const reading = cueVouched(read, datagram);
  if (!reading.ok) return cueRejected(truck, memory, { reading, datagram });
  if (reading.heartbeat) return 'heartbeat';
  if (datagram.vouched?.stranger === true)
    return markerQuarantined(truck, memory, { reading, datagram });
  return markerArrived(truck, memory, { reading, datagram }).heard;
}

/** A whole SCTE 104 message comes in by its own door; everything else is told by its content. */
function cuesOf(truck: Truck, datagram: Datagram): readonly Completed[] {
  const { bytes, protocol, receivedAtMs } = datagram;
  const whole = (): readonly Completed['reading'][] =>
    protocol === 'scte104'
      ? readMessage(bytes, truck.ports.text, receivedAtMs)
      : truck.readings.read(bytes);
  const streamed = protocol === 'scte104' ? null : truck.transports.read(datagram);
  return streamed ?? whole().map((reading) => ({ reading, datagram }));
}

function cuesHeard(truck: Truck, memory: Memory, cues: readonly Completed[]): readonly Heard[] {
  return cues.map((cue) => count(truck, cueHeard(truck, memory, cue)));
}

/** Wakes when a packet that is waited for counts as lost: the next may be a long time coming. */
function lossAwaited(truck: Truck, memory: Memory): void {
  const dueMs = truck.transports.due();
  if (dueMs === null || memory.lossAwaited) return;
  memory.lossAwaited = true;
  alarm(truck, dueMs, (now) => {
    now.lossAwaited = false;
    if (truck.stopping) return;
    cuesHeard(truck, now, truck.transports.flush(truck.ports.clock.monoMs()));
    lossAwaited(truck, now);
  });
}

/** Takes a datagram in. One verdict for each cue found in it. */
export function datagramHeard(truck: Truck, datagram: Datagram): readonly Heard[] {
  const { memory } = truck;
  if (truck.early !== null && truck.early.length < EARLY_MOST) {
    truck.early.push(datagram);
    return [];
  }
  if (memory === null || truck.stopping) return [count(truck, 'rejected')];
  const cues = cuesOf(truck, datagram);
  lossAwaited(truck, memory);
  return cues.length === 0 ? CARRIED : cuesHeard(truck, memory, cues);
}
