// Owns which auction's bids stand in the middle of Live: the picked one, else the one that is open,
// else the one closed last. Refuses one that could not be found: the panel says so itself.
import type { Auction } from '../../../../contract/auction';
import { useSelected } from '../../auctions/use-selected';
import { lastSlots, openSlots } from '../slots';
import { useSeenAuctions } from '../view/seen';

/** The auction whose bids are shown, and what was selected by the address. */
export function useShownBids(): {
  readonly selected: ReturnType<typeof useSelected>;
  readonly auction: Auction | undefined;
} {
  const selected = useSelected();
  const { items } = useSeenAuctions();
  if (selected.kind === 'found') return { selected, auction: selected.auction };
  const newest = openSlots(items)[0] ?? lastSlots(items)[0];
  return { selected, auction: selected.kind === 'failed' ? undefined : newest };
}
