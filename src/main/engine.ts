// Owns the start as Electron's utility process: the same engine, told its settings by the host and
// handed one message port for each window. Refuses to know Electron; it sees a parent that posts.
// A fault nobody caught ends it: the host starts it anew, and the journal says what was done.
import { compose } from './compose';
import { readSettings } from './io/ops/settings';
import type { PortLike } from './io/serve/port';
import type { EngineWord, HostWord } from '../contract/status';

interface Parent {
  on(event: 'message', tell: (event: { data: HostWord; ports: PortLike[] }) => void): void;
  postMessage(word: EngineWord): void;
}

const given = (process as unknown as { parentPort?: Parent }).parentPort;
if (given === undefined) {
  process.stderr.write('cuebid: the engine is started by the app; use `npm run headless` alone.\n');
  process.exit(2);
}
const parent: Parent = given;

function refuse(line: string): never {
  parent.postMessage({ kind: 'refused', line });
  return process.exit(2);
}

function failing(error: unknown): void {
  const said = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`cuebid: the engine failed: ${said.stack ?? said.message}\n`);
  parent.postMessage({ kind: 'failing', why: `The engine failed: ${said.message}` });
  // One more turn, so that the last word leaves.
  setImmediate(() => process.exit(1));
}

process.on('unhandledRejection', failing);
process.on('uncaughtException', failing);

const read = readSettings(process.argv.slice(2), process.env);
if (!read.ok) refuse(read.line);
let awake = false;
const host = { kind: 'desktop', awake: () => awake } as const;
const starting = compose(read.settings, host).catch((error: unknown) => {
  if (error instanceof Error && error.name === 'StartFault') return refuse(error.message);
  throw error;
});

parent.on('message', ({ data, ports }) => {
  void starting.then(async (running) => {
    if (data.kind === 'window') for (const port of ports) running.serve(port);
    if (data.kind === 'beat') {
      awake = data.awake === true;
      parent.postMessage({ kind: 'beat', beat: data.beat, mode: running.mode() });
    }
    if (data.kind !== 'end') return;
    await running.close();
    process.exit(0);
  });
});
const { version, http, udp } = (await starting).ready;
parent.postMessage({ kind: 'ready', version, http, udp });
