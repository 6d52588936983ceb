// What was recorded about an auction is told: on the feed, and to playout and graphics once it has
// ended. Refuses to be called before the commit, and to tell more than that commit recorded: the
// state is the one the entry was made from, whatever has been decided since.
import type { AuctionState } from '../../core/auction/record';
import { auctionView } from '../../core/auction/view';
import type { LiveAuction, Memory, Truck } from '../truck/truck';

/** Posts the state that was recorded on the auctions' feed. */
export function auctionTold(
  truck: Truck,
  at: { live: LiveAuction; state: AuctionState; recordedAtMs: number },
): void {
  const { live, state, recordedAtMs } = at;
  const row = auctionView(state, { seq: live.seq, recordedAtMs });
  truck.ports.board.post('auctions', row.id, row);
}

/** Delivers SOLD and UNSOLD to the configured targets; told again it means the same. */
export function decisionDelivered(truck: Truck, memory: Memory, state: AuctionState): void {
  const { terms, end } = state;
  if (end === null) return;
  const sold = end.kind === 'closed' && end.decision.status === 'SOLD' ? end.decision : null;
  if (end.kind === 'dropped' && end.status !== 'UNSOLD') return;
  const winner = sold?.winner ?? null;
  const bidder = winner === null ? undefined : memory.bidders.get(winner.bidderId);
  truck.ports.targets.deliver({
    slotId: terms.slotId,
    markerId: terms.markerId,
    auctionId: terms.auctionId,
    advertiser: winner?.name ?? null,
    creativeId: bidder?.creativeId ?? null,
    durationMs: terms.slotMs,
    airBy: new Date(terms.airByMs).toISOString(),
    priceCents: sold?.priceCents ?? null,
    currency: terms.price.currency,
    state: sold === null ? 'UNSOLD' : 'SOLD',
    rehearsal: terms.rehearsal,
    ...(sold === null ? { fallback: truck.ports.rules.fallback } : {}),
  });
}
