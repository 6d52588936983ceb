// Owns the browser of the console's tests: finds one, else installs one, else says what to run.
// Never lets the browser tests pass for want of a browser.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beside } from './lib/child.mjs';
import { inRoot, isProgram, nodePath } from './lib/house.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const DOWNLOAD_MOST_MS = 120_000;
const APT_MOST_MS = 300_000;

const say = (line) => process.stderr.write(`${line}\n`);

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function playwrightsOwn() {
  const entry = inRoot('node_modules', 'playwright', 'index.mjs');
  const { chromium } = await import(pathToFileURL(entry).href);
  return chromium.executablePath();
}

/** Path of a Chromium that is installed: the named one, Playwright's own, the system's, or null. */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const inPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [await playwrightsOwn(), ...inPath].find(runs) ?? null;
}

async function download() {
  say('Installing a Chromium for the browser tests (Playwright).');
  const cli = inRoot('node_modules', 'playwright', 'cli.js');
  const args = [cli, 'install', 'chromium'];
  await beside(nodePath(), args, { quiet: true, limitMs: DOWNLOAD_MOST_MS });
}

async function aptInstall() {
  if (process.getuid?.() !== 0 || !runs('/usr/bin/apt-get')) return;
  say("Installing Debian's chromium for the browser tests.");
  const options = { quiet: true, limitMs: APT_MOST_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await beside('apt-get', ['update', '-q'], options);
  await beside('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
}

/** A Chromium's path, installing one if need be. Throws an Error that says what to run. */
export async function needChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named && !runs(named)) {
    throw new Error(`CHROMIUM_PATH names ${named}, which is no program: correct or unset it.`);
  }
  for (const install of [() => {}, download, aptInstall]) {
    await install();
    const found = await findChromium();
    if (found !== null) return found;
  }
  throw new Error(
    'No Chromium for the browser tests. Run: npx playwright install --with-deps chromium',
  );
}

if (isProgram(import.meta.url)) {
  await needChromium().then(
    (path) => process.stdout.write(`${path}\n`),
    (error) => {
      say(error.message);
      process.exitCode = 1;
    },
  );
}
