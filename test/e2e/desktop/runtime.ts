// Owns the question whether the real desktop app can be run here, and its start with folders and
// ports of its own. Refuses to download anything: where the runtime is missing the suite is skipped
// by name, unless REQUIRE_ELECTRON=1 says that it must run.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PACKAGE = join(ROOT, 'node_modules', 'electron');

function runtime(): string | null {
  const written = join(PACKAGE, 'path.txt');
  if (!existsSync(written)) return null;
  const program = join(PACKAGE, 'dist', readFileSync(written, 'utf8').trim());
  return existsSync(program) ? program : null;
}

function noScreen(): string | null {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'Electron does not run as root';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return DISPLAY || WAYLAND_DISPLAY ? null : 'this machine has no screen';
}

const required = process.env['REQUIRE_ELECTRON'] === '1';

/** Why the app cannot be run here; null where it can, or where it must be able to. */
export const whyNot: string | null = required
  ? null
  : runtime() === null
    ? "Electron's runtime is not installed"
    : noScreen();

/** The program of a packed copy, named by CUEBID_PACKAGED; null where none is named. */
export const packaged: string | null = process.env['CUEBID_PACKAGED'] ?? null;

/** Flags that give a start folders and ports of its own. */
export function ownFlags(http = '127.0.0.1:0'): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cuebid-app-'));
  const places = [`--user-data-dir=${join(folder, 'user')}`, `--data-dir=${join(folder, 'data')}`];
  return [...places, `--http=${http}`, '--udp=127.0.0.1:0', '--scte104=127.0.0.1:0'];
}

/** Starts the built app. Throws where the runtime is missing. */
export function startApp(flags: readonly string[]): Promise<ElectronApplication> {
  const program = runtime();
  if (program === null) throw new Error('REQUIRE_ELECTRON=1, but there is no runtime of Electron');
  return _electron.launch({ executablePath: program, args: [ROOT, ...flags], cwd: ROOT });
}

/** Starts a second copy beside a running one; gives its exit code. */
export function secondCopy(flags: readonly string[]): Promise<number | null> {
  const child = spawn(runtime() ?? '', [ROOT, ...flags], { stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** Starts a packed copy. */
export function startPackaged(program: string, flags: readonly string[]): ChildProcess {
  return spawn(program, [...flags], { stdio: 'inherit' });
}
