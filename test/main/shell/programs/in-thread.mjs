// Owns the engine in a thread of the test's own process: the one place outside Electron where a
// message port can travel to it. Gives it the same parent port as a utility process has.
import { parentPort, workerData } from 'node:worker_threads';

process.parentPort = {
  on: (_event, listener) =>
    parentPort.on('message', ({ word, ports }) => listener({ data: word, ports })),
  postMessage: (word) => parentPort.postMessage(word),
};

await import(workerData);
