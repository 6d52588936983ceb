// Owns the way from a command to its program: installs and builds what is missing, then gives its
// place to out/main/NAME.js under the right Node. Standard output is the program's alone.
import { existsSync } from 'node:fs';
import { build } from './build.mjs';
import { become } from './lib/child.mjs';
import { inRoot, nodePath } from './lib/house.mjs';
import { setUp } from './set-up.mjs';

const [name = '', ...flags] = process.argv.slice(2);

try {
  await setUp();
  await build();
  const program = inRoot('out', 'main', `${name}.js`);
  if (!existsSync(program)) throw new Error(`There is no program named "${name}".`);
  become(nodePath(), [program, ...flags]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
