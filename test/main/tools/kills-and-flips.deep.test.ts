// Owns the long proof of store and verifier: a program writes until it is killed, the directory
// must be whole, one turned bit in it must be found, and the next program goes on with it. For as
// long as CUEBID_DEEP_MINUTES says; a seed is printed with every failure.
import { spawn } from 'node:child_process';
import { cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { verifyDir } from '../../../src/main/tools/verify/verify-dir';
import { tempDir } from '../io/store/makings';
import { dice, whileFlipped } from './flipped';

const WRITER = fileURLToPath(new URL('../io/store/programs/writer.ts', import.meta.url));
const MINUTES = Number(process.env['CUEBID_DEEP_MINUTES'] ?? 1);
/** A directory is left for a fresh one before reading it all takes too long. */
const ROUNDS_A_DIRECTORY = 40;
const FLIPS_A_ROUND = 12;

/** Lets a program write for a while and kills it; gives the newest row it was told is durable. */
async function writtenAndKilled(dataDir: string, forMs: number, mostRows: number): Promise<number> {
  const args = [WRITER, dataDir, String(mostRows)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.once('close', resolve));
  let said = '';
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      resolve();
    });
  });
  await new Promise((resolve) => setTimeout(resolve, forMs));
  child.kill('SIGKILL');
  await ended;
  const last = said.split('\n').at(-2) ?? '';
  return Number(last.replace('loaded ', ''));
}

/** Flips in the database of a killed directory; the end of its WAL was never acknowledged. */
function missedFlips(dataDir: string, random: () => number): string[] {
  const copy = tempDir();
  cpSync(dataDir, copy, { recursive: true });
  const path = join(copy, 'cuebid.sqlite');
  const { size } = statSync(path);
  const missed = Array.from({ length: FLIPS_A_ROUND }, () => ({
    byte: Math.floor(random() * size),
    bit: Math.floor(random() * 8),
  }))
    .filter((at) => whileFlipped(path, at, () => verifyDir(copy).difference) === null)
    .map(({ byte, bit }) => `byte ${byte} bit ${bit}`);
  rmSync(copy, { recursive: true, force: true });
  return missed;
}

it('no kill loses a row, no flip stays hidden', async () => {
  const untilMs = performance.now() + MINUTES * 60_000;
  let rounds = 0;
  let dataDir = tempDir();
  while (performance.now() < untilMs || rounds === 0) {
    const seed = Date.now() % 2 ** 31;
    const random = dice(seed);
    if (rounds % ROUNDS_A_DIRECTORY === 0) dataDir = tempDir();
    const mostRows = 1 + Math.floor(random() * 8);
    const acknowledged = await writtenAndKilled(dataDir, random() * 600, mostRows);
    const { difference, notes, journal } = verifyDir(dataDir);
    expect({ seed, difference, notes }).toEqual({ seed, difference: null, notes: [] });
    expect(journal?.head.seq).toBeGreaterThanOrEqual(acknowledged);
    expect({ seed, missed: missedFlips(dataDir, random) }).toEqual({ seed, missed: [] });
    rounds += 1;
  }
  expect(rounds).toBeGreaterThan(0);
});
