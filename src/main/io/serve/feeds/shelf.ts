// Owns the items of one feed: the newest state of each id, in the order of their last change, at
// most `keep` of them. Refuses to grow: the item changed longest ago gives way, and whoever had not
// seen that change is told to begin again with a snapshot.

/** What a client takes away: everything changed after its position, or all there is. */
export interface Taken<T> {
  seq: number;
  kind: 'snapshot' | 'delta';
  items: T[];
  more: boolean;
}

/** One feed's items. Positions count changes from 1; 0 is before the first. */
export interface Shelf<T extends object> {
  /** The item, or how to make it when somebody looks. */
  readonly put: (id: string, item: T | (() => T)) => void;
  /** At most `most` items after `seq`; without a position, or with one too old, a snapshot. */
  readonly take: (seq: number | undefined, most: number) => Taken<T>;
}

/** Makes an empty shelf that keeps `keep` items. */
export function createShelf<T extends object>(keep: number): Shelf<T> {
  // A Map walks in order of insertion; an id is taken out and put back on every change.
  const kept = new Map<string, { seq: number; item: T | (() => T) }>();
  let head = 0;
  let lost = 0;

  const dropOldest = (): void => {
    for (const [id, entry] of kept) {
      kept.delete(id);
      lost = entry.seq;
      return;
    }
  };
  const after = (seq: number, most: number): Pick<Taken<T>, 'items' | 'more' | 'seq'> => {
    const items: T[] = [];
    let last = seq;
    for (const entry of kept.values()) {
      if (entry.seq <= seq) continue;
      if (items.length === most) return { items, more: true, seq: last };
      if (typeof entry.item === 'function') entry.item = entry.item();
      items.push(entry.item);
      last = entry.seq;
    }
    return { items, more: false, seq: head };
  };

  return {
    put: (id, item) => {
      kept.delete(id);
      kept.set(id, { seq: ++head, item });
      if (kept.size > keep) dropOldest();
    },
    take: (seq, most) => {
      const known = seq !== undefined && seq >= lost && seq <= head;
      return known
        ? { kind: 'delta', ...after(seq, most) }
        : { kind: 'snapshot', ...after(0, most) };
    },
  };
}
