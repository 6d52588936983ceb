// Owns the proof that a kill loses nothing that was acknowledged: a program writes until it is
// killed, at moments nobody chose, again and again on the same directory.
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { verifyDir } from '../../../../src/main/tools/verify/verify-dir';
import { inlineStore, markerDraft, tempDir, threadStore } from './makings';

const program = (name: string): string =>
  fileURLToPath(new URL(`./programs/${name}.ts`, import.meta.url));
const WRITER = program('writer');
const CARELESS = program('careless');

interface Writer {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  /** What it said so far, and that it was heard until its end. */
  readonly said: () => string[];
  readonly ended: Promise<string>;
}

function startWriter(...args: string[]): Writer {
  const child = spawn(process.execPath, [WRITER, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
  const ended = new Promise<string>((resolve) => child.once('close', () => resolve(errors)));
  return { child, said: () => out.split('\n').slice(0, -1), ended };
}

/** Waits until the program has said so many lines; fails where it ends before. */
async function until(writer: Writer, lines: number): Promise<void> {
  while (writer.said().length < lines) {
    const more = new Promise((resolve) => writer.child.stdout.once('data', resolve));
    const errors = await Promise.race([more, writer.ended]);
    if (typeof errors === 'string') throw new Error(`the writer ended: ${errors}`);
  }
}

async function killedAfter(writer: Writer, lines: number): Promise<number> {
  await until(writer, lines);
  writer.child.kill('SIGKILL');
  await writer.ended;
  return Number(writer.said().at(-1));
}

describe('a store that is killed', () => {
  it('has every row that was acknowledged, and an unbroken chain', async () => {
    const dataDir = tempDir();
    for (const lines of [2, 37, 160, 411, 900]) {
      const acknowledged = await killedAfter(startWriter(dataDir, '3'), lines);
      expect(acknowledged).toBeGreaterThan(0);
      const { difference, journal, notes, live } = verifyDir(dataDir);
      expect({ difference, notes, live }).toEqual({ difference: null, notes: [], live: false });
      expect(journal?.head.seq).toBeGreaterThanOrEqual(acknowledged);
    }
    const store = await threadStore(dataDir);
    expect((await store.health()).detail).toBe('');
    const { head, counters } = await store.load();
    const receipt = await store.append([markerDraft(counters.marker + 1)]);
    expect(receipt.firstSeq).toBe(head.seq + 1);
    await store.close();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
  }, 60_000);

  it('leaves no lock behind', async () => {
    const dataDir = tempDir();
    await killedAfter(startWriter(dataDir, '1'), 5);
    const store = inlineStore(dataDir);
    expect((await store.append([markerDraft(100_000)])).firstSeq).toBeGreaterThan(4);
  });

  it('refuses a second engine while it lives, and none once it is dead', async () => {
    const dataDir = tempDir();
    const writer = startWriter(dataDir, '1', '5');
    await until(writer, 7);
    expect(writer.said().at(-1)).toBe('done');
    await expect(threadStore(dataDir)).rejects.toMatchObject({ code: 'locked' });
    expect(() => inlineStore(dataDir)).toThrow(
      'Another Cuebid already works on this data directory',
    );
    writer.child.kill('SIGKILL');
    await writer.ended;
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [], live: false });
    expect((await inlineStore(dataDir).health()).journalRows).toBe(5);
  });

  it('closes the database when its process ends by itself', async () => {
    const dataDir = tempDir();
    const child = spawn(process.execPath, [CARELESS, dataDir], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (text: Buffer) => (errors += text.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(errors).toContain('nobody catches this');
    expect(code).toBe(1);
    const { difference, notes, journal } = verifyDir(dataDir);
    expect({ difference, notes, rows: journal?.head.seq }).toEqual({
      difference: null,
      notes: [],
      rows: 1,
    });
  });

  it('does not wait long for a thread that is stuck when its process ends', async () => {
    const stdio = ['ignore', 'pipe', 'inherit'] as const;
    const child = spawn(process.execPath, [program('hasty'), tempDir()], { stdio: [...stdio] });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const fromMs = performance.now();
    await new Promise((resolve) => child.once('close', resolve));
    expect(performance.now() - fromMs).toBeLessThan(2_500);
  });
});
