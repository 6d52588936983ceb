// Owns `npm run dev`: the app with hot reload, or one line that says why it cannot be shown here
// and what to use instead.
import { become } from './lib/child.mjs';
import { findElectron } from './lib/electron.mjs';
import { inRoot, nodePath } from './lib/house.mjs';

const { program, reason } = await findElectron();
if (program) {
  const cli = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  become(nodePath(), [cli, 'dev', '--watch', ...process.argv.slice(2)]);
} else {
  process.stderr.write(`Hot reload needs a window: ${reason}. Use npm run headless here.\n`);
  process.exitCode = 1;
}
