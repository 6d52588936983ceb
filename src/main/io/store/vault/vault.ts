// Owns the one connection to the database and everything that is done with it: recording, reading,
// refusing. Refuses all work after a failed commit until load() has proved that writing works.
// Synchronous: the worker and the in-process store share it.
import { existsSync, statSync } from 'node:fs';
import { must } from '../../../core/lib/assert';
import type { Draft } from '../../../core/ledger/entries';
import type { Pace } from '../../../core/lib/series/pace';
import type { Queries, Receipt, Snapshot, StoreHealth } from '../../../flow/ports';
import { sqliteVersion } from '../database/sqlite-version';
import { closedRefusal, refusalOf, sayError, type StoreRefusal } from '../faults';
import { type StorePaths, storePaths } from '../paths';
import { type Answers, answersOf } from '../queries/answers';
import { snapshotOf } from '../queries/snapshot';
import { type JournalWriter, journalWriter } from './journal-writer';
import { newestHead } from './newest-head';
import { flushTimes } from './flush-times';
import { proveWriting } from './prove-writing';
import { openFiles, type OpenFiles } from './open-files';
import { Upkeep } from './upkeep';

/** How a vault is opened. */
export interface VaultOptions {
  readonly dataDir: string;
  /** Wall clock in epoch ms, for recordedAtMs. */
  readonly wallMs: () => number;
  /** OFF only where nothing must survive a power cut. */
  readonly synchronous?: 'FULL' | 'OFF';
  /** Pages the database may grow to; past them SQLite says that the disk is full. */
  readonly mostPages?: number | undefined;
  /** How long this thread's loop was held, where it is the store's own. */
  readonly pace?: () => Pace;
}

function sizeOf(path: string): number {
  return existsSync(path) ? statSync(path).size : 0;
}

export class Vault {
  private readonly paths: StorePaths;
  private readonly wallMs: () => number;
  private readonly pace: (() => Pace) | undefined;
  private readonly flushes = flushTimes();
  private readonly files: OpenFiles;
  private readonly upkeep: Upkeep;
  private readonly answers: Answers;
  private writer: JournalWriter;
  private trouble: StoreRefusal | null = null;
  private anchorTrouble: string | null = null;

  /** Takes the directory, checks and migrates the database. Throws StartFault. */
  constructor({ dataDir, wallMs, synchronous = 'FULL', mostPages, pace }: VaultOptions) {
    this.wallMs = wallMs;
    this.pace = pace;
    this.paths = storePaths(dataDir);
    this.files = openFiles(this.paths, { synchronous, mostPages: mostPages ?? null }, wallMs);
    const { db, sealer } = this.files;
    this.upkeep = new Upkeep(sealer);
    this.writer = this.newWriter();
    this.answers = answersOf(db);
  }

  /** Records whole flows in one transaction. Throws StoreRefusal with nothing applied. */
  record(flows: readonly (readonly Draft[])[]): Receipt[] {
    if (!this.files.db.open) throw closedRefusal();
    if (this.trouble !== null) throw this.trouble;
    try {
      const receipts = this.writer.record(flows);
      this.noteHead();
      return receipts;
    } catch (error) {
      this.trouble = refusalOf(error);
      throw this.trouble;
    }
  }

  /** Records one flow alone. */
  recordOne(drafts: readonly Draft[]): Receipt {
    const receipt = must(this.record([drafts])[0], 'a recorded flow has a receipt');
    this.tend();
    return receipt;
  }

  /** After an acknowledgement: writes the WAL back where it has grown. */
  tend(): void {
    this.upkeep.committed(this.writer.head());
  }

  /** In a quiet moment: leaves an empty WAL. */
  rest(): void {
    this.upkeep.quiet(this.writer.head());
  }

  /** Answers one question. Throws StoreRefusal `cursor`, or `storage` where it cannot read. */
  ask<Q extends keyof Queries>(name: Q, ask: Queries[Q]['ask']): Queries[Q]['answer'] {
    if (!this.files.db.open) throw closedRefusal();
    try {
      return this.answers[name](ask);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Proves that writing works, ends a refusal and reads the memory. Throws StoreRefusal. */
  load(): Snapshot {
    const { db, sealer } = this.files;
    if (!db.open) throw closedRefusal();
    try {
      proveWriting(db);
      this.writer = this.newWriter();
      const head = this.writer.head();
      // The probe is no row of the chain: only its seal would show that it was changed.
      sealer.checkpoint('TRUNCATE', head);
      const snapshot = { head, ...snapshotOf(db, this.wallMs()) };
      this.trouble = null;
      return snapshot;
    } catch (error) {
      this.trouble = refusalOf(error);
      throw this.trouble;
    }
  }

  /** What the store knows about itself. */
  health(): StoreHealth {
    const troubles = [this.trouble?.detail, this.upkeep.trouble, this.anchorTrouble];
    const said = [...troubles, ...this.files.findings].filter((text) => typeof text === 'string');
    const [databaseBytes, walBytes] = [sizeOf(this.paths.database), sizeOf(this.paths.wal)];
    return {
      ok: this.trouble === null,
      detail: said.join('; '),
      sqliteVersion: sqliteVersion(this.files.db),
      journalRows: this.writer.head().seq,
      bytes: databaseBytes + walBytes,
      walBytes,
      flushMs: this.flushes.reading(),
      pace: this.pace?.() ?? null,
    };
  }

  /** Writes everything back, seals it and gives the directory back. */
  close(): void {
    if (!this.files.db.open) return;
    this.rest();
    this.files.close();
  }

  private newWriter(): JournalWriter {
    const { db } = this.files;
    const pace = { wallMs: this.wallMs, flushed: this.flushes.note };
    return journalWriter(db, newestHead(db), pace);
  }

  /** What is committed stays acknowledged even if the note of it cannot be written. */
  private noteHead(): void {
    try {
      this.files.anchor.write(this.writer.head());
      this.anchorTrouble = null;
    } catch (error) {
      this.anchorTrouble = `${this.paths.head} cannot be written: ${sayError(error)}`;
    }
  }
}
