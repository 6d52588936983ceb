// Owns the four feed stores, one a feed, and their rules, and why a feed cannot be read. What
// arrives is kept at once but drawn in one animation frame, however many batches came between two
// frames. Refuses a fault that outlives the next good answer.
import { create } from 'zustand';
import type { Auction } from '../../../contract/auction';
import type { FeedBatch, FeedItem, FeedName } from '../../../contract/feed';
import { FEED_KEEP } from '../../../contract/limits';
import type { Marker } from '../../../contract/marker';
import type { Settlement } from '../../../contract/settlement';
import type { LiveStats } from '../../../contract/status';
import { applyBatch, NOTHING, type FeedRule, type FeedState } from './feed-state';
import { inNextFrame } from './in-frame';

/** How each feed is ordered. Status is one item, renewed in place. */
export const FEED_RULES: { readonly [F in FeedName]: FeedRule<FeedItem<F>> } = {
  markers: {
    id: (item: Marker) => item.id,
    at: (item: Marker) => item.receivedAt,
    seq: (item: Marker) => item.seq,
    most: FEED_KEEP,
  },
  auctions: {
    id: (item: Auction) => item.id,
    // What waits to open stands last and is the first to be let go.
    at: (item: Auction) => (item.status === 'CREATED' ? '' : item.createdAt),
    seq: (item: Auction) => item.seq,
    most: FEED_KEEP,
  },
  settlements: {
    id: (item: Settlement) => item.id,
    at: (item: Settlement) => item.createdAt,
    seq: (item: Settlement) => item.seq,
    most: FEED_KEEP,
  },
  status: {
    id: () => 'status',
    at: (item: LiveStats) => item.at,
    seq: () => 0,
    most: 1,
  },
};

function feedStore<T>() {
  return create<FeedState<T>>()(() => NOTHING);
}

/** The stores. Screens select from them; only `takeBatch` writes. */
export const useMarkers = feedStore<Marker>();
export const useAuctions = feedStore<Auction>();
export const useSettlements = feedStore<Settlement>();
export const useStatus = feedStore<LiveStats>();

type Stores = {
  readonly [F in FeedName]: {
    getState: () => FeedState<FeedItem<F>>;
    setState: (state: FeedState<FeedItem<F>>) => void;
  };
};
const stores: Stores = {
  markers: useMarkers,
  auctions: useAuctions,
  settlements: useSettlements,
  status: useStatus,
};

/** Why a list cannot be read just now, in a sentence; null while it is read. */
export const useFeedFaults = create<Readonly<Record<FeedName, string | null>>>()(() => ({
  markers: null,
  auctions: null,
  settlements: null,
  status: null,
}));

/** Notes why a feed is refused; null once it answers again. */
export function noteFeedFault(feed: FeedName, fault: string | null): void {
  if (useFeedFaults.getState()[feed] !== fault) useFeedFaults.setState({ [feed]: fault });
}

const undrawn = new Map<FeedName, unknown>();

/** Where we stand on a feed, what is not drawn yet included. */
export function feedPlace<F extends FeedName>(feed: F): FeedState<FeedItem<F>> {
  const waiting = undrawn.get(feed) as FeedState<FeedItem<F>> | undefined;
  return waiting ?? stores[feed].getState();
}

/** Takes a batch in; the screen sees it in the next animation frame. */
export function takeBatch<F extends FeedName>(feed: F, batch: FeedBatch<FeedItem<F>>): void {
  noteFeedFault(feed, null);
  const before = feedPlace(feed);
  const after = applyBatch<FeedItem<F>>(before, batch, FEED_RULES[feed]);
  if (after === before) return;
  undrawn.set(feed, after);
  inNextFrame(feed, () => {
    undrawn.delete(feed);
    stores[feed].setState(after);
  });
}

/** The newest status, null before the first. */
export function statusOf(state: FeedState<LiveStats>): LiveStats | null {
  return state.items[0] ?? null;
}
