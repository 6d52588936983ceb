// Owns which modifiers are assumed to hold now: those of the last auction, or those somebody chose
// here. Refuses to guess: without an auction none holds.
import { useRef } from 'react';
import type { ModifierName } from '../../../../contract/price-book';
import { useAuctions } from '../../store/feeds';
import { useExplain } from '../../store/use-explain';
import { useValues } from '../values-store';

/** The modifiers, and where that comes from in words. */
export interface Holding {
  readonly names: readonly ModifierName[];
  readonly from: string;
}

const NONE: Holding = { names: [], from: 'nothing holds, no auction yet' };

/** What is assumed to hold. While the newest explanation is read, what was known before stands. */
export function useHolding(): Holding {
  const chosen = useValues((state) => state.holding);
  const last = useAuctions((state) => state.items[0] ?? null);
  const entry = useExplain(last);
  const before = useRef(NONE);
  if (entry.kind === 'ready' && last !== null) {
    const holds = entry.explain.price.modifiers.filter((modifier) => modifier.holds);
    const names = holds.map(({ name }) => name);
    const same = names.join() === before.current.names.join();
    const from = `as in ${last.id}`;
    if (!same) before.current = { names, from };
    else if (before.current.from !== from) before.current = { ...before.current, from };
  }
  return chosen === null ? before.current : { names: chosen, from: 'as chosen here' };
}
