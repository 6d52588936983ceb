// Owns the store's thread: opens the vault and serves its port. Refuses to end without closing the
// database, whatever ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { must } from '../../core/lib/assert';
import type { FromStore, ThreadStart } from './client/mail';
import { sayError, StartFault } from './faults';
import { Desk } from './vault/desk';
import { Vault } from './vault/vault';
import { watchLoop } from './vault/watch-loop';

const port = must(parentPort, 'the store works in a thread of its own');
const start = workerData as ThreadStart;
const flag = new Int32Array(start.closed);

function post(mail: FromStore): void {
  port.postMessage(mail);
}

function closed(): void {
  Atomics.store(flag, 0, 1);
  Atomics.notify(flag, 0);
}

function open(): void {
  const { closed: _, ...options } = start;
  const { pace } = watchLoop();
  const vault = new Vault({ ...options, wallMs: () => Date.now(), pace });
  process.on('exit', () => vault.close());
  new Desk(vault, port, closed);
  post({ kind: 'opened' });
}

try {
  open();
} catch (error) {
  const code = error instanceof StartFault ? error.code : 'unwritable';
  post({ kind: 'start_fault', code, message: sayError(error) });
}
