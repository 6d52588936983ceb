// Owns proof that a demo is seen to be one: the header says so on every screen, and slots sell in
// front of whoever watches without a hand being moved. Refuses a stand-in for the engine.
import { expect, test } from '@playwright/test';
import { startEngine } from './engine';

const SOON = { timeout: 15_000 };

test('a demo sells by itself, and every screen says DEMO', async ({ page }) => {
  const engine = await startEngine({ flags: ['--demo'] });
  try {
    await page.goto(engine.url);
    const header = page.getByRole('banner');
    await expect(header).toContainText('DEMO \u00b7');
    await expect(header).toContainText('nothing is charged');
    await expect(header).toContainText('ON AIR');
    await expect(page.getByText('(DEMO)').first()).toBeVisible(SOON);
    await expect(page.getByText('SOLD').first()).toBeVisible(SOON);
    const screens = page.getByRole('navigation').getByRole('link');
    expect(await screens.count()).toBeGreaterThan(3);
    for (let at = 0; at < (await screens.count()); at += 1) {
      await screens.nth(at).click();
      await expect(header).toContainText('DEMO \u00b7');
    }
  } finally {
    await engine.kill();
  }
});
