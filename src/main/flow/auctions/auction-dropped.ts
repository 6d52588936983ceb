// An auction ends without a decision: no time, no place, cancelled, or the engine stopped under it.
// Its holds are released and every bidder still gets its reason. Refuses to award anything.
import type { AuctionReason } from '../../../contract/reasons';
import { droppedOutcomes } from '../../core/auction/drop';
import type { Draft } from '../../core/ledger/entries';
import { draft, recordOnly } from '../truck/recorder';
import { countUp, type LiveAuction, type Memory, type Truck } from '../truck/truck';
import { auctionTold, decisionDelivered } from './auction-told';

/** Which auction, and how it ends. */
export interface Dropping {
  readonly live: LiveAuction;
  readonly status: 'CANCELLED' | 'ABORTED_CRASH' | 'UNSOLD';
  readonly reason: AuctionReason;
}

/** Ends it in memory and gives the entry; the caller records it. */
export function auctionDropped(truck: Truck, memory: Memory, at: Dropping): Draft<'auction-dropped'> {
  const { live, status, reason } = at;
  const { terms, opening } = live.state;
  const closedAtMs = truck.ports.clock.wallMs();
  const outcomes = droppedOutcomes({ terms, opening, bidders: [...memory.bidders.values()], reason });
  if (opening !== null) memory.purses.dropped(terms, opening);
  memory.open.delete(terms.auctionId);
  memory.waiting = memory.waiting.filter((waiting) => waiting !== live);
  live.state = { ...live.state, end: { kind: 'dropped', status, reason, closedAtMs, outcomes } };
  countUp(memory.auctionCounts, status);
  const body = { auctionId: terms.auctionId, status, reason, closedAtMs, outcomes };
  const origin = {
    actor: 'engine', cause: reason, arrivedAtMs: closedAtMs, decidedAtMs: closedAtMs,
  };
  return draft('auction-dropped', body, origin);
}

/** Ends it, records that by itself and announces it. */
export function auctionDroppedAlone(truck: Truck, memory: Memory, at: Dropping): void {
  const entry = auctionDropped(truck, memory, at);
  recordOnly(truck, [entry], ({ recordedAtMs }, now) => {
    auctionTold(truck, now, { live: at.live, recordedAtMs });
    decisionDelivered(truck, now, at.live.state);
  });
}
