// A copy of a known marker arrived. The first ten copies are rows of their own, the rest is only
// counted, once a second. Refuses to move the window: it starts at the first copy.
import { COPY_ROWS_MOST } from '../../../contract/limits';
import { meaningOf } from '../../core/marker/event-map';
import { auctionCancelled } from '../auctions/auction-cancelled';
import { alarm } from '../truck/alarm';
import { record } from '../truck/recorder';
import type { Memory, Truck } from '../truck/truck';
import { copiesCounted, copiesRecorded } from './copies-counted';
import { byteCopy, fullCopy, type Copying } from './copy-row';
import type { Arrival } from './arriving';

const FLUSH_MS = 1_000;
/** With so many rows on their way to the disk, copies are only counted. */
const PENDING_MOST = 20_000;

/** A repeated cancel finds what its first copy came too early for. */
function cancelledAgain(truck: Truck, memory: Memory, { reading, original }: Copying): void {
  if (memory.open.size === 0) return;
  const means = meaningOf(reading, memory.book.book);
  if (means.kind !== 'cancel') return;
  const cancel = { ...means, carrierProgram: reading.carrier?.program };
  const { drafts, told } = auctionCancelled(truck, memory, { means: cancel, cause: original });
  if (drafts.length > 0) void record(truck, drafts, told);
}

/** Counts a copy; records it while the marker has few. */
export function markerCopied(truck: Truck, memory: Memory, at: Copying): Arrival {
  const counted = { heard: 'duplicate', facts: null, durable: null } as const;
  const { clock, timers, store } = truck.ports;
  const copied = memory.copied.get(at.original);
  if (copied === undefined) return counted;
  copied.copies += 1;
  // A stranger's copy is counted; it cancels nothing.
  if (at.datagram.vouched?.stranger !== true) cancelledAgain(truck, memory, at);
  if (memory.copiedSince.size === 0) {
    alarm(truck, clock.monoMs() + FLUSH_MS, (now) => copiesCounted(truck, now));
  }
  memory.copiedSince.add(at.original);
  if (copied.rows >= COPY_ROWS_MOST || store.pending() > PENDING_MOST) return counted;
  copied.rows += 1;
  if (memory.copyRows.length === 0) timers.endOfTurn(() => copiesRecorded(truck, memory));
  const { facts } = copied;
  const equal = copied.reading === at.reading;
  const row = equal ? byteCopy(truck, memory, { ...at, facts }) : fullCopy(truck, memory, at);
  memory.copyRows.push(row);
  return counted;
}
