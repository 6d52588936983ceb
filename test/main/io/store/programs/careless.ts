// Owns a program that appends one entry and then ends by an error nobody catches, without closing
// its store. Argument: the data directory. Refuses to tidy up.
import type * as Opening from '../../../../../src/main/io/store/open-store';

const at = (path: string): string => new URL(path, import.meta.url).href;

await import(at('./resolve-source.ts'));
const opening = (await import(
  at('../../../../../src/main/io/store/open-store.ts')
)) as typeof Opening;

const [dataDir = ''] = process.argv.slice(2);
const workerUrl = new URL('./thread-from-source.ts', import.meta.url);
const store = await opening.openStore({ dataDir, workerUrl });
const body = { bootId: 'boot-1', version: '0.1.0' };
const origin = { actor: 'a test', cause: 'a test', arrivedAtMs: 1, decidedAtMs: 1 };
await store.append([{ type: 'engine-started', body, ...origin }]);
throw new Error('nobody catches this');
