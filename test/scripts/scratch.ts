// Owns a small project of its own for the tests of the commands: their real scripts, made-up
// sources, and the packages of this one. Refuses to touch this project.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tempDir } from '../fixtures/temp-dir';

/** These tests may run under npm themselves; what they start must not think that it does. */
const OUTSIDE_NPM = { ...process.env };
delete OUTSIDE_NPM['npm_lifecycle_event'];

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** How a program ended, and all that it said. */
export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A project in a folder of its own. */
export interface Scratch {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  /** Runs a script with Node and waits for its end. */
  readonly run: (args: readonly string[], env?: NodeJS.ProcessEnv) => Promise<Ended>;
  readonly start: (args: readonly string[]) => ChildProcess;
  readonly remove: () => void;
}

/** Makes a project with the real scripts; `packages` false leaves it without node_modules. */
export function makeScratch(packages = true): Scratch {
  const folder = tempDir('scratch');
  for (const path of ['scripts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  if (packages) symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run: async (args, env = {}) =>
      new Promise((resolve) => {
        const options = { cwd: folder, env: { ...OUTSIDE_NPM, ...env } };
        execFile(process.execPath, [...args], options, (error, out, err) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
        });
      }),
    start: (args) =>
      spawn(process.execPath, [...args], { cwd: folder, stdio: 'pipe', env: OUTSIDE_NPM }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
