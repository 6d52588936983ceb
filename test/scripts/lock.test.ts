// Owns the proof that of two processes one waits for the other, and that a lock whose owner is dead
// or silent holds nobody up.
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeScratch, type Scratch } from './scratch';

let scratch: Scratch;
let lock: string;

beforeEach(() => {
  scratch = makeScratch(false);
  lock = join(scratch.folder, 'work.lock');
  writeFileSync(join(scratch.folder, 'log'), '');
});

afterEach(() => scratch.remove());

/** A program that writes a line when it gets the lock and one when it is about to let go. */
const program = `
  import { appendFileSync } from 'node:fs';
  import { alone } from './scripts/lib/lock.mjs';
  const note = (what) => appendFileSync('log', what + ' ' + process.pid + '\\n');
  const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
  const work = async () => { note('in'); await pause(); note('out'); return 7; };
  console.log(await alone('work.lock', work, () => console.log('waiting')));
`;
const args = ['--input-type=module', '-e', program];
const log = (): string[] => readFileSync(join(scratch.folder, 'log'), 'utf8').trim().split('\n');

it('lets one work at a time, however many come', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, async () => scratch.run(args)));
  expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
  expect(all.filter(({ out }) => out === '7\n').length).toBe(1);
  expect(all.filter(({ out }) => out === 'waiting\n7\n').length).toBe(4);
  const lines = log();
  expect(lines.length).toBe(10);
  for (let at = 0; at < 10; at += 2) {
    expect(lines[at + 1]).toBe(lines[at]?.replace('in', 'out'));
  }
  expect(existsSync(lock)).toBe(false);
});

it('does not wait for a dead process', async () => {
  const { out } = await scratch.run(['-p', 'process.pid']);
  writeFileSync(lock, `${out.trim()}\n${hostname()}\n`);
  expect(await scratch.run(args)).toEqual({ code: 0, out: '7\n', err: '' });
});

it('does not wait for an owner that has been silent for long, alive or elsewhere', async () => {
  for (const owner of [`${process.pid}\n${hostname()}\n`, '1\nanother-machine\n', '']) {
    writeFileSync(lock, owner);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(lock, longAgo, longAgo);
    expect(await scratch.run(args)).toEqual({ code: 0, out: '7\n', err: '' });
  }
});

it('waits for an owner that lives', async () => {
  writeFileSync(lock, `${process.pid}\n${hostname()}\n`);
  const child = scratch.start(args);
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString('utf8')));
  });
  expect(said).toBe('waiting\n');
  child.kill('SIGKILL');
  expect(log()).toEqual(['']);
});

it('lets go when the work fails', async () => {
  const failing = program.replace("note('in')", "throw new Error('no')");
  const { code, err } = await scratch.run(['--input-type=module', '-e', failing]);
  expect(code).toBe(1);
  expect(err).toContain('Error: no');
  expect(existsSync(lock)).toBe(false);
});
