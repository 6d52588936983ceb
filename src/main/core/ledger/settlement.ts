// Owns the birth of a settlement: what a sold slot owes, in whole minor units. Refuses to be made
// of anything but a SOLD decision, and has no id or clock of its own.
import type { Settlement } from '../../../contract/settlement';
import type { Bidder } from '../auction/bidder';
import type { AuctionTerms, Decision, Place } from '../auction/record';
import { assert, must } from '../lib/assert';
import { shareOf } from '../lib/money';
import type { SettlementFacts } from './entries';

/** The agency's share where one stands: 15 %. */
export const AGENCY_BPS = 1_500;

/** What a settlement is made of. */
export interface SettlementParts {
  readonly settlementId: string;
  /** The order id is `${truckId}-${auctionId}`: one for ever, over all attempts at charging. */
  readonly truckId: string;
  readonly terms: AuctionTerms;
  readonly decision: Decision;
  /** The winner as it was registered when the auction closed. */
  readonly bidder: Bidder;
  /** Epoch ms of the close. */
  readonly closedAtMs: number;
}

/** The settlement of a sold auction. */
export function bornSettlement(parts: SettlementParts): SettlementFacts {
  const { settlementId, truckId, terms, decision, bidder, closedAtMs } = parts;
  const winner = must(decision.winner, 'a settlement without a winner');
  assert(winner.bidderId === bidder.bidderId, 'the settlement of another bidder');
  const grossCents = must(decision.priceCents, 'a settlement without a price');
  const agencyCommissionCents = bidder.agency === null ? 0 : shareOf(grossCents, AGENCY_BPS);
  const netCents = grossCents - agencyCommissionCents;
  const taxCents = 0;
  return {
    settlementId,
    auctionId: terms.auctionId,
    markerId: terms.markerId,
    advertiserId: bidder.bidderId,
    advertiser: winner.name,
    eventType: terms.eventType,
    createdAtMs: closedAtMs,
    grossCents,
    agencyCommissionCents,
    netCents,
    taxCents,
    totalDueCents: netCents + taxCents,
    currency: terms.price.currency,
    means: bidder.means,
    orderId: `${truckId}-${terms.auctionId}`,
    rehearsal: terms.rehearsal,
  };
}

/** A settlement's row as it is born: DUE, nothing tried, nothing aired. `place` is its entry's. */
export function settlementView(facts: SettlementFacts, place: Pick<Place, 'seq'>): Settlement {
  const { settlementId, createdAtMs, ...rest } = facts;
  return {
    seq: place.seq,
    id: settlementId,
    ...rest,
    createdAt: new Date(createdAtMs).toISOString(),
    status: 'DUE',
    gatewayId: null,
    attempts: [],
    aired: null,
  };
}
