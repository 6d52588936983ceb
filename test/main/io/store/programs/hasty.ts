// Owns a program whose store's thread is stuck, and which then ends by itself: it says `ending` on
// standard output before it does. Argument: the data directory. Refuses to tidy up.
import { writeSync } from 'node:fs';
import type * as Opening from '../../../../../src/main/io/store/open-store';

const at = (path: string): string => new URL(path, import.meta.url).href;

await import(at('./resolve-source.ts'));
const opening = (await import(
  at('../../../../../src/main/io/store/open-store.ts')
)) as typeof Opening;

const [dataDir = ''] = process.argv.slice(2);
await opening.openStore({ dataDir, workerUrl: new URL('./stuck-thread.ts', import.meta.url) });
writeSync(1, 'ending\n');
process.exit(0);
