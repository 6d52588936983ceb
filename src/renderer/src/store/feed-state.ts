// Owns what a client knows of one feed and how a batch changes it: a snapshot replaces, a delta
// adds or renews by id. Pure. Refuses a delta from another run of the engine: it forgets its place
// instead, and the next pull asks for a snapshot.
import type { FeedBatch } from '../../../contract/feed';

/** What is known: where we stand, and the items, newest first. */
export interface FeedState<T> {
  readonly epoch: string | null;
  readonly seq: number;
  readonly items: readonly T[];
  /** True once a whole snapshot is in. */
  readonly loaded: boolean;
}

/** What tells the items of one feed apart and orders them. */
export interface FeedRule<T> {
  readonly id: (item: T) => string;
  /** ISO 8601 moment the item is sorted by; equal moments fall back to `seq`. */
  readonly at: (item: T) => string;
  readonly seq: (item: T) => number;
  /** Items kept; older ones are let go. */
  readonly most: number;
}

/** Nothing heard yet. */
export const NOTHING: FeedState<never> = { epoch: null, seq: 0, items: [], loaded: false };

/** The state after a batch; the same object where it changed nothing. */
export function applyBatch<T>(
  state: FeedState<T>,
  batch: FeedBatch<T>,
  rule: FeedRule<T>,
): FeedState<T> {
  if (batch.kind === 'delta' && batch.epoch !== state.epoch) return { ...state, epoch: null };
  if (batch.kind === 'delta' && batch.seq < state.seq) return state;
  const base = batch.kind === 'snapshot' ? [] : state.items;
  const loaded = state.loaded || !batch.more;
  if (batch.kind === 'delta' && batch.items.length === 0) {
    const same = batch.seq === state.seq && loaded === state.loaded;
    return same ? state : { ...state, seq: batch.seq, loaded };
  }
  return { epoch: batch.epoch, seq: batch.seq, items: merge(base, batch.items, rule), loaded };
}

function merge<T>(base: readonly T[], news: readonly T[], rule: FeedRule<T>): readonly T[] {
  const byId = new Map(base.map((item) => [rule.id(item), item]));
  for (const item of news) byId.set(rule.id(item), item);
  const order = (a: T, b: T): number => {
    const [first, second] = [rule.at(a), rule.at(b)];
    if (first !== second) return first < second ? 1 : -1;
    return rule.seq(b) - rule.seq(a);
  };
  return [...byId.values()].sort(order).slice(0, rule.most);
}
