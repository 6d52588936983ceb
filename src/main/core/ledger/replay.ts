// Owns the audit of a journal: fed entry by entry, it recomputes the chain, every decision and
// every total, and names the first entry that does not fit. A settlement must stand right behind
// its auction-closed. Refuses to keep what is finished: its memory grows by three short ids an
// auction and nothing else.
import type { Sha256 } from '../lib/bytes';
import type { Entry } from './entries';
import { AuctionAudit } from './replay/auction-audit';
import { ChainAudit } from './replay/chain-audit';
import { Count, type Counters } from './replay/count';
import { MoneyAudit } from './replay/money-audit';

/** The first thing that does not fit: at which place in the journal, and what. */
export interface Difference {
  readonly seq: number;
  readonly what: string;
}

/** What the audit found. `head` is the last entry's hash, as recomputed. */
export interface Verdict {
  readonly difference: Difference | null;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly counters: Counters;
}

/** An audit under way. */
export interface Replay {
  /**
   * Takes the next entry, in the order of the file. `bodyText` is its body as it was stored: given,
   * it is hashed byte for byte. After the first difference nothing more is checked or counted.
   */
  readonly feed: (entry: Entry, bodyText?: string) => void;
  /** The verdict; also finds what only the end can show. */
  readonly end: () => Verdict;
}

/** Starts an audit at the beginning of a journal. */
export function createReplay({ sha256 }: { readonly sha256: Sha256 }): Replay {
  const chain = new ChainAudit(sha256);
  const money = new MoneyAudit();
  const auctions = new AuctionAudit(sha256);
  const count = new Count();
  let difference: Difference | null = null;

  const check = (entry: Entry, bodyText?: string): string | null =>
    chain.check(entry, bodyText) ?? auctions.check(entry) ?? money.check(entry);

  return {
    feed: (entry, bodyText) => {
      if (difference !== null) return;
      const seq = chain.head.seq + 1;
      const what = attempt(() => check(entry, bodyText));
      if (what === null) count.add(entry);
      else difference = { seq, what };
    },
    end: () => {
      const what = difference === null ? money.atEnd() : null;
      if (what !== null) difference = { seq: chain.head.seq, what };
      return { difference, head: chain.head, counters: count.counters() };
    },
  };
}

/** A body that is not of its type makes the checks fail; that is a difference, not a crash. */
function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    return `the entry cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}
