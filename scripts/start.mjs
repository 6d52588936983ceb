// Owns `npm start`: the app where Electron can run, else, after one line that says why not, the
// same engine without it. `--electron` tries to fetch Electron again; other flags are passed on.
import { build } from './build.mjs';
import { become } from './lib/child.mjs';
import { findElectron } from './lib/electron.mjs';
import { inRoot, nodePath, root } from './lib/house.mjs';

const say = (line) => process.stderr.write(`${line}\n`);
const flags = process.argv.slice(2).filter((flag) => flag !== '--electron');
const insist = flags.length < process.argv.length - 2;

const asksHelp = flags.includes('--help') || flags.includes('-h');

try {
  await build();
  const engine = [inRoot('out', 'main', 'headless.js'), ...flags];
  const { program, reason } = asksHelp ? {} : await findElectron(insist);
  if (program) become(program, [root, ...flags]);
  else {
    if (reason) say(`No window: ${reason}. Starting the engine for a browser instead.`);
    become(nodePath(), engine);
  }
} catch (error) {
  say(error.message);
  process.exitCode = 2;
}
