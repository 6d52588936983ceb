// Owns which item of a list a screen shows: the picked one, else the one that stood first when the
// list came in. Refuses to jump to a newer one while somebody reads.
import { useState } from 'react';

/** The id to show, null while the list is empty. */
export function usePicked(pick: string | null, ids: readonly string[]): string | null {
  const [first, setFirst] = useState<string | null>(null);
  const newest = ids[0] ?? null;
  if (first === null && newest !== null) setFirst(newest);
  return pick ?? first ?? newest;
}
