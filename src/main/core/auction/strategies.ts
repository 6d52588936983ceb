// Owns how much a strategy bids. Deterministic, in integers, knowing only the floor and what is
// left in the purse. Refuses nothing silently: no bid is always a reason.
import type { BidReason } from '../../../contract/reasons';
import { never } from '../lib/assert';
import { ONE_BPS, shareOf } from '../lib/money';
import { good, type Result } from '../lib/result';
import type { Strategy } from './bidder';

/** What a strategy sees: the floor, and what is neither held nor spent of the budget. */
export interface StrategySight {
  readonly floorCents: number;
  readonly leftCents: number;
}

/** An amount in minor units (it may lie below the floor), or why there is no bid. */
export type Wish = Result<number, { readonly reason: BidReason }>;

type Of<K extends Strategy['kind']> = Extract<Strategy, { kind: K }>;

/** What the strategy bids. Whether the purse covers it is the opening's business. */
export function wishOf(strategy: Strategy, sight: StrategySight): Wish {
  switch (strategy.kind) {
    case 'fixed':
      return good(strategy.amountCents);
    case 'percent_of_floor':
      return percentOfFloor(strategy, sight);
    case 'conservative':
      return conservative(strategy, sight);
    default:
      return never(strategy);
  }
}

/** The share of the floor, cut at the most it pays; nothing where the floor is above that. */
function percentOfFloor(strategy: Of<'percent_of_floor'>, { floorCents }: StrategySight): Wish {
  const { bps, mostCents } = strategy;
  if (mostCents !== null && floorCents > mostCents) return { ok: false, reason: 'price_limit' };
  const amountCents = shareOf(floorCents, bps);
  return good(mostCents === null ? amountCents : Math.min(amountCents, mostCents));
}

/** Exactly the floor, while it is below its two limits. */
function conservative(strategy: Of<'conservative'>, sight: StrategySight): Wish {
  const { floorCents, leftCents } = sight;
  if (floorCents > strategy.mostCents) return { ok: false, reason: 'price_limit' };
  const share = BigInt(leftCents) * BigInt(strategy.purseShareBps);
  if (BigInt(floorCents) * BigInt(ONE_BPS) > share) return { ok: false, reason: 'budget' };
  return good(floorCents);
}
