// Owns what every listener counts: packets, bytes, and what became of the cues in them. Refuses to
// judge; the flows say what they heard.
import type { Listener } from '../../../contract/status';
import type { Heard } from '../../flow/ports';

/** A listener's state while it is being counted. */
export type Counts = { -readonly [K in keyof Listener]: Listener[K] } & { carried: number };

/** A listener that has heard nothing yet. */
export function newCounts(
  where: Pick<Listener, 'id' | 'address' | 'port' | 'name'>,
  protocol: string,
): Counts {
  return {
    id: where.id,
    ...(where.name === undefined ? {} : { name: where.name }),
    protocol,
    state: 'listening',
    detail: '',
    address: where.address,
    port: where.port,
    packets: 0,
    bytes: 0,
    heartbeats: 0,
    carried: 0,
    accepted: 0,
    duplicates: 0,
    rejected: 0,
    receiveBufferBytes: null,
    lastPacketAt: null,
  };
}

/** Counts one verdict. */
export function countHeard(counts: Counts, heard: Heard): void {
  if (heard === 'accepted') counts.accepted += 1;
  else if (heard === 'duplicate') counts.duplicates += 1;
  else if (heard === 'heartbeat') counts.heartbeats += 1;
  else if (heard === 'carried') counts.carried += 1;
  else counts.rejected += 1;
}
