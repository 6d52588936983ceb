// The last engine left auctions unfinished. An open one is ABORTED_CRASH with its holds released;
// one that never opened waits again while its air-by time allows it; an ended one whose slot has
// not aired yet is announced again. Refuses to decide anything twice.
import { AUCTION_LEAST_MS } from '../../../contract/limits';
import { auctionDroppedAlone } from '../auctions/auction-dropped';
import { decisionDelivered } from '../auctions/auction-told';
import { waitingOpened, waitingTimed } from '../auctions/auction-waited';
import type { Snapshot } from '../ports';
import type { LiveAuction, Memory, Truck } from '../truck/truck';

function revived(unfinished: Snapshot['unfinished'][number], nowMonoMs: number): LiveAuction {
  const { state, seq } = unfinished;
  return { state, seq, receivedMonoMs: nowMonoMs, endsMonoMs: Infinity, seed: '' };
}

/** Applies the crash rules to what the snapshot found unfinished or just ended. */
export function unfinishedEnded(truck: Truck, memory: Memory, snapshot: Snapshot): void {
  const { clock, log } = truck.ports;
  const nowMs = clock.wallMs();
  for (const unfinished of snapshot.unfinished) {
    const live = revived(unfinished, clock.monoMs());
    const { opening, terms } = live.state;
    log.warn('auction_unfinished', { auctionId: terms.auctionId, opened: opening !== null });
    if (opening !== null) {
      auctionDroppedAlone(truck, memory, { live, reason: 'engine_crash' });
    } else if (terms.airByMs - nowMs > AUCTION_LEAST_MS) {
      memory.waiting.push(live);
      waitingTimed(truck, live);
    } else {
      auctionDroppedAlone(truck, memory, { live, reason: 'capacity' });
    }
  }
  for (const state of snapshot.lastEnded) {
    if (state.terms.airByMs > nowMs) decisionDelivered(truck, memory, state);
  }
  waitingOpened(truck, memory);
}
