// The plug is pulled five times under load: chain unbroken, nothing announced is lost, budgets
// hold, nothing is awarded after a crash, projections rebuild equal (verify checks all of these).
import { expect, it } from 'vitest';
import { killRun } from './kill-run';

it('a killed engine loses nothing it announced', { timeout: 120_000 }, async () => {
  const seen = await killRun({ kills: 5, random: Math.random, run: 'short' });
  expect(seen).toBeGreaterThan(100);
});
