// Owns the checkpoints: the WAL is written back into the database only under a seal that is already
// on disk. At every moment each page of the file fits the seal, or the one of the checkpoint that
// is under way. Refuses a checkpoint whose seal cannot be written.
import { closeSync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { StorePaths } from '../paths';
import type { Head } from '../vault/newest-head';
import { crcsAfter, crcsAsTheyLie, crcsOfFile } from './page-crcs';
import type { Seal } from './seal';
import { dropSeal, putSeal, writeSeal } from './seal-files';
import { readWal, type WalImage } from './wal-image';

/**
 * TRUNCATE leaves an empty WAL, but freeing its blocks can take long; PASSIVE lets it be reused.
 */
export type CheckpointMode = 'PASSIVE' | 'TRUNCATE';

interface Progress {
  readonly busy: number;
  /** Frames in the WAL, and those of them that are in the database. */
  readonly log: number;
  readonly checkpointed: number;
}

const BUSY_MS = 5_000;

/** Checkpoints of one connection. */
export class Sealer {
  private readonly db: Database;
  private readonly paths: StorePaths;
  private readonly file: number;
  private readonly pageSize: number;
  private readonly progress: () => Progress;
  private pages: Uint32Array;
  /** The new seal is right, but still lies beside its place. */
  private unplaced = false;
  /** The WAL of a write-back that did not end: its pages may be old or new. */
  private torn: WalImage | null = null;

  /** `pages` are the crcs of the file as it is sealed; empty before the first seal. */
  constructor(db: Database, paths: StorePaths, pages: Uint32Array) {
    this.db = db;
    this.paths = paths;
    this.file = openSync(paths.database, 'r');
    this.pageSize = Number(db.pragma('page_size', { simple: true }));
    const noop = db.prepare<[], Progress>('PRAGMA wal_checkpoint(NOOP)');
    this.progress = () => noop.get() ?? { busy: 0, log: 0, checkpointed: 0 };
    this.pages = pages;
  }

  /** Frames that are committed and not yet in the database. */
  waiting(): number {
    const { log, checkpointed } = this.progress();
    return Math.max(0, log - checkpointed);
  }

  /** Whether the WAL holds anything, written back or not. */
  inUse(): boolean {
    return this.progress().log > 0;
  }

  /** Seals and writes back; true where all of it is in the database. Throws the system's errors. */
  checkpoint(mode: CheckpointMode, head: Head): boolean {
    this.place();
    this.settleTorn(head);
    const { log } = this.progress();
    const wal = log === 0 ? null : readWal(this.paths.wal, this.pageSize, log);
    if (wal === null) return true;
    const after = crcsAfter(this.pages, wal, this.pageSize);
    this.write(this.paths.nextSeal, { pageCrcs: after, head, wal });
    this.torn = wal;
    let done = false;
    try {
      done = this.writeBack(mode);
    } finally {
      if (!done) this.settleTorn(head);
    }
    if (done) this.sealed(after);
    return done;
  }

  /** Writes the WAL back without a seal and makes one from the file as it then lies. */
  sealAnew(head: Head): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)');
    this.pages = crcsOfFile(this.file, this.pageSize);
    this.write(this.paths.nextSeal, { pageCrcs: this.pages, head, wal: null });
    this.sealed(this.pages);
  }

  /** Lets go of the file; after the connection's own close, never before. */
  close(): void {
    closeSync(this.file);
  }

  private write(path: string, seal: Omit<Seal, 'pageSize'>): void {
    writeSeal(path, { pageSize: this.pageSize, ...seal });
  }

  private place(): void {
    if (this.unplaced) putSeal(this.paths.nextSeal, this.paths.seal);
    this.unplaced = false;
  }

  /** True where every frame is in the database and, for TRUNCATE, the WAL is empty. */
  private writeBack(mode: CheckpointMode): boolean {
    this.db.pragma('busy_timeout = 0');
    try {
      const [said] = this.db.pragma(`wal_checkpoint(${mode})`) as [Progress];
      return said.busy === 0 && said.log === said.checkpointed;
    } finally {
      this.db.pragma(`busy_timeout = ${BUSY_MS}`);
    }
  }

  /** A reader kept frames back, or the disk failed: the seal says what lies in the file now. */
  private settleTorn(head: Head): void {
    if (this.torn === null) return;
    const source = { file: this.file, pageSize: this.pageSize };
    this.pages = crcsAsTheyLie(this.pages, this.torn, source);
    const part = `${this.paths.seal}.part`;
    this.write(part, { pageCrcs: this.pages, head, wal: this.torn });
    putSeal(part, this.paths.seal);
    dropSeal(this.paths.nextSeal);
    this.torn = null;
  }

  private sealed(pages: Uint32Array): void {
    this.pages = pages;
    this.torn = null;
    this.unplaced = true;
    this.place();
  }
}
