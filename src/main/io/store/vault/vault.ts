// Owns the one connection to the database and everything that is done with it: recording, reading,
// refusing. Refuses all work after a failed commit until load() has proved that writing works.
// Synchronous: the worker and the in-process store share it.
import type { Database } from 'better-sqlite3';
import type { Draft } from '../../../core/ledger/entries';
import type { Queries, Receipt, Snapshot, StoreHealth } from '../../../flow/ports';
import { lockDataDir } from '../database/lock';
import { openDatabase } from '../database/open-database';
import { sqliteVersion } from '../database/sqlite-version';
import { refusalOf, StoreRefusal } from '../faults';
import { type StorePaths, storePaths } from '../paths';
import { type Answers, answersOf } from '../queries/answers';
import { snapshotOf } from '../queries/snapshot';
import { type JournalWriter, journalWriter } from './journal-writer';
import { newestHead } from './newest-head';

/** How a vault is opened. */
export interface VaultOptions {
  readonly dataDir: string;
  /** Wall clock in epoch ms, for recordedAtMs. */
  readonly wallMs: () => number;
  /** OFF only where nothing must survive a power cut. */
  readonly synchronous?: 'FULL' | 'OFF';
}

export class Vault {
  private readonly paths: StorePaths;
  private readonly db: Database;
  private readonly unlock: () => void;
  private readonly wallMs: () => number;
  private readonly answers: Answers;
  private writer: JournalWriter;
  private trouble: StoreRefusal | null = null;

  /** Takes the directory, checks and migrates the database. Throws StartFault. */
  constructor(options: VaultOptions) {
    this.wallMs = options.wallMs;
    this.paths = storePaths(options.dataDir);
    this.unlock = lockDataDir(this.paths.lock);
    try {
      this.db = openDatabase(this.paths.database, { synchronous: options.synchronous ?? 'FULL' });
      this.writer = journalWriter(this.db, newestHead(this.db), this.wallMs);
      this.answers = answersOf(this.db);
    } catch (error) {
      this.unlock();
      throw error;
    }
  }

  /** Records whole flows in one transaction. Throws StoreRefusal with nothing applied. */
  record(flows: readonly (readonly Draft[])[]): Receipt[] {
    if (this.trouble !== null) throw this.trouble;
    try {
      return this.writer.record(flows);
    } catch (error) {
      this.trouble = refusalOf(error);
      throw this.trouble;
    }
  }

  /** Answers one question. Throws StoreRefusal `cursor`, or `storage` where it cannot read. */
  ask<Q extends keyof Queries>(name: Q, ask: Queries[Q]['ask']): Queries[Q]['answer'] {
    try {
      return this.answers[name](ask);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Proves that writing works, ends a refusal and reads the memory. Throws StoreRefusal. */
  load(): Snapshot {
    try {
      this.db.prepare('UPDATE write_probe SET tried = tried + 1').run();
      this.writer = journalWriter(this.db, newestHead(this.db), this.wallMs);
      const snapshot = { head: this.writer.head(), ...snapshotOf(this.db, this.wallMs()) };
      this.trouble = null;
      return snapshot;
    } catch (error) {
      this.trouble = refusalOf(error);
      throw this.trouble;
    }
  }

  /** What the store knows about itself. */
  health(): StoreHealth {
    return {
      ok: this.trouble === null,
      detail: this.trouble?.detail ?? '',
      sqliteVersion: sqliteVersion(this.db),
      journalRows: this.writer.head().seq,
      bytes: 0,
    };
  }

  /** Ends the work and gives the directory back. */
  close(): void {
    if (!this.db.open) return;
    this.db.close();
    this.unlock();
  }
}
