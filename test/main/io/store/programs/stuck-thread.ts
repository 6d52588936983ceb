// Owns a store's thread that says it is open and then never does anything again. Refuses to end:
// its process has to do without it.
import { parentPort } from 'node:worker_threads';

parentPort?.postMessage({ kind: 'opened' });
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);

export {};
