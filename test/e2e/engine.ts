// Owns a real engine for tests: the built headless program in a process of its own, on free ports
// and with a data folder of its own. Refuses to leave anything behind: what the tests did not stop
// is killed with them, and their folders go too.
import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Ready } from '../../src/main/io/ops/ready';
import { tempDir } from '../fixtures/temp-dir';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OWN_NODE = join(ROOT, 'node_modules', '.bin', 'node');
const NODE = existsSync(OWN_NODE) ? OWN_NODE : process.execPath;
const READY_MOST_MS = 20_000;
const END_MOST_MS = 8_000;

/** An answer over HTTP; `json` is undefined where the body is none. */
export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly json: unknown;
  readonly headers: Headers;
}

/** A running engine. */
export interface TestEngine {
  /** The console's address, with the owner's token. */
  readonly url: string;
  readonly http: { readonly address: string; readonly port: number };
  readonly udpPort: number;
  readonly scte104Port: number;
  readonly token: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Asks as the owner. */
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answered>;
  /** What it has written to standard error so far. */
  readonly said: () => string;
  /** Ends it with SIGTERM; gives the exit code, null where it had to be killed after all. */
  readonly stop: () => Promise<number | null>;
  /** SIGKILL, as a pulled plug; resolves once it is gone. */
  readonly kill: () => Promise<void>;
}

type Child = ChildProcessByStdio<null, Readable, Readable>;

const children = new Set<Child>();
let isBuilt = false;

// Before the folders go, so that nobody writes into them any more.
process.prependOnceListener('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

function build(): void {
  if (isBuilt) return;
  const script = join(ROOT, 'scripts', 'build.mjs');
  execFileSync(NODE, [script], { stdio: ['ignore', 'ignore', 'inherit'] });
  isBuilt = true;
}

function launch(dataDir: string, flags: readonly string[], env: NodeJS.ProcessEnv): Child {
  const anyPort = ['http', 'udp', 'scte104'].flatMap((name) => [`--${name}`, '127.0.0.1:0']);
  const program = join(ROOT, 'out', 'main', 'headless.js');
  const args = [program, '--data-dir', dataDir, ...anyPort, '--ready-json', ...flags];
  const child = spawn(NODE, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** The first line on standard output, or an Error with what was said on standard error. */
async function firstLine(child: Child, said: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`no ready line within ${READY_MOST_MS} ms: ${said()}`));
    }, READY_MOST_MS);
    child.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      const end = text.indexOf('\n');
      if (end === -1) return;
      clearTimeout(late);
      resolve(text.slice(0, end));
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the engine ended with ${code}: ${said()}`));
    });
  });
}

async function ended(child: Child): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => {
    const late = setTimeout(() => child.kill('SIGKILL'), END_MOST_MS);
    child.once('exit', (code) => {
      clearTimeout(late);
      resolve(code);
    });
  });
}

function caller(base: string, token: string): TestEngine['call'] {
  return async (method, path, body) => {
    const headers = { authorization: `Bearer ${token}` };
    const json = { 'content-type': 'application/json' };
    const response = await fetch(base + path, {
      method,
      headers: body === undefined ? headers : { ...headers, ...json },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const { status, headers: answered } = response;
    return { status, text, json: parsed(text), headers: answered };
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * Starts the engine on free ports of the loopback; `flags` come last and so win. Rejects with what
 * it said if it does not come up.
 */
export async function startEngine({
  flags = [],
  dataDir = tempDir('engine'),
  env = {},
}: {
  flags?: readonly string[];
  dataDir?: string;
  env?: NodeJS.ProcessEnv;
} = {}): Promise<TestEngine> {
  build();
  const child = launch(dataDir, flags, env);
  let errors = '';
  child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('utf8')));
  const said = (): string => errors;
  const ready = JSON.parse(await firstLine(child, said)) as Ready;
  const signal = async (name: NodeJS.Signals): Promise<number | null> => {
    child.kill(name);
    return ended(child);
  };
  return {
    url: ready.console,
    http: ready.http,
    udpPort: ready.udp.port,
    scte104Port: ready.scte104.port,
    token: ready.token,
    dataDir,
    pid: child.pid ?? 0,
    call: caller(`http://${ready.http.address}:${ready.http.port}`, ready.token),
    said,
    stop: async () => signal('SIGTERM'),
    kill: async () => void (await signal('SIGKILL')),
  };
}
