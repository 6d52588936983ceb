// Owns proof of what a desk does when the engine is lost: no error nobody caught however often, why
// it is down as the desktop host tells it, panels first opened then, and one lock for all windows.
import { expect, type Page } from '@playwright/test';
import type { EngineNews } from '../../../src/contract/status';
import { startEngine } from '../engine';
import { open, test } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

/** Posts to the page what the desktop host's preload posts. */
async function tell(page: Page, news: EngineNews): Promise<void> {
  await page.evaluate((told) => {
    window.postMessage({ channel: 'engine-news', news: told }, window.location.origin);
  }, news);
}

const stale = (page: Page, is: boolean) => page.locator(`[data-stale="${is}"]:has(main)`);

test('an engine that hangs and one that is killed leave no error nobody caught', async ({
  page,
  engine,
  uncaught,
}) => {
  await open(page, engine);
  for (const round of [1, 2]) {
    process.kill(engine.pid, 'SIGSTOP');
    await expect(stale(page, true), `round ${round}`).toHaveCount(1);
    // Long enough for questions under way to run out and be called off on a link that is gone.
    await expect(page.getByText(/^STALE [4-9]/u)).toBeVisible({ timeout: 9_000 });
    process.kill(engine.pid, 'SIGCONT');
    await expect(stale(page, false)).toHaveCount(1, { timeout: 10_000 });
  }
  await engine.kill();
  await expect(page.getByText(/^STALE [4-9]/u)).toBeVisible({ timeout: 9_000 });
  expect(uncaught).toEqual([]);
});

test('the desktop host says why the engine is down: bar, notice and lamp repeat it', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  const lamps = page.getByRole('list', { name: 'Lamps' });
  const line = page.getByRole('region', { name: 'Notices' });
  const bar = page.getByRole('region', { name: 'Stale' });
  await engine.kill();
  const down = { restarts: 1, why: 'The engine ended with code 1.', nextTryMs: 4_000 } as const;
  await tell(page, { state: 'restarting', ...down });
  await expect(lamps).toContainText(/ended with code 1, next try in [1-4] s/u);
  await expect(line).toContainText('The engine ended with code 1. Next try after 4 s.');
  await expect(line).toContainText('Nothing is sold until it is up.');
  await expect(bar).toContainText(/The engine ended with code 1; next try in [1-4] s\./u);
  await expect(lamps).toContainText('ended with code 1, trying now', { timeout: 6_000 });
  await tell(page, { ...down, state: 'ended', nextTryMs: null });
  await expect(bar).toContainText('it is not tried again');
  await expect(line).toContainText('start the app anew');
  await page.evaluate(() => {
    window.postMessage({ channel: 'engine-news', news: { state: 'melted' } }, '*');
  });
  await tell(page, { state: 'up', restarts: 2, why: null, nextTryMs: null });
  await expect(line).toContainText('The engine is up again.');
  const flags = ['--http', `127.0.0.1:${engine.http.port}`];
  const again = await startEngine({ dataDir: engine.dataDir, flags });
  await expect(stale(page, false)).toHaveCount(1, { timeout: 10_000 });
  await expect(lamps).not.toContainText('ended with code 1');
  await again.kill();
});

test('a screen first opened while nothing is live says why it has nothing', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await engine.kill();
  await expect(stale(page, true)).toHaveCount(1);
  await page.getByRole('navigation').locator('[href="/health"]').click();
  const preflight = page.getByRole('main');
  await expect(preflight.getByText('Not read yet').first()).toBeVisible();
  await expect(preflight).toContainText('asked as soon as it speaks again');
  await expect(preflight.getByRole('status', { name: 'Loading' })).toHaveCount(0);
});

test('the lock is the desk\u2019s: every window of it is locked and unlocked together', async ({
  page,
  context,
  engine,
}) => {
  await open(page, engine);
  const other = await context.newPage();
  await open(other, engine);
  const header = (of: Page) => of.getByRole('banner');
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(header(page)).toContainText('Read only');
  await expect(header(other)).toContainText('Read only');
  await expect(other.getByRole('region', { name: 'Notices' })).toContainText('no PIN yet');
  const third = await context.newPage();
  await open(third, engine);
  await expect(header(third)).toContainText('Read only');
  await other.bringToFront();
  await other.getByRole('button', { name: 'Hold 0.8 s to unlock' }).hover();
  await other.mouse.down();
  await expect(header(other)).not.toContainText('Read only', { timeout: 3_000 });
  await other.mouse.up();
  for (const page_ of [page, third]) await expect(header(page_)).not.toContainText('Read only');
});
