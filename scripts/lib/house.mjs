// Owns where things lie and which Node runs them. Runs under the system's Node before anything is
// installed, so it knows only Node itself.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder, without a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/u, '');

/** A path inside the project. */
export const inRoot = (...parts) => join(root, ...parts);

/** Whether the module at `url` is the program that was started, and not a part of another. */
export const isProgram = (url) => fileURLToPath(url) === realpathSync(process.argv[1] ?? '');

/** Whether `version` (as in process.versions.node) is at least `major.minor`. */
export function atLeast(version, major, minor = 0) {
  const [ours = 0, oursMinor = 0] = version.split('.').map(Number);
  return ours > major || (ours === major && oursMinor >= minor);
}

/**
 * The Node that runs the product: this one when it is 24 or newer, else the one installed with the
 * project, else this one while it is still new enough. Throws an Error with one sentence otherwise.
 */
export function nodePath() {
  if (atLeast(process.versions.node, 24)) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const exe = process.platform === 'win32' ? 'node.exe' : 'node';
  const own = inRoot('node_modules', `node-${system}-${process.arch}`, 'bin', exe);
  if (existsSync(own)) return own;
  if (atLeast(process.versions.node, 22, 12)) return process.execPath;
  throw new Error(
    `Node ${process.versions.node} is too old and none is installed with the project for ` +
      `${process.platform}-${process.arch}: install Node 24.`,
  );
}
