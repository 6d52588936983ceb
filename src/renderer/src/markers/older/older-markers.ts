// Owns the markers older than the feed's newest: fetched a page at a time when somebody scrolls to
// the end, and what leaves the feed meanwhile. Bounded; refuses a hole: where the feed begins anew
// without what it had, the older ones are let go.
import { create } from 'zustand';
import { PAGE_MOST } from '../../../../contract/limits';
import type { Marker } from '../../../../contract/marker';
import { ask } from '../../link/client';
import { useMarkers } from '../../store/feeds';

/** Older markers kept at most; with a feed's own that is a long night. */
export const OLDER_MOST = 20_000;

interface Older {
  /** Newest first, right behind the feed's last. */
  readonly items: readonly Marker[];
  readonly state: 'more' | 'asking' | 'failed' | 'all' | 'full';
  /** Why the last page did not come. */
  readonly fault: string | null;
}

const NONE: Older = { items: [], state: 'more', fault: null };

export const useOlder = create<Older>()(() => NONE);

/** The oldest known marker's place in the journal, null while none is known. */
function oldestSeq(): number | null {
  const oldest = useOlder.getState().items.at(-1) ?? useMarkers.getState().items.at(-1);
  return oldest?.seq ?? null;
}

/** Fetches the next older page; nothing while one is on its way or none is left. */
export async function fetchOlder(): Promise<void> {
  const { state } = useOlder.getState();
  const before = oldestSeq();
  if (before === null || state === 'asking' || state === 'all' || state === 'full') return;
  useOlder.setState({ state: 'asking', fault: null });
  const answer = await ask((client, signal) =>
    client.markers.list({ before, limit: PAGE_MOST }, { signal }),
  );
  if (oldestSeq() !== before) {
    // The feed began anew meanwhile: this page is no longer the next.
    useOlder.setState({ state: 'more' });
    return;
  }
  if (!answer.ok) {
    useOlder.setState({ state: 'failed', fault: answer.sentence });
    return;
  }
  const items = [...useOlder.getState().items, ...answer.value.items.toReversed()];
  const all = answer.value.next === null;
  const kept = items.slice(0, OLDER_MOST);
  useOlder.setState({
    items: kept,
    state: all ? 'all' : kept.length < OLDER_MOST ? 'more' : 'full',
  });
}

/** What left the feed, newest first; null where the feed has nothing of what it had. */
export function leftFeed(
  before: readonly Marker[],
  now: readonly Marker[],
): readonly Marker[] | null {
  const kept = new Set(now.map(({ id }) => id));
  const left = before.filter(({ id }) => !kept.has(id));
  return left.length === before.length && before.length > 0 ? null : left;
}

/** Keeps the older ones right behind the feed's; gives the stop. */
export function followFeed(): () => void {
  return useMarkers.subscribe(({ items }, before) => {
    const { items: older } = useOlder.getState();
    if (older.length === 0 || items === before.items) return;
    const left = leftFeed(before.items, items);
    if (left === null) useOlder.setState(NONE);
    else if (left.length > 0)
      useOlder.setState({ items: [...left, ...older].slice(0, OLDER_MOST) });
  });
}
