// Owns finding the auction the address names: in the feed, else by asking the engine for it, since
// a shared address may name an older one than the feed keeps.
import { useEffect, useState } from 'react';
import type { Auction } from '../../../contract/auction';
import { select, useRoute } from '../app/route';
import { ask } from '../link/client';
import { useAuctions } from '../store/feeds';
import { useVitals } from '../store/vitals';

/** The selected auction, none, or why it cannot be shown. */
export type Selected =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly id: string }
  | { readonly kind: 'found'; readonly auction: Auction }
  | { readonly kind: 'failed'; readonly id: string; readonly sentence: string };

/** Picks none. */
export function closeExplanation(): void {
  select(null);
}

/** What the address selects. */
export function useSelected(): Selected {
  return useAuction(useRoute((route) => route.pick));
}

/** An auction by its id; none for null. */
export function useAuction(id: string | null): Selected {
  const { items, loaded } = useAuctions();
  const linked = useVitals((vitals) => vitals.phase === 'linked');
  const [asked, setAsked] = useState<Selected>({ kind: 'none' });
  const fed = id === null ? undefined : items.find((auction) => auction.id === id);
  const missing = id !== null && loaded && fed === undefined && linked;
  useEffect(() => {
    if (!missing) return;
    let wanted = true;
    setAsked({ kind: 'loading', id });
    void ask((client, signal) => client.auctions.get({ id }, { signal })).then((answer) => {
      if (!wanted) return;
      if (answer.ok) setAsked({ kind: 'found', auction: answer.value });
      else setAsked({ kind: 'failed', id, sentence: answer.sentence });
    });
    return () => {
      wanted = false;
    };
  }, [id, missing]);
  if (id === null) return { kind: 'none' };
  if (fed !== undefined) return { kind: 'found', auction: fed };
  const answersThis =
    asked.kind === 'found' ? asked.auction.id === id : asked.kind !== 'none' && asked.id === id;
  return answersThis ? asked : { kind: 'loading', id };
}
