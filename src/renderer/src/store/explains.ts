// Owns the explanations read so far, one for each auction and state (an open auction's is sealed, a
// closed one's never changes). The newest hundred are kept.
import { create } from 'zustand';
import type { Auction, Explain } from '../../../contract/auction';
import { ask } from '../link/client';

/** What is known of an explanation. */
export type ExplainEntry =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly explain: Explain }
  | { readonly kind: 'failed'; readonly sentence: string };

const KEPT = 100;

type Entries = ReadonlyMap<string, ExplainEntry>;
export const useExplains = create<{ entries: Entries }>()(() => ({ entries: new Map() }));

/** What tells an explanation apart. */
export function explainKey(auction: Pick<Auction, 'id' | 'status'>): string {
  return `${auction.id}/${auction.status}`;
}

function put(key: string, entry: ExplainEntry): void {
  useExplains.setState(({ entries }) => {
    const rest = [...entries].filter(([known]) => known !== key);
    return { entries: new Map([...rest, [key, entry] as const].slice(-KEPT)) };
  });
}

/** Reads an explanation unless it is known or being read; a failed one is read again. */
export async function readExplain(auction: Pick<Auction, 'id' | 'status'>): Promise<void> {
  const key = explainKey(auction);
  const known = useExplains.getState().entries.get(key);
  if (known !== undefined && known.kind !== 'failed') return;
  put(key, { kind: 'loading' });
  const answer = await ask((client, signal) =>
    client.auctions.explain({ id: auction.id }, { signal }),
  );
  if (answer.ok) put(key, { kind: 'ready', explain: answer.value });
  else put(key, { kind: 'failed', sentence: answer.sentence });
}
