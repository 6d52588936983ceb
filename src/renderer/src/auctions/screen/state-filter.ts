// Owns the states by which the list of auctions is narrowed. Pure. Refuses to leave an auction
// without a state: each belongs to exactly one.
import type { Auction } from '../../../../contract/auction';
import { isOpen, isWaiting } from '../why';

export type AuctionState = 'open' | 'sold' | 'unsold' | 'off';

/** The one state of an auction; what waits to open counts as open. */
export function stateOf(auction: Auction): AuctionState {
  if (isOpen(auction) || isWaiting(auction)) return 'open';
  if (auction.status === 'SOLD') return 'sold';
  return auction.status === 'UNSOLD' ? 'unsold' : 'off';
}

/** The choices with their counts; null is all of them. */
export function choicesOf(
  auctions: readonly Auction[],
): readonly (readonly [AuctionState | null, string])[] {
  const states = ['open', 'sold', 'unsold', 'off'] as const;
  const count = (state: AuctionState): number =>
    auctions.filter((auction) => stateOf(auction) === state).length;
  return [
    [null, 'All'] as const,
    ...states.map((state) => {
      const word = state.charAt(0).toUpperCase() + state.slice(1);
      return [state, `${word} ${count(state)}`] as const;
    }),
  ];
}
