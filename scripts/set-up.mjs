// Owns the installed packages: brings node_modules in line with the lock file where it is not,
// and does nothing, quickly, where it is. Runs before every start and every test.
import { existsSync, readFileSync } from 'node:fs';
import { npm } from './lib/child.mjs';
import { inRoot, isProgram } from './lib/house.mjs';
import { alone } from './lib/lock.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

/**
 * Whether what npm wrote down as installed is what the lock file asks for. Packages for other
 * platforms are optional and may be absent. `wanted` and `installed` are lock files' contents.
 */
export function agrees(wanted, installed) {
  return Object.entries(wanted.packages).every(([path, locked]) => {
    if (path === '') return true;
    const found = installed.packages[path];
    if (found === undefined) return Boolean(locked.optional || locked.devOptional);
    return found.version === locked.version && found.integrity === locked.integrity;
  });
}

function isSetUp() {
  const written = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(written)) return false;
  const read = (path) => JSON.parse(readFileSync(path, 'utf8'));
  return agrees(read(inRoot('package-lock.json')), read(written));
}

async function install() {
  if (isSetUp()) return;
  say('Installing packages (npm ci); this takes about half a minute.');
  const { code, output } = await npm(['ci', '--no-audit', '--no-fund'], { quiet: true });
  if (code === 0) return;
  throw new Error(`npm ci ended with ${code}:\n${output.trim()}`);
}

/** Installs the packages if they are missing or not those of the lock file. */
export async function setUp() {
  if (isSetUp()) return;
  await alone(inRoot('.cache', 'set-up.lock'), install, () =>
    say('Waiting for another process that installs the packages.'),
  );
}

if (isProgram(import.meta.url)) {
  await setUp().catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
