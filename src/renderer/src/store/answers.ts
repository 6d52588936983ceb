// Owns the answers that are asked for again and again rather than fed: health and the price book.
// Refuses to throw an older answer away when a newer question fails; the fault stands beside it.
import { create } from 'zustand';
import type { PriceBookVersion } from '../../../contract/price-book';
import type { Health } from '../../../contract/status';

interface Answered<T> {
  readonly value: T | null;
  /** Why the last question failed, null when it did not. */
  readonly fault: string | null;
}

/** Health, and the engine's start (epoch ms) reckoned from its uptime. */
export const useHealth = create<Answered<Health> & { readonly startedMs: number | null }>()(() => ({
  value: null,
  fault: null,
  startedMs: null,
}));
export const usePriceBook = create<Answered<PriceBookVersion>>()(() => ({
  value: null,
  fault: null,
}));
