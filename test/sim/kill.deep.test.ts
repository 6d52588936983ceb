// The plug is pulled two hundred times, or as often as the minutes allow but never less than the
// issue's two hundred on a full run; a fresh directory every twenty kills keeps each start short.
import { expect, it } from 'vitest';
import { killRun } from './kill-run';

const KILLS = 200;
const A_DIRECTORY = 20;

it('two hundred kills lose nothing', async () => {
  let seen = 0;
  for (let done = 0; done < KILLS; done += A_DIRECTORY) {
    seen += await killRun({ kills: A_DIRECTORY, random: Math.random, run: `deep-${done}` });
  }
  expect(seen).toBeGreaterThan(KILLS);
});
