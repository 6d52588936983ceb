// As many simulated nights as the minutes allow, each from a new seed; a seed that fails is named
// and can be played again by putting it into night.test.ts.
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyDir } from '../../src/main/tools/verify/verify-dir';
import { night } from './night';

const minutes = Number(process.env['CUEBID_DEEP_MINUTES'] ?? '1');

it('nights from new seeds keep every promise', async () => {
  const until = Date.now() + minutes * 60_000;
  let nights = 0;
  for (let seed = Date.now() & 0xffff_ff; Date.now() < until; seed += 1) {
    const { dataDir } = await night(seed);
    expect(verifyDir(dataDir).difference, `seed ${seed}`).toBeNull();
    rmSync(dataDir, { recursive: true, force: true });
    nights += 1;
  }
  expect(nights).toBeGreaterThan(0);
});
