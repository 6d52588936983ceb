// Owns the list of every marker this console knows: the feed's newest, then the older ones that
// were fetched. Refuses to show one twice.
import { useEffect, useMemo } from 'react';
import type { Marker } from '../../../../contract/marker';
import { useMarkers } from '../../store/feeds';
import { followFeed, useOlder } from './older-markers';

/** All that are known, newest first, and whether the first snapshot is in. */
export function useKnown(): { readonly items: readonly Marker[]; readonly loaded: boolean } {
  const { items: newest, loaded } = useMarkers();
  const older = useOlder((state) => state.items);
  useEffect(() => followFeed(), []);
  const items = useMemo(() => {
    if (older.length === 0) return newest;
    const known = new Set(newest.map(({ id }) => id));
    return [...newest, ...older.filter(({ id }) => !known.has(id))];
  }, [newest, older]);
  return { items, loaded };
}
