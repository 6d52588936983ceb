// Owns a first-in, first-out queue whose take() does not move the rest. Refuses to be indexed: who
// needs the middle of it keeps a list.

/** A queue for many items. */
export class Fifo<T> {
  private items: (T | undefined)[] = [];
  private from = 0;

  get length(): number {
    return this.items.length - this.from;
  }

  put(item: T): void {
    this.items.push(item);
  }

  /** The oldest item without taking it. */
  peek(): T | undefined {
    return this.items[this.from];
  }

  /** The oldest item, undefined where there is none. */
  take(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.items[this.from];
    this.items[this.from] = undefined;
    this.from += 1;
    if (this.from > 1_024 && this.from * 2 > this.items.length) {
      this.items = this.items.slice(this.from);
      this.from = 0;
    }
    return item;
  }

  /** Takes everything, oldest first. */
  takeAll(): T[] {
    const rest = this.items.slice(this.from) as T[];
    this.items = [];
    this.from = 0;
    return rest;
  }
}
