// Owns the engine's process: forks it, hears when it is ready, ends it cleanly before it is killed.
// Refuses to restart it; supervision with back-off is not built yet and an end is told plainly.
import { join } from 'node:path';
import { utilityProcess, type MessagePortMain } from 'electron';

/** A clean end takes this long at most. */
const END_MS = 5_000;

type FromEngine =
  | { readonly kind: 'ready'; readonly ready: { readonly console: string } }
  | { readonly kind: 'refused'; readonly line: string };

/** What the host is told about its engine. */
export interface EngineEvents {
  readonly ready: (consoleUrl: string) => void;
  /** It could not start, or ended unasked; the line says why. */
  readonly ended: (line: string) => void;
}

/** A forked engine. */
export interface ForkedEngine {
  /** Gives it one more port to serve. */
  readonly serve: (port: MessagePortMain) => void;
  readonly end: () => Promise<void>;
}

/** Forks the engine on a data directory; HTTP on any free loopback port. */
export function forkEngine(dataDir: string, events: EngineEvents): ForkedEngine {
  const program = join(import.meta.dirname, 'engine.js');
  const flags = ['--data-dir', dataDir, '--http', '127.0.0.1:0'];
  const child = utilityProcess.fork(program, flags, { serviceName: 'Cuebid engine' });
  let ending = false;
  let said = '';
  child.on('message', (message: FromEngine) => {
    if (message.kind === 'ready') events.ready(message.ready.console);
    else said = message.line;
  });
  child.on('exit', (code) => {
    if (!ending) events.ended(said === '' ? `the engine ended with code ${code}` : said);
  });
  return {
    serve: (port) => child.postMessage({ kind: 'window' }, [port]),
    end: () =>
      new Promise((resolve) => {
        ending = true;
        const late = setTimeout(() => child.kill(), END_MS);
        child.once('exit', () => {
          clearTimeout(late);
          resolve();
        });
        child.postMessage({ kind: 'end' });
      }),
  };
}
