// The last engine left auctions unfinished. An open one is ABORTED_CRASH with its holds released;
// one that never opened waits again while its air-by time allows it; an ended one whose slot has
// not aired yet is announced again. Refuses to decide anything twice.
import { AUCTION_LEAST_MS } from '../../../contract/limits';
import { auctionDroppedAlone } from '../auctions/auction-dropped';
import { decisionDelivered } from '../auctions/auction-told';
import { auctionWaits, waitingOpened } from '../auctions/auction-waited';
import type { Snapshot } from '../ports';
import type { LiveAuction, Memory, Truck } from '../truck/truck';

function revived(truck: Truck, unfinished: Snapshot['unfinished'][number]): LiveAuction {
  const { state, seq } = unfinished;
  const { clock } = truck.ports;
  const receivedMonoMs = clock.monoMs();
  const { airByMs, spliceAtMs } = state.terms;
  const onMonoMs = (wallMs: number): number => receivedMonoMs + wallMs - clock.wallMs();
  const spliceMonoMs = spliceAtMs === undefined ? null : onMonoMs(spliceAtMs);
  const unopened = { endsMonoMs: Infinity, seed: '', spliceMonoMs };
  return { state, seq, ...unopened, receivedMonoMs, airByMonoMs: onMonoMs(airByMs) };
}

/** Whether a thing of rehearsal, or of the real night, belongs to the mode the engine is in. */
function fitsMode(memory: Memory, rehearsal: boolean): boolean {
  return memory.mode.mode === (rehearsal ? 'REHEARSAL' : 'ON_AIR');
}

/** Applies the crash rules to what the snapshot found unfinished or just ended. */
export function unfinishedEnded(truck: Truck, memory: Memory, snapshot: Snapshot): void {
  const { clock, log } = truck.ports;
  const nowMs = clock.wallMs();
  for (const unfinished of snapshot.unfinished) {
    const live = revived(truck, unfinished);
    const { opening, terms } = live.state;
    log.warn('auction_unfinished', { auctionId: terms.auctionId, opened: opening !== null });
    if (opening !== null) {
      auctionDroppedAlone(truck, memory, { live, reason: 'engine_crash' });
    } else if (!fitsMode(memory, terms.rehearsal)) {
      auctionDroppedAlone(truck, memory, { live, reason: 'cancelled', cause: 'mode' });
    } else if (memory.hold !== null) {
      auctionDroppedAlone(truck, memory, { live, reason: 'held' });
    } else if (terms.airByMs - nowMs > AUCTION_LEAST_MS) {
      const leaves = auctionWaits(truck, memory, live);
      if (leaves) auctionDroppedAlone(truck, memory, { live: leaves, reason: 'capacity' });
    } else {
      auctionDroppedAlone(truck, memory, { live, reason: 'capacity' });
    }
  }
  for (const state of snapshot.lastEnded) {
    const { airByMs, rehearsal } = state.terms;
    if (airByMs > nowMs && fitsMode(memory, rehearsal)) decisionDelivered(truck, memory, state);
  }
  waitingOpened(truck, memory);
}
