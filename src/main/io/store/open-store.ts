// Owns the two ways to have a store: in a thread of its own (the engine), or in this one (the
// simulator and the verifier). Both are the same code behind the same door.
import { Worker } from 'node:worker_threads';
import { assert } from '../../core/lib/assert';
import type { Queries, Snapshot, Store, StoreHealth } from '../../flow/ports';
import { atExit } from './client/at-exit';
import type { Answered, FromStore, Question, ThreadStart } from './client/mail';
import { StoreClient } from './client/store-client';
import { threadUrl } from './client/thread-url';
import { makeDataDir } from './database/make-data-dir';
import { closedRefusal, refusalOf, sayError, StartFault, StoreRefusal } from './faults';
import { Vault, type VaultOptions } from './vault/vault';

/**
 * How long a process that ends by itself waits for the thread to close the database. The host has
 * given the engine 3,500 ms before; together they stay under five seconds.
 */
const EXIT_WAIT_MS = 1_200;

/** What openStore takes. */
export interface StoreOptions {
  readonly dataDir: string;
  readonly synchronous?: 'FULL' | 'OFF';
  /** Pages the database may grow to; past them SQLite says that the disk is full. */
  readonly mostPages?: number;
  /** The thread's program; found beside this one where it is left out. */
  readonly workerUrl?: URL;
}

interface Thread {
  readonly client: StoreClient;
  readonly exited: Promise<void>;
}

/** Opens the store in a thread. Rejects with StartFault. */
export async function openStore(options: StoreOptions): Promise<Store> {
  makeDataDir(options.dataDir);
  let thread = await startThread(options);
  let stopping = false;
  const question = async (asked: Question): Promise<Answered> => {
    if (stopping) throw closedRefusal();
    return thread.client.question(asked);
  };
  return {
    append: (drafts) => {
      assert(drafts.length > 0, 'a flow without entries');
      return stopping ? Promise.reject(closedRefusal()) : thread.client.append(drafts);
    },
    ask: async <Q extends keyof Queries>(name: Q, ask: Queries[Q]['ask']) =>
      (await question({ kind: 'ask', name, ask })) as Queries[Q]['answer'],
    load: async () => {
      if (!thread.client.alive && !stopping) thread = await restarted(options);
      return (await question({ kind: 'load' })) as Snapshot;
    },
    pending: () => thread.client.pending,
    health: async () => (await question({ kind: 'health' })) as StoreHealth,
    close: async () => {
      stopping = true;
      thread.client.close();
      await thread.exited;
    },
  };
}

/** Opens the store in this thread: append() has committed when it returns. Throws StartFault. */
export function openStoreInline(options: VaultOptions): Store {
  makeDataDir(options.dataDir);
  const vault = new Vault(options);
  const forget = atExit(() => vault.close());
  return {
    append: (drafts) => {
      assert(drafts.length > 0, 'a flow without entries');
      return settled(() => vault.recordOne(drafts));
    },
    ask: (name, ask) => settled(() => vault.ask(name, ask)),
    load: () => settled(() => vault.load()),
    pending: () => 0,
    health: () => settled(() => vault.health()),
    close: () =>
      settled(() => {
        forget();
        vault.close();
      }),
  };
}

function settled<T>(work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(refusalOf(error));
  }
}

async function restarted(options: StoreOptions): Promise<Thread> {
  try {
    return await startThread(options);
  } catch (error) {
    throw new StoreRefusal('storage', sayError(error));
  }
}

/** Starts a thread and waits until its database is open. */
async function startThread(options: StoreOptions): Promise<Thread> {
  const closed = new SharedArrayBuffer(4);
  const { dataDir, synchronous = 'FULL', mostPages } = options;
  const workerData: ThreadStart = { dataDir, synchronous, mostPages, closed };
  const worker = new Worker(options.workerUrl ?? threadUrl(), { workerData });
  await opened(worker);
  const client = new StoreClient(worker);
  const exited = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  closeAtExit({ client, exited }, new Int32Array(closed));
  return { client, exited };
}

function opened(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', (mail: FromStore) => {
      if (mail.kind === 'opened') resolve();
      if (mail.kind === 'start_fault') reject(new StartFault(mail.code, mail.message));
    });
    worker.once('error', reject);
  });
}

/**
 * A process that ends without closing the store would let SQLite write the database behind the
 * seals' back; so its last act is to wait for the thread.
 */
function closeAtExit({ client, exited }: Thread, closed: Int32Array<SharedArrayBuffer>): void {
  const forget = atExit(() => {
    client.close();
    Atomics.wait(closed, 0, 0, EXIT_WAIT_MS);
  });
  void exited.then(forget);
}
