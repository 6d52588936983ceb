// Owns the start under plain Node: settings in, engine up, one line on standard output, a clean end
// on SIGTERM and SIGINT. Exit codes: 0 ended, 1 broke down, 2 could not start (the line says why).
import { compose, type Running } from './compose';
import { readSettings } from './io/ops/settings';

/** A clean end takes this long at most; then the process goes all the same. */
const END_MS = 4_500;

const DEMO_LINE = 'DEMO: game and advertisers are made up, and nothing is charged.\n';

function refuse(line: string): never {
  process.stderr.write(`cuebid: ${line}\n`);
  process.exit(2);
}

function endOn(running: Running): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_MS).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`cuebid: the end was not clean: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

async function start(): Promise<void> {
  const read = readSettings(process.argv.slice(2), process.env);
  if (!read.ok) refuse(read.line);
  const running = await compose(read.settings).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'StartFault') refuse(error.message);
    throw error;
  });
  endOn(running);
  const { ready } = running;
  const { address, port } = ready.udp;
  const { demo, readyJson } = read.settings;
  process.stdout.write(
    readyJson
      ? `${JSON.stringify(ready)}\n`
      : `Cuebid ${ready.version} listens for cues on UDP ${address}:${port}\n` +
          `Console: ${ready.console}\n${demo ? DEMO_LINE : ''}`,
  );
}

await start();
