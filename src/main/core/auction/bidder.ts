// Owns what a bidder is and the purse it pays from. Rehearsal has a purse of its own, so that a
// rehearsed night never eats a real budget.

/** How a bidder decides how much. Money in minor units, shares in basis points. */
export type Strategy =
  | { readonly kind: 'fixed'; readonly amountCents: number }
  | {
      readonly kind: 'percent_of_floor';
      readonly bps: number;
      readonly mostCents: number | null;
    }
  | {
      readonly kind: 'conservative';
      /** Bids exactly the floor, while the floor is at most this … */
      readonly mostCents: number;
      /** … and at most this share of what is left in the purse. */
      readonly purseShareBps: number;
    };

/** An advertiser with a strategy inside the engine. */
export interface Bidder {
  readonly bidderId: string;
  readonly name: string;
  readonly agency: string | null;
  /** SAMPLE advertisers come with the product and bid in REHEARSAL only. */
  readonly sample: boolean;
  readonly active: boolean;
  readonly currency: string;
  readonly budgetCents: number;
  readonly means: 'card' | 'invoice';
  readonly creativeId: string | null;
  /** Event types the bidder skips. */
  readonly skips: readonly string[];
  readonly strategy: Strategy;
}

/** What of a budget is set aside and what is spent. Held + spent never exceeds the budget. */
export interface Purse {
  readonly heldCents: number;
  readonly spentCents: number;
}
