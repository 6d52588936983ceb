// Owns the opening of a sealed auction: who may bid, who does, how much, and why not. Everything
// that can decide it is fixed here. Refuses bids a purse does not cover.
import type { BidReason } from '../../../contract/reasons';
import { assert } from '../lib/assert';
import { assertCents } from '../lib/money';
import type { Bidder, Purse } from './bidder';
import type { AuctionTerms, NoBid, Opening, SealedBid } from './record';
import { wishOf, type Wish } from './strategies';

/** What an opening is made of. */
export interface OpeningParts {
  readonly terms: AuctionTerms;
  readonly bidders: readonly Bidder[];
  /** The purse a bidder pays this auction from (rehearsal has its own). */
  readonly purses: (bidderId: string) => Purse;
  /** Epoch ms. */
  readonly nowMs: number;
  readonly seedCommitment: string;
  /** The id of the bid with this number inside the auction. */
  readonly ids: (seq: number) => string;
  /** Where less time is left than the terms say (it waited); whole ms. */
  readonly durationMs?: number;
}

/** Opens an auction. Bidders take their turn by bidderId, whatever the order they come in. */
export function openAuction(parts: OpeningParts): Opening {
  const { terms, nowMs, seedCommitment, ids } = parts;
  const durationMs = parts.durationMs ?? terms.durationMs;
  assert(durationMs > 0 && durationMs <= terms.durationMs, 'it lasts no longer than its terms say');
  const bids: SealedBid[] = [];
  const noBids: NoBid[] = [];
  for (const bidder of inOrder(parts.bidders)) {
    const { bidderId, name } = bidder;
    const wish = bidOf(bidder, terms, parts.purses(bidderId));
    if (wish.ok) {
      const seq = bids.length + 1;
      bids.push({ bidId: ids(seq), bidderId, name, seq, amountCents: wish.value });
    } else {
      noBids.push({ bidderId, name, reason: wish.reason });
    }
  }
  return {
    auctionId: terms.auctionId,
    openedAtMs: nowMs,
    endsAtMs: nowMs + durationMs,
    tieRule: 'sha256(seed|auction|bidder), lowest wins',
    seedCommitment,
    bids,
    noBids,
  };
}

/** Why the house does not let a bidder in; null where it does. */
function barred(bidder: Bidder, terms: AuctionTerms): BidReason | null {
  if (!bidder.active) return 'inactive';
  if (bidder.sample && !terms.rehearsal) return 'rehearsal_only';
  return bidder.currency === terms.price.currency ? null : 'currency';
}

function bidOf(bidder: Bidder, terms: AuctionTerms, purse: Purse): Wish {
  const bar = barred(bidder, terms);
  if (bar !== null) return { ok: false, reason: bar };
  if (bidder.skips.includes(terms.eventType)) return { ok: false, reason: 'filter' };
  const leftCents = Math.max(0, bidder.budgetCents - purse.heldCents - purse.spentCents);
  const wish = wishOf(bidder.strategy, { floorCents: terms.price.floorCents, leftCents });
  if (!wish.ok) return wish;
  assertCents(wish.value, `the bid of ${bidder.bidderId}`);
  return wish.value > leftCents ? { ok: false, reason: 'budget' } : wish;
}

function inOrder(bidders: readonly Bidder[]): Bidder[] {
  const sorted = bidders.toSorted((a, b) => (a.bidderId < b.bidderId ? -1 : 1));
  const twice = sorted.find((bidder, at) => bidder.bidderId === sorted[at + 1]?.bidderId);
  assert(twice === undefined, `bidder ${twice?.bidderId ?? ''} stands in the list twice`);
  return sorted;
}
