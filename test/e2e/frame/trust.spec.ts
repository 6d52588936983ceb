// Owns proof in a real browser that a source whose clock is wrong is told as critical, with the one
// action that helps, and that the action can be taken back.
import { expect } from '@playwright/test';
import { breaches, cue, open, rows, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

test('two stale cues offer to trust the arrival; done, the next cue counts', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await visit(page, '/markers');
  const late = (n: number) => ({
    event_type: 'goal',
    game_id: `G-${n}`,
    timestamp: Date.now() - 60_000,
  });
  const line = page.getByRole('region', { name: 'Notices' });
  await cue(engine, late(1));
  await expect(rows(page, 'Markers')).toHaveCount(1);
  await expect(line).not.toContainText('Critical');
  await cue(engine, late(2));
  await expect(line).toContainText('2 cues in a row from 127.0.0.1 are stale');
  await expect(line).toContainText('s behind ours');
  expect(await breaches(page)).toEqual([]);
  await line.getByRole('button', { name: 'Trust arrival time for this source' }).click();
  await expect(line).toContainText('count by their arrival');
  await expect(line).not.toContainText('Critical');
  await cue(engine, late(3));
  await expect(rows(page, 'Markers').first()).toContainText('ACCEPTED');
  await page.keyboard.press('!');
  const notices = page.getByRole('list', { name: 'Notices, newest first' });
  await notices.getByRole('button', { name: 'Judge it by its clock again' }).click();
  await expect(notices).toContainText('over');
  await page.keyboard.press('Escape');
  await cue(engine, late(4));
  await expect(rows(page, 'Markers').first()).toContainText('STALE');
});
