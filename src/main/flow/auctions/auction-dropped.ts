// An auction ends without a decision: no time, no place, cancelled, or the engine stopped under it.
// Its holds are released and every bidder still gets its reason. Refuses to award anything.
import { dropped, type DropReason } from '../../core/auction/drop';
import type { AuctionState } from '../../core/auction/record';
import type { Draft } from '../../core/ledger/entries';
import { draft, record } from '../truck/recorder';
import { countUp } from '../truck/alarm';
import { decisionAdded } from '../truck/money-totals';
import type { LiveAuction, Memory, Truck } from '../truck/truck';
import { auctionTold, decisionDelivered } from './auction-told';

/** Which auction, and how it ends. */
export interface Dropping {
  readonly live: LiveAuction;
  readonly reason: DropReason;
  /** What it follows from, where that is more than the reason: the id of a cancel, a change. */
  readonly cause?: string;
}

/** Ends it in memory and gives the entry; the caller records it. */
export function auctionDropped(
  truck: Truck,
  memory: Memory,
  at: Dropping,
): Draft<'auction-dropped'> {
  const { live, reason } = at;
  const { terms, opening } = live.state;
  const closedAtMs = truck.ports.clock.wallMs();
  const end = dropped({ reason, opening, closedAtMs, bidders: [...memory.bidders.values()] });
  if (!memory.open.delete(terms.auctionId)) {
    memory.waiting = memory.waiting.filter((waiting) => waiting !== live);
  }
  live.state = { ...live.state, end };
  const { kind: _, ...rest } = end;
  const body = { auctionId: terms.auctionId, ...rest };
  const origin = {
    actor: 'engine',
    cause: at.cause ?? reason,
    arrivedAtMs: closedAtMs,
    decidedAtMs: closedAtMs,
  };
  return draft('auction-dropped', body, origin);
}

/** Tells a recorded drop, on the feed and to the targets. */
export function dropTold(
  truck: Truck,
  memory: Memory,
  at: { live: LiveAuction; state: AuctionState; recordedAtMs: number },
): void {
  const { end, terms } = at.state;
  if (end?.kind === 'dropped') {
    countUp(memory.auctionCounts, end.status);
    const decision = { status: 'UNSOLD', priceCents: null } as const;
    if (end.status === 'UNSOLD') decisionAdded(memory.totals, terms, decision);
  }
  auctionTold(truck, at);
  decisionDelivered(truck, memory, at.state);
}

/** Ends it, records that by itself and announces it. */
export function auctionDroppedAlone(truck: Truck, memory: Memory, at: Dropping): void {
  const entry = auctionDropped(truck, memory, at);
  const { live } = at;
  const { state } = live;
  void record(truck, [entry], ({ recordedAtMs }, now) => {
    dropTold(truck, now, { live, state, recordedAtMs });
  });
}
