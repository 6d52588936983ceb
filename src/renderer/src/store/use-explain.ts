// Owns the hook that has an auction's explanation read and gives what is known of it. Refuses to
// ask while there is no link; it asks again when the link is back.
import { useEffect } from 'react';
import type { Auction } from '../../../contract/auction';
import { explainKey, readExplain, useExplains, type ExplainEntry } from './explains';
import { useVitals } from './vitals';

const LOADING: ExplainEntry = { kind: 'loading' };

/** The explanation of an auction in its present state; read again when the link comes back. */
export function useExplain(auction: Auction | null): ExplainEntry {
  const key = auction === null ? '' : explainKey(auction);
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const entry = useExplains((state) => state.entries.get(key));
  const id = auction?.id;
  const status = auction?.status;
  useEffect(() => {
    if (id !== undefined && status !== undefined && linked) void readExplain({ id, status });
  }, [id, status, linked]);
  return entry ?? LOADING;
}
