// Owns when the WAL is written back: under load once it has grown, without giving up its blocks, so
// that no flow waits long; in a quiet moment and at the end completely. Refuses to stop the store
// because of it: a checkpoint that fails is said in health and tried again later.
import { sayError } from '../faults';
import type { Sealer } from '../seals/sealer';
import type { Head } from './newest-head';

/** Frames (of 4 KiB) in the WAL at which it is written back under load. */
const FRAMES_A_CHECKPOINT = 1_024;
/** Commits between two looks at the WAL. */
const COMMITS_A_LOOK = 16;

export class Upkeep {
  private readonly sealer: Sealer;
  private commits = 0;
  private due = FRAMES_A_CHECKPOINT;
  private failure: string | null = null;

  constructor(sealer: Sealer) {
    this.sealer = sealer;
  }

  /** Why the last checkpoint failed; null where it did not. */
  get trouble(): string | null {
    return this.failure;
  }

  /** After each commit. */
  committed(head: Head): void {
    this.commits += 1;
    if (this.commits % COMMITS_A_LOOK !== 0) return;
    const waiting = this.looked(() => this.sealer.waiting());
    if (waiting === null || waiting < this.due) return;
    const done = this.tried(() => this.sealer.checkpoint('PASSIVE', head));
    // A reader, or the disk, stood in the way: not again before the WAL has grown as much again.
    this.due = FRAMES_A_CHECKPOINT + (done ? 0 : waiting);
  }

  /** In a quiet moment and before the close: leaves an empty WAL. */
  quiet(head: Head): void {
    if (this.looked(() => this.sealer.inUse()) !== true) return;
    const done = this.tried(() => this.sealer.checkpoint('TRUNCATE', head));
    if (done) this.due = FRAMES_A_CHECKPOINT;
  }

  /** A look at the WAL; null where that fails, which is said. */
  private looked<T>(look: () => T): T | null {
    try {
      return look();
    } catch (error) {
      this.failure = told(error);
      return null;
    }
  }

  private tried(work: () => boolean): boolean {
    try {
      const done = work();
      this.failure = null;
      return done;
    } catch (error) {
      this.failure = told(error);
      return false;
    }
  }
}

function told(error: unknown): string {
  return `The database could not be tidied up: ${sayError(error)}.`;
}
