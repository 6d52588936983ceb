// Owns the two things that are measured: the built engine as a user starts it, and the bare loop.
// Both are processes of their own and answer the same three questions.
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { LiveStats } from '../../src/contract/status';

const HERE = import.meta.dirname;

/** What is measured. `rows` are the rows that are durable. */
export interface Subject {
  readonly name: string;
  readonly dir: string;
  readonly port: number;
  readonly counts: () => Promise<{ packets: number; pending: number }>;
  readonly stop: () => Promise<void>;
}

/** The engine, which can also be asked for its own figures. */
export interface EngineSubject extends Subject {
  readonly stats: () => Promise<LiveStats>;
}

function scratch(): string {
  return mkdtempSync(join(tmpdir(), 'cuebid-bench-'));
}

function ended(child: ChildProcess, dir: string, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      rmSync(dir, { recursive: true, force: true });
      resolve();
    });
    child.kill(signal);
  });
}

/** Starts the built engine with no rate limit. */
export async function startEngine(
  mode: 'setup' | 'rehearsal',
  more: Record<string, unknown> = {},
): Promise<EngineSubject> {
  const dir = scratch();
  const config = { listener: { ratePerSecond: 0 }, ...more };
  writeFileSync(join(dir, 'config.json'), JSON.stringify(config));
  const program = join(HERE, '../../out/main/headless.js');
  const ports = ['http', 'udp', 'scte104'].flatMap((name) => [`--${name}`, '127.0.0.1:0']);
  const where = ['--data-dir', dir, ...ports];
  const flags = [...where, '--mode', mode, '--ready-json'];
  const child = spawn(process.execPath, [program, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const first = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`the engine ended with ${code}`)));
  });
  const ready = JSON.parse(first) as {
    http: { port: number };
    udp: { port: number };
    token: string;
  };
  const stats = async (): Promise<LiveStats> => {
    const answer = await fetch(`http://127.0.0.1:${ready.http.port}/api/live-stats`, {
      headers: { authorization: `Bearer ${ready.token}` },
    });
    return (await answer.json()) as LiveStats;
  };
  const counts = async (): Promise<{ packets: number; pending: number }> => {
    const { listeners, queues } = await stats();
    return { packets: listeners[0]?.packets ?? 0, pending: queues.store };
  };
  const stop = (): Promise<void> => ended(child, dir, 'SIGTERM');
  return { name: 'cuebid', dir, port: ready.udp.port, counts, stats, stop };
}

/** Starts the bare loop, with the rows that the engine writes in this mode. */
export async function startBare(mode: 'setup' | 'rehearsal'): Promise<Subject> {
  const dir = scratch();
  const child = fork(join(HERE, 'bare-loop.ts'), [dir, mode], { stdio: 'inherit' });
  const answer = <T>(): Promise<T> =>
    new Promise((resolve) => child.once('message', (message) => resolve(message as T)));
  const { port } = await answer<{ port: number }>();
  const counts = async (): Promise<{ packets: number; pending: number }> => {
    const waiting = answer<{ packets: number }>();
    child.send('counts');
    return { packets: (await waiting).packets, pending: 0 };
  };
  return { name: 'bare loop', dir, port, counts, stop: () => ended(child, dir, 'SIGKILL') };
}
