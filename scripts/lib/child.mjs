// Owns how other programs are started: beside this one, or in its place. Standard output of what
// runs beside goes to standard error, since ours belongs to the program the user asked for.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { root } from './house.mjs';

const LOOK_MS = 250;

/** Exit code as a shell would give it: 128 and the signal's number after a signal. */
const exitCode = (code, signal) => code ?? 128 + (constants.signals[signal] ?? 1);

/**
 * Runs a program beside this one and resolves with {code, output, timedOut}. Its output goes to
 * standard error, or is collected when `quiet`. It is stopped after `limitMs`, if given.
 */
export function beside(file, args, { quiet = false, limitMs = 0, env = {}, cwd = root } = {}) {
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2];
  const child = spawn(file, args, { cwd, stdio, env: { ...process.env, ...env } });
  const said = [];
  child.stdout?.on('data', (bytes) => said.push(bytes));
  child.stderr?.on('data', (bytes) => said.push(bytes));
  return new Promise((resolve) => {
    let timedOut = false;
    const stop = () => {
      timedOut = true;
      child.kill('SIGKILL');
    };
    const timer = limitMs > 0 ? setTimeout(stop, limitMs) : undefined;
    const end = (code, more = '') => {
      clearTimeout(timer);
      resolve({ code, output: Buffer.concat(said).toString('utf8') + more, timedOut });
    };
    child.once('error', (error) => end(127, `${file}: ${error.message}\n`));
    child.once('close', (code, signal) => end(exitCode(code, signal)));
  });
}

/** Runs npm beside this program, as it stands on this platform. */
export function npm(args, options = {}) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) return beside(process.execPath, [cli, ...args], options);
  return beside(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/**
 * Calls `gone` once this program's parent is gone. Under npm that parent is a shell, and one that
 * dies of a signal does not hand it on: its program would go on without anybody to stop it.
 */
function watchParent(gone) {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    gone();
  }, LOOK_MS);
  look.unref();
}

/**
 * Runs a program in place of this one: same standard streams, same signals, its exit code. Where
 * the system can replace a process it does, so that nothing stands between a signal and the
 * program; under npm it stays beside it, to end it when npm is ended.
 */
export function become(file, args, env = {}) {
  const all = { ...process.env, ...env };
  const underNpm = all['npm_lifecycle_event'] !== undefined;
  const replaces = process.platform !== 'win32' && typeof process.execve === 'function';
  if (replaces && !underNpm) process.execve(file, [file, ...args], all);
  const child = spawn(file, args, { stdio: 'inherit', env: all });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  if (underNpm) watchParent(() => child.kill('SIGTERM'));
  child.once('error', (error) => {
    process.stderr.write(`${file}: ${error.message}\n`);
    process.exit(127);
  });
  child.once('close', (code, signal) => process.exit(exitCode(code, signal)));
}
