// Owns what of every budget is held and spent, as the journal tells it: a pure reducer of entries.
// Rehearsal has purses of its own. Refuses ends of auctions it never saw opening.
import type { Purse } from '../auction/bidder';
import type { AuctionTerms, Opening } from '../auction/record';
import { assert, must } from '../lib/assert';
import type { Draft, EntryBodies } from './entries';

/** A purse with its owner. */
export type OwnedPurse = Purse & { readonly bidderId: string; readonly rehearsal: boolean };

/** Where a ledger of purses goes on from. */
export interface PursesStart {
  readonly purses: readonly OwnedPurse[];
  /** Auctions that have not ended; the holds of the opened ones are in the purses already. */
  readonly unfinished: readonly {
    readonly terms: AuctionTerms;
    readonly opening: Opening | null;
  }[];
}

interface Holding {
  readonly rehearsal: boolean;
  opening: Opening | null;
}

type Mutable = { heldCents: number; spentCents: number };

/** All purses. Fed every entry in journal order; one owner, who never shares it. */
export class Purses {
  private readonly real = new Map<string, Mutable>();
  private readonly rehearsed = new Map<string, Mutable>();
  private readonly holdings = new Map<string, Holding>();

  constructor(start: PursesStart = { purses: [], unfinished: [] }) {
    for (const { bidderId, rehearsal, heldCents, spentCents } of start.purses) {
      this.side(rehearsal).set(bidderId, { heldCents, spentCents });
    }
    for (const { terms, opening } of start.unfinished) {
      this.holdings.set(terms.auctionId, { rehearsal: terms.rehearsal, opening });
    }
  }

  /** What a bidder has held and spent; a copy. */
  purse(bidderId: string, rehearsal: boolean): Purse {
    const purse = this.side(rehearsal).get(bidderId);
    return purse === undefined ? { heldCents: 0, spentCents: 0 } : { ...purse };
  }

  /** Every purse that was ever touched, in order of bidderId; copies. */
  list(): OwnedPurse[] {
    const side = (rehearsal: boolean): OwnedPurse[] =>
      [...this.side(rehearsal)].map(([bidderId, purse]) => ({ bidderId, rehearsal, ...purse }));
    return [...side(false), ...side(true)].sort((a, b) => (a.bidderId < b.bidderId ? -1 : 1));
  }

  /** Takes one entry; those that move no money change nothing. */
  apply(entry: Draft): void {
    switch (entry.type) {
      case 'auction-created':
        return this.created(entry.body.terms);
      case 'auction-opened':
        return this.opened(entry.body.opening);
      case 'auction-closed':
        return this.closed(entry.body);
      case 'auction-dropped':
        this.release(entry.body.auctionId);
        return;
      case 'mode-changed':
        if (entry.body.mode === 'REHEARSAL') this.freshRehearsal();
        return;
      default:
        return;
    }
  }

  private side(rehearsal: boolean): Map<string, Mutable> {
    return rehearsal ? this.rehearsed : this.real;
  }

  private created({ auctionId, rehearsal }: AuctionTerms): void {
    assert(!this.holdings.has(auctionId), `auction ${auctionId} was created twice`);
    this.holdings.set(auctionId, { rehearsal, opening: null });
  }

  private opened(opening: Opening): void {
    const { auctionId } = opening;
    const holding = must(this.holdings.get(auctionId), `auction ${auctionId} was not created`);
    assert(holding.opening === null, `auction ${auctionId} was opened twice`);
    holding.opening = opening;
    this.hold(holding, 1);
  }

  private closed({ auctionId, decision }: EntryBodies['auction-closed']): void {
    const { rehearsal } = this.release(auctionId);
    const { winner, priceCents } = decision;
    if (winner !== null) this.mutable(winner.bidderId, rehearsal).spentCents += priceCents ?? 0;
  }

  private release(auctionId: string): Holding {
    const holding = must(this.holdings.get(auctionId), `auction ${auctionId} has not begun`);
    this.holdings.delete(auctionId);
    this.hold(holding, -1);
    return holding;
  }

  private hold({ rehearsal, opening }: Holding, sign: 1 | -1): void {
    for (const { bidderId, amountCents } of opening?.bids ?? []) {
      this.mutable(bidderId, rehearsal).heldCents += sign * amountCents;
    }
  }

  private freshRehearsal(): void {
    for (const purse of this.rehearsed.values()) purse.spentCents = 0;
  }

  private mutable(bidderId: string, rehearsal: boolean): Mutable {
    const side = this.side(rehearsal);
    const known = side.get(bidderId);
    if (known !== undefined) return known;
    const fresh = { heldCents: 0, spentCents: 0 };
    side.set(bidderId, fresh);
    return fresh;
  }
}
