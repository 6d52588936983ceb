// Owns the start as Electron's utility process: the same engine, told its settings by the host and
// handed one message port for each window. Refuses to know Electron; it sees a parent that posts.
import { compose } from './compose';
import { readSettings } from './io/ops/settings';
import type { PortLike } from './io/serve/port';

/** What the host posts. */
type FromHost = { readonly kind: 'window' } | { readonly kind: 'end' };

interface Parent {
  on(event: 'message', tell: (event: { data: FromHost; ports: PortLike[] }) => void): void;
  postMessage(message: unknown): void;
}

const parent = (process as unknown as { parentPort?: Parent }).parentPort;
if (parent === undefined) {
  process.stderr.write('cuebid: the engine is started by the app; use `npm run headless` alone.\n');
  process.exit(2);
}

const read = readSettings(process.argv.slice(2), process.env);
if (!read.ok) {
  parent.postMessage({ kind: 'refused', line: read.line });
  process.exit(2);
}
const running = await compose(read.settings).catch((error: unknown) => {
  if (!(error instanceof Error && error.name === 'StartFault')) throw error;
  parent.postMessage({ kind: 'refused', line: error.message });
  return process.exit(2);
});
parent.on('message', ({ data, ports }) => {
  if (data.kind === 'end') void running.close().then(() => process.exit(0));
  else for (const port of ports) running.serve(port);
});
parent.postMessage({ kind: 'ready', ready: running.ready });
