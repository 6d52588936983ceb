// Owns out/: builds it when a source is not what the last build saw, and never otherwise. What is
// built appears in one step, so a program that starts meanwhile finds the old build or the new one.
import { createHash } from 'node:crypto';
import {
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beside } from './lib/child.mjs';
import { inRoot, isProgram, nodePath } from './lib/house.mjs';
import { alone } from './lib/lock.mjs';

const SOURCES = [
  'src',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = '.stamp';
const NEXT = 'out.next';
const LAST = 'out.last';

const say = (line) => process.stderr.write(`${line}\n`);

function* files(path) {
  const seen = statSync(path, { throwIfNoEntry: false });
  if (seen === undefined) return;
  if (!seen.isDirectory()) yield `${path} ${seen.size} ${seen.mtimeMs}`;
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

/** A digest of every source's path, size and time: changes whenever one is changed, new or gone. */
function fingerprint() {
  const digest = createHash('sha256');
  for (const source of SOURCES)
    for (const line of files(inRoot(source))) digest.update(`${line}\n`);
  return digest.digest('hex');
}

function isBuilt() {
  const stamp = inRoot('out', STAMP);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

async function electronVite(outDir) {
  const cli = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [cli, 'build', '--logLevel', 'warn', '--outDir', outDir];
  const { code, output } = await beside(nodePath(), args, { quiet: true });
  if (output.trim() !== '') say(output.trim());
  if (code !== 0) throw new Error(`The build ended with ${code}.`);
}

async function rebuild() {
  if (isBuilt()) return;
  say('Building.');
  const seen = fingerprint();
  rmSync(inRoot(LAST), { recursive: true, force: true });
  try {
    await electronVite(inRoot(NEXT));
    writeFileSync(inRoot(NEXT, STAMP), seen);
    if (existsSync(inRoot('out'))) renameSync(inRoot('out'), inRoot(LAST));
    renameSync(inRoot(NEXT), inRoot('out'));
  } finally {
    for (const leftover of [NEXT, LAST]) rmSync(inRoot(leftover), { recursive: true, force: true });
  }
}

/** Builds out/ if it is not the build of the present sources. Says so on standard error. */
export async function build() {
  if (isBuilt()) return;
  await alone(inRoot('.cache', 'build.lock'), rebuild, () =>
    say('Waiting for another process that builds.'),
  );
}

if (isProgram(import.meta.url)) {
  await build().catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
