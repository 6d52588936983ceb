// Owns the way to the benches: installs and builds what is missing, then gives its place to the
// bench program, which Node runs from its source. It is for developers and never shipped.
import { build } from './build.mjs';
import { become } from './lib/child.mjs';
import { inRoot, nodePath } from './lib/house.mjs';
import { setUp } from './set-up.mjs';

try {
  await setUp();
  await build();
  become(nodePath(), [inRoot('test', 'bench', 'bench.ts'), ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
