// Owns the start under plain Node: settings in, engine up, one line on standard output, a clean end
// on SIGTERM and SIGINT. Exit codes: 0 ended, 1 broke down, 2 could not start (the line says why).
import { compose, type Running } from './compose';
import { asksHelp } from './core/lib/flags';
import { readSettings, START_HELP } from './io/ops/settings';

/** A clean end takes this long at most; then the process goes all the same. */
const END_MS = 3_500;

const DEMO_LINE = 'DEMO: game and advertisers are made up, and nothing is charged.\n';

function refuse(line: string): never {
  process.stderr.write(`cuebid: ${line}\n`);
  process.exit(2);
}

/** Ends what was started; also where the signal came before everything listened. */
function endOn(starting: Promise<Running>): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), END_MS).unref();
    starting
      .then((running) => running.close())
      .then(
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
  const typed = process.argv.slice(2);
  if (asksHelp(typed)) return void process.stdout.write(START_HELP);
  const read = readSettings(typed, process.env);
  if (!read.ok) refuse(read.line);
  const starting = compose(read.settings);
  endOn(starting);
  const running = await starting.catch((error: unknown) => {
    if (error instanceof Error && error.name === 'StartFault') refuse(error.message);
    throw error;
  });
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
