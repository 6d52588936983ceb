// Owns the question whether Electron's runtime is there, and the one try to fetch it where it is
// not. A failed try is remembered, so that the next start does not wait for a network again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beside } from './child.mjs';
import { inRoot, nodePath } from './house.mjs';

const LIMIT_MS = 20_000;
const PACKAGE = inRoot('node_modules', 'electron');
const MEMORY = inRoot('node_modules', '.cache', 'cuebid', 'electron-failed.txt');

/** Where the runtime's program lies, or null when it is not installed. */
export function electronPath() {
  const written = join(PACKAGE, 'path.txt');
  if (!existsSync(written)) return null;
  const program = join(PACKAGE, 'dist', readFileSync(written, 'utf8'));
  return existsSync(program) ? program : null;
}

/** Why Electron would not show a window here, or null where it would. */
function noWindow() {
  if (process.platform !== 'linux') return null;
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (!DISPLAY && !WAYLAND_DISPLAY) return 'this machine has no screen (DISPLAY is not set)';
  return process.getuid?.() === 0 ? 'Electron does not run as root' : null;
}

function why(output, timedOut) {
  if (timedOut) return `no download within ${LIMIT_MS / 1000} s`;
  const lines = output.split('\n').map((line) => line.trim());
  const line = lines.find((one) => /error/iu.test(one)) ?? lines.find(Boolean);
  return line?.replace(/^\w*Error: /u, '') ?? 'no reason given';
}

async function fetchRuntime() {
  const script = join(PACKAGE, 'install.js');
  const { output, timedOut } = await beside(nodePath(), [script], {
    quiet: true,
    limitMs: LIMIT_MS,
  });
  if (electronPath() !== null) return null;
  const reason = why(output, timedOut);
  mkdirSync(dirname(MEMORY), { recursive: true });
  writeFileSync(MEMORY, reason);
  return reason;
}

/**
 * Finds the runtime, fetching it if that has not failed before (or if `insist`).
 * Gives {program} or {reason}: why the app cannot be shown.
 */
export async function findElectron(insist = false) {
  const blind = insist ? null : noWindow();
  if (blind !== null) return { reason: blind };
  if (electronPath() === null) {
    const before = !insist && existsSync(MEMORY) ? readFileSync(MEMORY, 'utf8') : null;
    if (before === null) process.stderr.write('Fetching the Electron runtime.\n');
    const reason = before ?? (await fetchRuntime());
    if (reason !== null) return { reason: `Electron could not be downloaded (${reason})` };
  }
  return { program: electronPath() };
}
