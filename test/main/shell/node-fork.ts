// Owns real children for the supervisor's tests, programs forked under Node, seen through the
// same small face as Electron's utility process. Refuses to leave one running behind a test.
import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Forked } from '../../../src/main/shell/engine/forked';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const PARENT_PORT = new URL('./programs/parent-port.mjs', import.meta.url).href;

/** The program that behaves as it is told. */
export const ENGINE_LIKE = here('./programs/engine-like.mjs');
/** The engine as it is built for Electron. */
export const REAL_ENGINE = here('../../../out/main/engine.js');

/** A child with its process, for tests that look behind the face. */
export interface NodeForked extends Forked<never> {
  readonly process: ChildProcess;
  /** What it wrote to standard error so far. */
  readonly said: () => string;
}

const running = new Set<ChildProcess>();

/** Forks a program; the real engine is given a parent port made of Node's own channel. */
export function forkNode(program: string, args: readonly string[]): NodeForked {
  const execArgv = program === REAL_ENGINE ? ['--import', PARENT_PORT] : [];
  const child = fork(program, [...args], { execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let errors = '';
  child.stderr?.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')));
  return {
    process: child,
    said: () => errors,
    post: (word) => {
      // A child that has just ended has no channel; its exit is told on its own.
      if (child.connected) child.send(word, () => undefined);
    },
    onWord: (tell) => child.on('message', tell),
    onExit: (tell) => child.once('exit', tell),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Kills what still runs; resolves once all of it is gone. */
export async function endAll(): Promise<void> {
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      return gone;
    }),
  );
}
