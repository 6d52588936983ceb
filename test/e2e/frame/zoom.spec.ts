// Owns proof that a desk zoomed in to 200 % can still be worked: on every screen each control can
// be brought into view and lies under nothing. Refuses a list of controls: it takes what is there.
import { expect, type Page } from '@playwright/test';
import { cue, open, slots, test } from '../stage';

// Chromium's zoom of 200 % in a window of 1440 by 900.
test.use({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });

/** Controls that cannot be brought into view, or lie under something else, in words. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select')];
    const shown = controls.filter((one) => one.checkVisibility() && !one.closest('[inert]'));
    if (shown.length < 10) throw new Error(`only ${shown.length} controls`);
    return shown.flatMap((one) => {
      one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, width, height } = one.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y);
      const label = one.closest('label');
      const own = hit !== null && (one.contains(hit) || hit.contains(one) || label?.contains(hit));
      const name = one.getAttribute('aria-label') ?? one.textContent;
      if (own === true) return [];
      return [`${name} at ${x},${y} lies under ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`];
    });
  });
}

test('zoomed in to 200 % every control of every screen is reached, and under nothing', async ({
  page,
  engine,
}) => {
  for (const n of [1, 2, 3]) await cue(engine, { event_type: 'goal', game_id: `G-${n}` });
  await open(page, engine);
  await expect(slots(page)).toHaveCount(3);
  for (const screen of ['live', 'markers', 'cue', 'values', 'auctions', 'settlements', 'health']) {
    await page.getByRole('navigation').locator(`[href="/${screen}"]`).click();
    await expect(page).toHaveURL(new RegExp(`/${screen}`, 'u'));
    if (screen === 'cue') await page.keyboard.press('1');
    await expect.poll(() => covered(page), { message: screen }).toEqual([]);
  }
});

test('zoomed in, notices, lamps and the hold ring lie apart, and sheets can be worked', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await page.getByRole('navigation').locator('[href="/cue"]').click();
  await page.keyboard.press('1');
  const ring = page.getByRole('button', { name: /hold/iu }).last();
  const box = async (of: ReturnType<Page['locator']>) => {
    const found = await of.boundingBox();
    if (found === null) throw new Error('not drawn');
    return found;
  };
  await ring.scrollIntoViewIfNeeded();
  const [held, notices, lamps] = [
    await box(ring),
    await box(page.getByRole('region', { name: 'Notices' })),
    await box(page.getByRole('contentinfo')),
  ];
  expect(held.y + held.height).toBeLessThanOrEqual(notices.y);
  expect(notices.y + notices.height).toBeLessThanOrEqual(lamps.y);
  for (const name of ['Keys and look', /open: list of notices/u]) {
    await page.getByRole('button', { name }).click();
    const sheet = page.getByRole('dialog');
    await expect(sheet).toBeVisible();
    const close = sheet.getByRole('button').first();
    await close.scrollIntoViewIfNeeded();
    await expect(close).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
  }
});
