// Owns proof of access in every look and every state of the frame: axe finds nothing, the system's
// own colours keep what matters, and less motion means none but countdowns.
import { expect, test as plain, type Page } from '@playwright/test';
import { startEngine } from '../engine';
import { breaches, cue, open, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

const LOOKS = ['palette=none&light=none', 'light=bright&palette=none', 'light=none&palette=deutan'];

async function sheet(page: Page, keys: readonly string[], name: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  expect(await breaches(page), name).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

for (const look of LOOKS) {
  test(`axe finds nothing in any state of the frame, in ${look}`, async ({ page, engine }) => {
    test.setTimeout(120_000);
    await open(page, engine);
    await cue(engine, { event_type: 'goal', team_id: 'NYR' });
    await visit(page, `/health?${look}`);
    await sheet(page, ['?'], 'Keys');
    await sheet(page, ['Control+k'], 'Find');
    await sheet(page, ['!'], 'Notices');
    await sheet(page, ['g', 'e'], 'Change mode');
    await sheet(page, ['g', 'p'], 'Hold all new auctions');
    await engine.call('POST', '/hold', { held: true });
    await expect(page.getByText(/^HELD/u)).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await expect(page.getByText('Read only')).toBeVisible();
    expect(await breaches(page), 'held and locked').toEqual([]);
    await sheet(page, ['!'], 'Notices');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
      dispatchEvent(new Event('blur'));
    });
    await expect(page.getByText('KEYS OFF')).toBeVisible();
    expect(await breaches(page), 'keys off').toEqual([]);
    await engine.call('POST', '/mode', { mode: 'SETUP' });
    await expect(page.locator('[data-mode="SETUP"]')).toHaveCount(1);
    expect(await breaches(page), 'setup').toEqual([]);
    await page.getByRole('navigation').locator('[href="/auctions"]').click();
    expect(await breaches(page), 'setup, auctions').toEqual([]);
  });

  plain(`axe finds nothing on air, in ${look}`, async ({ page }) => {
    const engine = await startEngine({ flags: ['--demo'] });
    try {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(engine.url);
      await expect(page.locator('[data-mode="ON_AIR"]')).toHaveCount(1);
      await page.goto(new URL(`/auctions?${look}`, page.url()).href);
      await expect(page.locator('[data-mode="ON_AIR"]')).toHaveCount(1);
      expect(await breaches(page), 'on air').toEqual([]);
      await page.goto(new URL('/gallery', page.url()).href);
      await expect(page.getByRole('group', { name: 'Every part in every state' })).toBeVisible();
      expect(await breaches(page), 'gallery on air').toEqual([]);
    } finally {
      await engine.kill();
    }
  });
}

test('with the system’s own colours mode, open screen and focus are still told', async ({
  page,
  engine,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, engine);
  const here = page.getByRole('navigation').locator('[aria-current="page"]');
  const other = page.getByRole('navigation').locator('[href="/health"]');
  const left = (element: Element): string => getComputedStyle(element).borderLeftColor;
  expect(await here.evaluate(left)).not.toBe(await other.evaluate(left));
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const style = document.activeElement && getComputedStyle(document.activeElement);
    return style?.outlineStyle;
  });
  expect(ring).toBe('solid');
  const block = page.getByText('REHEARSAL', { exact: true }).first();
  const ground = await block.evaluate((word) => {
    const cell = word.parentElement;
    return cell === null ? '' : getComputedStyle(cell).backgroundColor;
  });
  expect(ground).toBe('rgb(15, 17, 19)');
  // The tool reads the colours of the sheets, not those the system puts in their place.
  const found = await breaches(page);
  expect(found.filter((breach) => !breach.startsWith('color-contrast'))).toEqual([]);
});

test('less motion: nothing on the page has a transition or an animation', async ({
  page,
  engine,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, engine);
  for (const screen of ['live', 'cue', 'values', 'gallery']) {
    await visit(page, `/${screen}`);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          const still = transitionDuration.split(', ').every((span) => parseFloat(span) === 0);
          return !still || animationName !== 'none';
        }).length,
    );
    expect(moving, screen).toBe(0);
  }
});
