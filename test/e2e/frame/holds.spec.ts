// Owns proof of what lets go of a hold in a real browser against a real engine: another desk's
// hold, a sheet over the ring, the lock, silence, a lost focus. Refuses to count a shot as let go
// unless the engine has nothing of it.
import { expect, type Locator, type Page } from '@playwright/test';
import type { TestEngine } from '../engine';
import { open, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

async function isHeld(engine: TestEngine): Promise<boolean> {
  const { json } = await engine.call('GET', '/api/live-stats');
  return (json as { held: boolean }).held;
}

async function markerCount(engine: TestEngine): Promise<number> {
  const { json } = await engine.call('GET', '/scte/markers');
  return (json as { items: unknown[] }).items.length;
}

test('a second desk holding too does not turn the hold into its end', async ({
  page,
  browser,
  engine,
}) => {
  const context = await browser.newContext();
  const other = await context.newPage();
  for (const desk of [page, other]) await open(desk, engine);
  for (const desk of [page, other]) await desk.keyboard.press('g');
  await page.keyboard.down('p');
  await page.waitForTimeout(400);
  await other.keyboard.down('p');
  const sheet = other.getByRole('dialog', { name: 'Let new auctions open again' });
  await expect(sheet).toContainText('New auctions were held by somebody else meanwhile.');
  await other.waitForTimeout(1_200);
  for (const desk of [page, other]) await desk.keyboard.up('p');
  expect(await isHeld(engine)).toBe(true);
  const late = { held: false, expected: false };
  const refused = await engine.call('POST', '/hold', late);
  expect(refused).toMatchObject({ status: 409, json: { code: 'stale_version' } });
  expect(await isHeld(engine)).toBe(true);
  await context.close();
});

/** Selects a pad; gives its ring once that may be held. */
async function selectSix(page: Page): Promise<Locator> {
  const pads = page.getByRole('group', { name: 'Pads' });
  await expect(pads.getByRole('button', { name: 'Slot start' })).toBeEnabled();
  await page.keyboard.press('6');
  const ring = page.getByRole('button', { name: 'Hold to fire Slot start' });
  await expect(ring).toHaveAttribute('aria-disabled', 'false');
  return ring;
}

/** Starts to hold a ready cue by its key. */
async function startHold(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const ring = await selectSix(page);
  await page.keyboard.down('NumpadEnter');
  await expect(ring).toContainText('s more');
}

const COMES_BETWEEN: readonly (readonly [string, readonly string[]])[] = [
  ['the palette', ['Control+k']],
  ['the keys', ['?']],
  ['the notices', ['!']],
  ['the mode', ['g', 'e']],
  ['the hold of new auctions', ['g', 'p']],
  ['the lock', ['g', 'k']],
];

test('a cue that is held is let go by whatever comes over it', async ({ page, engine }) => {
  await open(page, engine);
  await visit(page, '/cue');
  for (const [what, keys] of COMES_BETWEEN) {
    await startHold(page);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForTimeout(1_000);
    await page.keyboard.up('NumpadEnter');
    expect(await markerCount(engine), what).toBe(0);
  }
  await expect(page.getByRole('button', { name: 'Hold to fire' })).toContainText('desk locked');
});

test('a cue that is held is let go by silence and by a lost focus', async ({ page, engine }) => {
  await open(page, engine);
  await visit(page, '/cue');
  await startHold(page);
  await page.evaluate(() => dispatchEvent(new Event('blur')));
  await page.waitForTimeout(1_000);
  await page.keyboard.up('NumpadEnter');
  expect(await markerCount(engine)).toBe(0);
  await page.keyboard.press('Escape');
  await selectSix(page);
  process.kill(engine.pid, 'SIGSTOP');
  await page.waitForTimeout(500);
  await page.keyboard.down('NumpadEnter');
  await expect(page.locator('[data-stale="true"]')).toHaveCount(1);
  await page.waitForTimeout(1_000);
  await page.keyboard.up('NumpadEnter');
  process.kill(engine.pid, 'SIGCONT');
  await expect(page.locator('[data-stale="false"]')).toHaveCount(1, { timeout: 10_000 });
  expect(await markerCount(engine)).toBe(0);
});
