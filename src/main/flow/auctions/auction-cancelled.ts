// A cancel cue arrived: the auction of its event is dropped while it has not begun to close.
// Refuses to undo a sale; what is decided stays decided.
import type { MarkerReason } from '../../../contract/reasons';
import type { Meaning } from '../../core/marker/event-map';
import type { Memory, Truck } from '../truck/truck';
import { auctionDroppedAlone } from './auction-dropped';
import { waitingOpened } from './auction-waited';

/** Cancels what is open or waiting for this event id. Gives the reason for the cancel's own row. */
export function auctionCancelled(
  truck: Truck,
  memory: Memory,
  means: Extract<Meaning, { kind: 'cancel' }>,
): MarkerReason {
  const live = [...memory.open.values(), ...memory.waiting].find(
    (candidate) => candidate.state.terms.eventId === means.eventId,
  );
  if (live === undefined) return 'cancel_nothing_open';
  auctionDroppedAlone(truck, memory, { live, reason: 'cancelled' });
  waitingOpened(truck, memory);
  return 'cancels_auction';
}
