// Owns the proof that one turned bit is found wherever it lies: in a database after a clean end, in
// one that was killed, in its WAL, in what an earlier checkpoint left in that WAL, and in the files
// beside it. The places are drawn anew with each run; a failing one is printed.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWal } from '../../../src/main/io/store/seals/wal-image';
import { verifyDir } from '../../../src/main/tools/verify/verify-dir';
import { inlineStore, markerDraft, recordNight, tempDir } from '../io/store/makings';
import { dice, samples, whileFlipped } from './flipped';

const SEED = Date.now() % 2 ** 31;

interface Place {
  readonly file: string;
  /** First bytes that are all tried, and of how many others one is. */
  readonly first: number;
  readonly stride: number;
}

/** Turned bits that the verifier did not find. */
function missed(dataDir: string, { file, first, stride }: Place): string[] {
  const path = join(dataDir, file);
  const random = dice(SEED);
  const places = samples(path, { first, stride }, random);
  expect(places.length).toBeGreaterThan(30);
  return places
    .map((byte) => ({ byte, bit: Math.floor(random() * 8) }))
    .filter((at) => whileFlipped(path, at, () => verifyDir(dataDir).difference) === null)
    .map(({ byte, bit }) => `${file} byte ${byte} bit ${bit} (seed ${SEED})`);
}

async function night({ killed }: { killed: boolean }): Promise<string> {
  const [running, copy] = [tempDir(), tempDir()];
  const store = inlineStore(running);
  await store.load();
  await recordNight(store);
  if (killed) cpSync(running, copy, { recursive: true });
  await store.close();
  return killed ? copy : running;
}

/** Killed soon after a checkpoint under load: most of the WAL is left over from before it. */
async function killedAfterCheckpoint(): Promise<string> {
  const [running, copy] = [tempDir(), tempDir()];
  const store = inlineStore(running);
  await store.load();
  for (let n = 1; n <= 300; n += 1) await store.append([markerDraft(n)]);
  cpSync(running, copy, { recursive: true });
  return copy;
}

describe('one turned bit is found', () => {
  it('after a clean end, in every page of the database', async () => {
    const dataDir = await night({ killed: false });
    expect(verifyDir(dataDir).difference).toBeNull();
    expect(missed(dataDir, { file: 'cuebid.sqlite', first: 100, stride: 2_048 })).toEqual([]);
  });

  it('after a kill, in the database under the WAL', async () => {
    const dataDir = await night({ killed: true });
    expect(missed(dataDir, { file: 'cuebid.sqlite', first: 20, stride: 4_096 })).toEqual([]);
  });

  it('after a kill, in the WAL', async () => {
    const dataDir = await night({ killed: true });
    expect(missed(dataDir, { file: 'cuebid.sqlite-wal', first: 56, stride: 16_384 })).toEqual([]);
  });

  it.each(['cuebid.seal', 'cuebid.head'])('after a kill, in %s', async (file) => {
    const dataDir = await night({ killed: true });
    expect(missed(dataDir, { file, first: 20, stride: 8 })).toEqual([]);
  });

  it('after a checkpoint and a kill, in all that lies in the WAL', async () => {
    const dataDir = await killedAfterCheckpoint();
    expect(verifyDir(dataDir)).toMatchObject({ difference: null, notes: [] });
    const wal = readWal(join(dataDir, 'cuebid.sqlite-wal'), 4_096, 1_000);
    const leftOver = wal?.salts.filter((salt) => salt !== wal.headerSalt).length;
    expect(leftOver).toBeGreaterThan(100);
    const place = { file: 'cuebid.sqlite-wal', first: 56, stride: 65_536 };
    expect(missed(dataDir, place)).toEqual([]);
  }, 60_000);
});
