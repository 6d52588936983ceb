// Owns the calls that wait for a feed to change: how many may, and when each is answered. Refuses
// to ring for every single post: all that is posted in one turn rings once, at the turn's end.
import type { FeedName } from '../../../../contract/feed';

/** Calls waiting for their feed. */
export interface Waiters {
  /** Whether one more may wait. */
  readonly free: () => boolean;
  /** Resolves at the feed's next change, after `waitMs`, on abort or at the end. Never rejects. */
  readonly wait: (feed: FeedName, waitMs: number, signal?: AbortSignal) => Promise<void>;
  /** Tells that a feed changed. */
  readonly change: (feed: FeedName) => void;
  readonly count: () => number;
  /** Answers everybody; from now on nobody may wait. */
  readonly close: () => void;
}

/** Makes room for at most `most` waiting calls. */
export function createWaiters(most: number): Waiters {
  const rings = new Map<() => void, FeedName>();
  const changed = new Set<FeedName>();
  let due: NodeJS.Immediate | null = null;
  let closed = false;

  const wake = (): void => {
    due = null;
    for (const [ring, feed] of rings) if (closed || changed.has(feed)) ring();
    changed.clear();
  };
  return {
    free: () => !closed && rings.size < most,
    wait: (feed, waitMs, signal) =>
      new Promise((resolve) => {
        const ring = (): void => {
          rings.delete(ring);
          clearTimeout(timer);
          signal?.removeEventListener('abort', ring);
          resolve();
        };
        const timer = setTimeout(ring, waitMs);
        rings.set(ring, feed);
        signal?.addEventListener('abort', ring, { once: true });
      }),
    change: (feed) => {
      if (rings.size === 0) return;
      changed.add(feed);
      due ??= setImmediate(wake);
    },
    count: () => rings.size,
    close: () => {
      closed = true;
      if (due !== null) clearImmediate(due);
      wake();
    },
  };
}
