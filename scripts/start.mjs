// Owns `npm start`: the app where Electron can run, else, after one line that says why not, the
// same engine without it. `--electron` tries to fetch Electron again; other flags are passed on.
import { build } from './build.mjs';
import { become } from './lib/child.mjs';
import { findElectron } from './lib/electron.mjs';
import { inRoot, nodePath, root } from './lib/house.mjs';

const flags = process.argv.slice(2).filter((flag) => flag !== '--electron');
const insist = flags.length < process.argv.length - 2;

try {
  await build();
  const { program, reason } = await findElectron(insist);
  if (program) become(program, [root, ...flags]);
  else {
    process.stderr.write(`No window: ${reason}. Starting the engine for a browser instead.\n`);
    become(nodePath(), [inRoot('out', 'main', 'headless.js'), ...flags]);
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
