// Owns what the console follows: for every feed the newest state of its last items, and the calls
// that wait for a change. Refuses to remember clients: a position comes with each pull, so a client
// that stops pulling costs nothing, and who is too far behind gets a snapshot.
import {
  FEEDS,
  type FeedBatch,
  type FeedItem,
  type FeedName,
  type FeedPull,
} from '../../../contract/feed';
import { FEED_BATCH, FEED_KEEP } from '../../../contract/limits';
import type { Board, Clock } from '../../flow/ports';
import { createShelf, type Shelf } from './feeds/shelf';
import { createWaiters } from './feeds/waiters';

/** Calls that may wait at once; one more is answered at once with what there is. */
const WAITERS_MOST = 256;

/** What a board is made of. `keep` and `batch` are counts of items. */
export interface BoardSettings {
  readonly clock: Clock;
  readonly epoch: string;
  readonly keep?: number;
  readonly batch?: number;
  readonly waitersMost?: number;
}

/** The posting side of the port with the pulling side of the clients. */
export interface PulledBoard extends Board {
  /** The next batch after the client's position; waits up to `waitMs` if there is none. */
  readonly pull: <F extends FeedName>(
    feed: F,
    ask: FeedPull,
    signal?: AbortSignal,
  ) => Promise<FeedBatch<FeedItem<F>>>;
  /** Calls waiting now. */
  readonly waiting: () => number;
  /** Answers everybody who waits; from now on nobody waits. */
  readonly close: () => void;
}

type Shelves = { readonly [F in FeedName]: Shelf<FeedItem<F>> };

function emptyShelves(keep: number): Shelves {
  const entries = FEEDS.map((name) => [name, createShelf(keep)]);
  return Object.fromEntries(entries) as Shelves;
}

/** Makes a board. Posting is synchronous and never fails; one turn's posts come in one batch. */
export function createBoard(settings: BoardSettings): PulledBoard {
  const { keep = FEED_KEEP, batch = FEED_BATCH, waitersMost = WAITERS_MOST } = settings;
  const waiters = createWaiters(waitersMost);
  let shelves = emptyShelves(keep);
  let epoch = settings.epoch;

  const read = <F extends FeedName>(feed: F, ask: FeedPull): FeedBatch<FeedItem<F>> => {
    const shelf: Shelf<FeedItem<F>> = shelves[feed];
    const taken = shelf.take(ask.epoch === epoch ? ask.seq : undefined, batch);
    return { epoch, ...taken, at: new Date(settings.clock.wallMs()).toISOString() };
  };
  return {
    post: (feed, id, item) => {
      shelves[feed].put(id, item);
      waiters.change(feed);
    },
    restart: (next) => {
      epoch = next;
      shelves = emptyShelves(keep);
      for (const feed of FEEDS) waiters.change(feed);
    },
    pull: async (feed, ask, signal) => {
      const now = read(feed, ask);
      const nothing = now.kind === 'delta' && now.items.length === 0;
      if (!nothing || ask.waitMs === 0 || signal?.aborted === true || !waiters.free()) return now;
      await waiters.wait(feed, ask.waitMs, signal);
      return read(feed, ask);
    },
    waiting: waiters.count,
    close: waiters.close,
  };
}
