// Owns what a start has opened, so that an end, or a start that fails, closes it in the opposite
// order. Refuses to go on while one of them is still closing.

/** Everything that is open. */
export class Open {
  private readonly closers: (() => unknown)[] = [];

  /** Notes how what was opened is closed, and gives it back. */
  add<T>(opened: T, close: (opened: T) => unknown): T {
    this.closers.push(() => close(opened));
    return opened;
  }

  /** Closes all, the last opened first. */
  async close(): Promise<void> {
    for (const close of this.closers.splice(0).reverse()) await close();
  }
}
