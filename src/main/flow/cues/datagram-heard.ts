// A datagram was heard: it is read, counted, and each cue in it goes its way. Refuses to wait for
// anything; what needs the disk is recorded behind its back.
import type { CueReading } from '../../core/codec/datagram';
import { readMessage } from '../../core/codec/scte104/cues/readings';
import type { Datagram, Heard } from '../ports';
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

function cueHeard(truck: Truck, memory: Memory, at: Datagram & { reading: CueReading }): Heard {
  const reading = cueVouched(at.reading, at);
  if (!reading.ok) return cueRejected(truck, memory, { reading, datagram: at });
  if (reading.heartbeat) return 'heartbeat';
  if (at.vouched?.stranger === true)
    return markerQuarantined(truck, memory, { reading, datagram: at });
  return markerArrived(truck, memory, { reading, datagram: at }).heard;
}

/** A whole SCTE 104 message comes in by its own door; everything else is told by its content. */
function readingsOf(truck: Truck, datagram: Datagram) {
  const { bytes, protocol, receivedAtMs } = datagram;
  if (protocol === 'scte104') return readMessage(bytes, truck.ports.text, receivedAtMs);
  return truck.transports.read(datagram) ?? truck.readings.read(bytes);
}

/** Takes a datagram in. One verdict for each cue found in it. */
export function datagramHeard(truck: Truck, datagram: Datagram): readonly Heard[] {
  const { memory } = truck;
  if (truck.early !== null && truck.early.length < EARLY_MOST) {
    truck.early.push(datagram);
    return [];
  }
  if (memory === null || truck.stopping) return [count(truck, 'rejected')];
  const readings = readingsOf(truck, datagram);
  if (readings.length === 0) return CARRIED;
  return readings.map((reading) => count(truck, cueHeard(truck, memory, { ...datagram, reading })));
}
