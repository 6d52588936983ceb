// Owns what the Live screen looks at: the feeds as they are, or as they were when the view was
// frozen, with the moment that goes with them. Refuses to stop anything: the engine goes on.
import { useSyncExternalStore } from 'react';
import { create } from 'zustand';
import type { Auction } from '../../../../contract/auction';
import type { Marker } from '../../../../contract/marker';
import type { Settlement } from '../../../../contract/settlement';
import type { LiveStats } from '../../../../contract/status';
import type { FeedState } from '../../store/feed-state';
import { statusOf, useAuctions, useMarkers, useSettlements, useStatus } from '../../store/feeds';
import { eachTenth, engineNowMs } from '../../store/vitals';

/** The feeds and the engine's time (epoch ms) at which they were frozen. */
export interface Frozen {
  readonly atMs: number | null;
  readonly markers: FeedState<Marker>;
  readonly auctions: FeedState<Auction>;
  readonly settlements: FeedState<Settlement>;
  readonly status: LiveStats | null;
}

export const useFrozen = create<{ readonly frozen: Frozen | null }>()(() => ({ frozen: null }));

/** Freezes what is seen now, or lets it go on. */
export function freeze(wanted: boolean): void {
  const frozen = {
    atMs: engineNowMs(),
    markers: useMarkers.getState(),
    auctions: useAuctions.getState(),
    settlements: useSettlements.getState(),
    status: statusOf(useStatus.getState()),
  };
  useFrozen.setState({ frozen: wanted ? frozen : null });
}

/** The moment that is seen (engine epoch ms); null before the engine's first word. */
export function seenNowMs(): number | null {
  const { frozen } = useFrozen.getState();
  return frozen === null ? engineNowMs() : frozen.atMs;
}

/** The markers that are seen. */
export function useSeenMarkers(): FeedState<Marker> {
  const now = useMarkers();
  return useFrozen((state) => state.frozen?.markers) ?? now;
}

/** The auctions that are seen. */
export function useSeenAuctions(): FeedState<Auction> {
  const now = useAuctions();
  return useFrozen((state) => state.frozen?.auctions) ?? now;
}

/** The settlements that are seen. */
export function useSeenSettlements(): FeedState<Settlement> {
  const now = useSettlements();
  return useFrozen((state) => state.frozen?.settlements) ?? now;
}

/** What the engine says of itself, as it is seen. */
export function useSeenStatus(): LiveStats | null {
  const now = useStatus(statusOf);
  const frozen = useFrozen((state) => state.frozen);
  return frozen === null ? now : frozen.status;
}

/** The value of `read` at the moment seen; must give equal primitives while nothing changed. */
export function useAtSeen<T extends string | number | boolean | null>(
  read: (nowMs: number | null) => T,
): T {
  return useSyncExternalStore(eachTenth, () => read(seenNowMs()));
}
