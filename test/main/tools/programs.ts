// Owns running the built command-line programs as a user does: a process of its own, what it says
// on both streams, and how it ends. Refuses to leave one behind.
import { execFile, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestEngine } from '../../e2e/engine';

/** A program that has ended. */
export interface Ended {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: string;
}

/** A program that runs until it is interrupted. */
export interface Running {
  /** Its first line. */
  readonly first: string;
  /** Interrupts it as Ctrl+C does; what it said in all. */
  readonly interrupt: () => Promise<Ended>;
}

const pathOf = (name: string): string =>
  fileURLToPath(new URL(`../../../out/main/${name}.js`, import.meta.url));

/** Flags that lead to an engine's datagram port and let the program ask the engine. */
export function toUdp(engine: TestEngine): readonly string[] {
  return ['--port', String(engine.udpPort), ...asking(engine, 'http')];
}

/** Flags that let a program ask the engine what became of what was sent. */
export function asking({ http, dataDir }: TestEngine, flag: 'http' | 'engine'): readonly string[] {
  return [`--${flag}`, `http://${http.address}:${http.port}`, '--data-dir', dataDir];
}

const lines = (text: string): readonly string[] => text.trimEnd().split('\n');

/** Runs a program to its end. */
export async function runProgram(
  name: string,
  where: readonly string[],
  flags: readonly string[],
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, [pathOf(name), ...where, ...flags], (error, stdout, stderr) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      resolve({ code, out: lines(stdout), err: stderr });
    });
  });
}

/** Starts a program and waits for its first line. Rejects where it ends before. */
export async function startProgram(name: string, flags: readonly string[]): Promise<Running> {
  const child = spawn(process.execPath, [pathOf(name), ...flags]);
  const gone = (): boolean => child.kill('SIGKILL');
  process.once('exit', gone);
  let out = '';
  let err = '';
  child.stderr.on('data', (bytes: Buffer) => (err += bytes.toString()));
  const ended = new Promise<number>((resolve) => {
    child.once('close', (code) => {
      process.removeListener('exit', gone);
      resolve(code ?? -1);
    });
  });
  const first = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
      if (out.includes('\n')) resolve(lines(out)[0] ?? '');
    });
    void ended.then(() => reject(new Error(`${name} ended at once: ${err}`)));
  });
  return {
    first,
    interrupt: async () => {
      child.kill('SIGINT');
      return { code: await ended, out: lines(out), err };
    },
  };
}
