// Owns which of the app's own flags are the engine's. Chromium's switches and a debugger's come on
// the same command line; the engine refuses what it does not know, so only its own are passed on.
import { parseArgs } from 'node:util';
import { START_FLAGS } from '../../../contract/host/config';

/** The app knows by itself where its engine listens. */
const { 'ready-json': _, ...OWN } = START_FLAGS;

/** The engine's flags among `argv`, in the form --name=value, each as given last. */
export function engineFlags(argv: readonly string[]): string[] {
  const options = Object.fromEntries(
    Object.entries(OWN).map(([name, { takes }]) => {
      return [name, { type: takes === null ? 'boolean' : 'string' } as const];
    }),
  );
  const given = { args: [...argv], options, strict: false, allowPositionals: true } as const;
  const { values } = parseArgs(given);
  return Object.keys(options).flatMap((name) => {
    const value = values[name];
    if (value === undefined) return [];
    return [typeof value === 'string' ? `--${name}=${value}` : `--${name}`];
  });
}
