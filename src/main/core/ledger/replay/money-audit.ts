// Owns the audit of money: held + spent within every budget after every entry, and one settlement
// right behind every sale, owing what it must. Refuses one that comes later or from nowhere.
import type { Bidder } from '../../auction/bidder';
import type { AuctionTerms } from '../../auction/record';
import { canonicalJson } from '../../lib/canonical-json';
import type { Entry, EntryBodies, SettlementFacts } from '../entries';
import { Purses } from '../purses';
import { bornSettlement } from '../settlement';

type Closed = EntryBodies['auction-closed'];

interface Sale {
  readonly terms: AuctionTerms;
  readonly closed: Closed;
}

/** Checks money entry by entry; what it answers is what does not fit. */
export class MoneyAudit {
  private readonly purses = new Purses();
  private readonly bidders = new Map<string, Bidder>();
  private readonly terms = new Map<string, AuctionTerms>();
  private truckId: string | null = null;
  /** A sale that must be followed by its settlement at once. */
  private sale: Sale | null = null;
  private readonly settlementIds = new Set<string>();

  /** Takes the next entry; null where all fits. */
  check(entry: Entry): string | null {
    const settled = this.settled(entry);
    if (settled !== null) return settled;
    this.purses.apply(entry);
    return this.keep(entry);
  }

  /** What only the end of the journal shows. */
  atEnd(): string | null {
    return this.sale === null ? null : `the settlement of ${this.sale.closed.auctionId} is missing`;
  }

  private settled(entry: Entry): string | null {
    const { sale } = this;
    if (entry.type !== 'settlement-born') return this.atEnd();
    if (sale === null) return 'a settlement without a sale right before it';
    this.sale = null;
    return this.owes(entry.body.settlement, sale);
  }

  private owes(actual: SettlementFacts, { terms, closed }: Sale): string | null {
    const { decision, closedAtMs } = closed;
    const bidder = this.bidders.get(decision.winner?.bidderId ?? '');
    if (bidder === undefined) return 'the winner was never registered';
    if (this.truckId === null) return 'a settlement before the truck was founded';
    const { settlementId } = actual;
    if (this.settlementIds.has(settlementId)) return `settlement ${settlementId} was born before`;
    this.settlementIds.add(settlementId);
    const parts = { settlementId, truckId: this.truckId, terms, decision, bidder, closedAtMs };
    const same = canonicalJson(bornSettlement(parts)) === canonicalJson(actual);
    return same ? null : `settlement ${settlementId} is not what auction ${terms.auctionId} owes`;
  }

  private keep(entry: Entry): string | null {
    switch (entry.type) {
      case 'truck-founded':
        this.truckId = entry.body.truckId;
        return null;
      case 'bidder-registered':
        this.bidders.set(entry.body.bidder.bidderId, entry.body.bidder);
        return this.over(entry.body.bidder.bidderId);
      case 'auction-created':
        this.terms.set(entry.body.terms.auctionId, entry.body.terms);
        return null;
      case 'auction-opened':
        return first(entry.body.opening.bids.map(({ bidderId }) => this.over(bidderId)));
      case 'auction-closed':
        return this.closed(entry.body);
      case 'auction-dropped':
        this.terms.delete(entry.body.auctionId);
        return null;
      default:
        return null;
    }
  }

  private closed(closed: Closed): string | null {
    const terms = this.terms.get(closed.auctionId);
    this.terms.delete(closed.auctionId);
    if (closed.decision.winner === null || terms === undefined) return null;
    this.sale = { terms, closed };
    return this.over(closed.decision.winner.bidderId);
  }

  /** What is wrong with a bidder's purses; null where both are within the budget. */
  private over(bidderId: string): string | null {
    const bidder = this.bidders.get(bidderId);
    if (bidder === undefined) return `bidder ${bidderId} was never registered`;
    for (const rehearsal of [false, true]) {
      const { heldCents, spentCents } = this.purses.purse(bidderId, rehearsal);
      const within = heldCents >= 0 && heldCents + spentCents <= bidder.budgetCents;
      if (!within) return `bidder ${bidderId} has more held and spent than its budget`;
    }
    return null;
  }
}

function first(found: readonly (string | null)[]): string | null {
  return found.find((what) => what !== null) ?? null;
}
