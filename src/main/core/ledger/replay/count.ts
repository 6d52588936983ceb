// Owns what an audit counts: entries, auctions by end, decisions, settlements and their totals.
// Refuses to add currencies together, or rehearsed money to real money.
import type { Entry, SettlementFacts } from '../entries';

/** Sums of one currency, in minor units. */
export interface Total {
  readonly settlements: number;
  readonly grossCents: number;
  readonly totalDueCents: number;
}

/** What was counted. Totals by ISO 4217 code; rehearsed ones apart. */
export interface Counters {
  readonly entries: number;
  readonly markers: number;
  readonly auctions: Readonly<
    Record<'created' | 'sold' | 'unsold' | 'cancelled' | 'aborted', number>
  >;
  readonly decisions: number;
  readonly settlements: number;
  readonly totals: Readonly<Record<string, Total>>;
  readonly rehearsed: Readonly<Record<string, Total>>;
}

const ENDS = {
  SOLD: 'sold',
  UNSOLD: 'unsold',
  CANCELLED: 'cancelled',
  ABORTED_CRASH: 'aborted',
} as const;

/** A running count. */
export class Count {
  private entries = 0;
  private markers = 0;
  private decisions = 0;
  private settlements = 0;
  private readonly auctions = { created: 0, sold: 0, unsold: 0, cancelled: 0, aborted: 0 };
  private readonly real = new Map<string, Total>();
  private readonly rehearsed = new Map<string, Total>();

  /** Counts an entry that was found good. */
  add(entry: Entry): void {
    this.entries += 1;
    if (entry.type === 'marker-recorded' || entry.type === 'marker-repeated') this.markers += 1;
    if (entry.type === 'auction-created') this.auctions.created += 1;
    if (entry.type === 'auction-dropped') this.auctions[ENDS[entry.body.status]] += 1;
    if (entry.type === 'auction-closed') {
      this.decisions += 1;
      this.auctions[ENDS[entry.body.decision.status]] += 1;
    }
    if (entry.type === 'settlement-born') this.owed(entry.body.settlement);
  }

  /** A copy of everything counted. */
  counters(): Counters {
    const { entries, markers, decisions, settlements } = this;
    return {
      entries,
      markers,
      auctions: { ...this.auctions },
      decisions,
      settlements,
      totals: Object.fromEntries(this.real),
      rehearsed: Object.fromEntries(this.rehearsed),
    };
  }

  private owed({ currency, rehearsal, grossCents, totalDueCents }: SettlementFacts): void {
    this.settlements += 1;
    const side = rehearsal ? this.rehearsed : this.real;
    const before = side.get(currency) ?? { settlements: 0, grossCents: 0, totalDueCents: 0 };
    side.set(currency, {
      settlements: before.settlements + 1,
      grossCents: before.grossCents + grossCents,
      totalDueCents: before.totalDueCents + totalDueCents,
    });
  }
}
