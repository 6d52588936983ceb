// Owns `npm run dist`: builds, then makes installers for this system. Flags are electron-builder's;
// nothing is published.
import { build } from './build.mjs';
import { become } from './lib/child.mjs';
import { inRoot, nodePath } from './lib/house.mjs';

try {
  await build();
  const cli = inRoot('node_modules', 'electron-builder', 'cli.js');
  become(nodePath(), [cli, '--publish', 'never', ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
