// Owns a store's thread that fails while a file named `fail` lies in its data directory. Refuses to
// fail otherwise.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';

const { dataDir } = workerData as { dataDir: string };

await import(new URL('./thread-from-source.ts', import.meta.url).href);
setInterval(() => {
  if (existsSync(join(dataDir, 'fail'))) throw new Error('made to fail');
}, 5).unref();
