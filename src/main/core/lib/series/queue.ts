// Owns a first-in, first-out queue whose ends cost the same however long it is. Refuses to be
// bounded by itself: who pushes decides what gives way.

/** A queue. */
export interface Queue<T> {
  readonly push: (item: T) => void;
  /** The oldest item, left where it is. */
  readonly first: () => T | undefined;
  /** Takes the oldest item out. */
  readonly shift: () => T | undefined;
  readonly size: () => number;
}

/** Holes at the front that are tolerated before the rest moves up. */
const HOLES_MOST = 4_096;

/** Makes an empty queue. */
export function createQueue<T>(): Queue<T> {
  let items: (T | undefined)[] = [];
  let head = 0;
  return {
    push: (item) => void items.push(item),
    first: () => items[head],
    shift: () => {
      const item = items[head];
      if (head === items.length) return undefined;
      items[head] = undefined;
      head += 1;
      if (head > HOLES_MOST && head * 2 > items.length) {
        items = items.slice(head);
        head = 0;
      }
      return item;
    },
    size: () => items.length - head,
  };
}
