// Owns the audit of auctions: states in their legal order, one auction a marker, the price trace
// added up again, every decision made again, nothing awarded after a crash. Refuses to keep an
// auction that has ended.
import { decide } from '../../auction/decide';
import { dropOutcomes, dropStatus, type DropReason } from '../../auction/drop';
import { RULE_VERSION, type AuctionTerms, type Opening } from '../../auction/record';
import type { Sha256 } from '../../lib/bytes';
import { canonicalJson } from '../../lib/canonical-json';
import { amountsOf } from '../../pricing/floor';
import type { Entry, EntryBodies } from '../entries';

interface Running {
  readonly terms: AuctionTerms;
  opening: Opening | null;
  /** Open when the engine stopped: it may be dropped, never decided. */
  cutOff: boolean;
}

/** Checks auctions entry by entry; what it answers is what does not fit. */
export class AuctionAudit {
  private readonly running = new Map<string, Running>();
  private readonly usedIds = new Set<string>();
  private readonly soldMarkers = new Set<string>();

  constructor(private readonly sha256: Sha256) {}

  /** Takes the next entry; null where all fits. */
  check(entry: Entry): string | null {
    switch (entry.type) {
      case 'engine-started':
        return this.restarted();
      case 'auction-created':
        return this.created(entry.body.terms);
      case 'auction-opened':
        return this.opened(entry.body.opening);
      case 'auction-closed':
        return this.closed(entry.body);
      case 'auction-dropped':
        return this.dropped(entry.body);
      default:
        return null;
    }
  }

  private restarted(): null {
    for (const auction of this.running.values()) {
      if (auction.opening !== null) auction.cutOff = true;
    }
    return null;
  }

  private created(terms: AuctionTerms): string | null {
    const { auctionId, markerId, price, ruleVersion } = terms;
    if (this.usedIds.has(auctionId)) return `auction ${auctionId} was created before`;
    if (this.soldMarkers.has(markerId)) return `marker ${markerId} had its auction before`;
    if (ruleVersion !== RULE_VERSION) return `rules ${ruleVersion} are not known here`;
    if (!sameJson({ ...price, ...amountsOf(price) }, price)) return 'the price does not add up';
    this.usedIds.add(auctionId);
    this.soldMarkers.add(markerId);
    this.running.set(auctionId, { terms, opening: null, cutOff: false });
    return null;
  }

  private opened(opening: Opening): string | null {
    const { auctionId, openedAtMs, endsAtMs, bids, noBids } = opening;
    const auction = this.running.get(auctionId);
    if (auction === undefined) return `auction ${auctionId} cannot open: it is not waiting`;
    if (auction.opening !== null) return `auction ${auctionId} was opened before`;
    const latestMs = openedAtMs + auction.terms.durationMs;
    if (!(endsAtMs > openedAtMs && endsAtMs <= latestMs)) {
      return `auction ${auctionId} lasts longer than its terms say`;
    }
    const bidders = new Set([...bids, ...noBids].map(({ bidderId }) => bidderId));
    if (bidders.size !== bids.length + noBids.length) return 'a bidder stands in it twice';
    auction.opening = opening;
    return null;
  }

  private closed(body: EntryBodies['auction-closed']): string | null {
    const { auctionId, seed, decision } = body;
    const auction = this.running.get(auctionId);
    if (auction === undefined) return `auction ${auctionId} cannot close: it is not open`;
    const { terms, opening } = auction;
    if (opening === null) return `auction ${auctionId} was decided without having opened`;
    if (auction.cutOff) return `auction ${auctionId} was decided after the engine had stopped`;
    if (this.sha256(seed) !== opening.seedCommitment) return 'the seed is not the one committed to';
    const again = decide({ terms, opening, seed, sha256: this.sha256 });
    if (!sameJson(again, decision)) return `auction ${auctionId} decides otherwise when repeated`;
    this.running.delete(auctionId);
    return null;
  }

  private dropped(body: EntryBodies['auction-dropped']): string | null {
    const { auctionId, status, outcomes } = body;
    const auction = this.running.get(auctionId);
    if (auction === undefined) return `auction ${auctionId} cannot be dropped: it has ended`;
    const reason = body.reason as DropReason;
    const { opening } = auction;
    if (dropStatus(reason) !== status) return `status ${status} does not go with ${reason}`;
    const late = reason === 'insufficient_time';
    if (status === 'UNSOLD' && opening !== null && !late) {
      return `it was open: ${reason} cannot end it`;
    }
    const expected = dropOutcomes({ reason, opening, bidders: outcomes });
    if (!sameJson(expected, outcomes)) return 'its bidders do not end as they must';
    if (new Set(outcomes.map(({ bidderId }) => bidderId)).size !== outcomes.length) {
      return 'a bidder ends in it twice';
    }
    this.running.delete(auctionId);
    return null;
  }
}

function sameJson(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
