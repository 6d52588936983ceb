// Owns the bids of closed auctions, read once each: they never change. Refuses to ask while an
// auction is open: its bids are sealed. The newest fifty are kept.
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Auction, Bid } from '../../../contract/auction';
import { ask } from '../link/client';
import { useVitals } from './vitals';

const KEPT = 50;
const BIDS_MOST = 500;
const OPEN: readonly Auction['status'][] = ['CREATED', 'OPEN', 'EXTENDED', 'CLOSING'];

export const useBidStore = create<{ readonly known: ReadonlyMap<string, readonly Bid[]> }>()(
  () => ({ known: new Map() }),
);

async function read(id: string): Promise<void> {
  const answer = await ask((client, signal) =>
    client.auctions.bids({ id, limit: BIDS_MOST }, { signal }),
  );
  if (!answer.ok) return;
  useBidStore.setState(({ known }) => ({
    known: new Map([...known, [id, answer.value.items] as const].slice(-KEPT)),
  }));
}

/** The bids of an auction, null while they are sealed or not read. */
export function useBids({ id, status }: Pick<Auction, 'id' | 'status'>): readonly Bid[] | null {
  const bids = useBidStore((state) => state.known.get(id) ?? null);
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const wanted = bids === null && linked && !OPEN.includes(status);
  useEffect(() => {
    if (wanted) void read(id);
  }, [id, wanted]);
  return bids;
}
