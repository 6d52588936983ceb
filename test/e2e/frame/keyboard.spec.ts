// Owns proof that the keyboard alone reaches every control of every screen and of the frame, and
// that whatever has the focus shows it. Refuses the mouse, and a list of controls kept by hand.
import { expect, type Page } from '@playwright/test';
import { cue, open, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

const SCREENS = ['live', 'markers', 'cue', 'values', 'auctions', 'settlements', 'health'];
const STEPS_MOST = 260;

/** What the browser says of the control that has the focus. */
interface Focused {
  readonly at: number;
  readonly shown: boolean;
  readonly html: string;
}

/** Numbers every control that is on the page and can be used; gives how many. */
async function number(page: Page): Promise<number> {
  return page.evaluate(() => {
    const wanted = 'a[href], button:not(:disabled), input:not(:disabled), select, [tabindex="0"]';
    const all = [...document.querySelectorAll<HTMLElement>(wanted)].filter((control) => {
      const inside = control.closest('[inert]') === null && control.tabIndex >= 0;
      return inside && control.checkVisibility() && control.getClientRects().length > 0;
    });
    all.forEach((control, at) => control.setAttribute('data-nth', String(at)));
    return all.length;
  });
}

function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const has = document.activeElement;
    const control = has instanceof HTMLElement ? has : document.body;
    const shows = (element: Element): boolean => {
      const { boxShadow, outlineStyle } = getComputedStyle(element);
      return boxShadow !== 'none' || outlineStyle !== 'none';
    };
    const near = [control, ...control.querySelectorAll('*')];
    if (control.parentElement !== null) near.push(control.parentElement);
    return {
      at: Number(control.getAttribute('data-nth') ?? -1),
      shown: control === document.body || (control.matches(':focus-visible') && near.some(shows)),
      html: control.outerHTML.slice(0, 160),
    };
  });
}

/** Tabs once around; gives what was reached, and what had the focus without showing it. */
async function tabAround(page: Page): Promise<{ reached: Set<number>; hidden: string[] }> {
  const reached = new Set<number>();
  const hidden: string[] = [];
  let before = -1;
  for (let step = 0; step < STEPS_MOST; step += 1) {
    await page.keyboard.press('Tab');
    const { at, shown, html } = await focused(page);
    if (!shown) hidden.push(html);
    if (at !== before && reached.has(at)) break;
    if (at >= 0) reached.add(at);
    before = at;
  }
  return { reached, hidden };
}

async function missing(page: Page, reached: Set<number>, count: number): Promise<string[]> {
  const lost = Array.from({ length: count }, (_, at) => at).filter((at) => !reached.has(at));
  return page.evaluate(
    (numbers) =>
      numbers.map((at) => document.querySelector(`[data-nth="${at}"]`)?.outerHTML.slice(0, 160)),
    lost,
  ) as Promise<string[]>;
}

for (const screen of SCREENS) {
  test(`on ${screen} Tab reaches every control, and each shows the focus`, async ({
    page,
    engine,
  }) => {
    await open(page, engine);
    for (const team of ['NYR', 'BOS', 'TOR']) {
      await cue(engine, { event_type: 'goal', team_id: team, game_id: 'G-1' });
    }
    await visit(page, `/${screen}`);
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    // Notices come and go by themselves; the quiet line has no control.
    await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Quiet');
    await page.evaluate(() => {
      document.body.tabIndex = -1;
      document.body.focus();
    });
    const count = await number(page);
    const { reached, hidden } = await tabAround(page);
    expect(count).toBeGreaterThan(12);
    expect(hidden).toEqual([]);
    expect(await missing(page, reached, count)).toEqual([]);
  });
}

test('the frame is operated by keys alone: rail, notices, lock, hold, mode, look', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  const press = async (name: RegExp): Promise<void> => {
    await page.getByRole('button', { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  await page.getByRole('navigation').locator('[href="/health"]').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/health$/u);
  await press(/^Keys and look$/u);
  await press(/^Bright$/u);
  await expect(page.locator('html')).toHaveAttribute('data-light', 'bright');
  await press(/^With Ctrl$/u);
  await expect(page.getByRole('button', { name: 'With Ctrl', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Keys and look' })).toBeFocused();
  await press(/list of notices$/u);
  await expect(page.getByRole('dialog', { name: 'Notices' })).toBeVisible();
  await press(/^Close/u);
  await press(/^Change mode$/iu);
  await press(/^SETUP/u);
  await page.keyboard.down('NumpadEnter');
  await expect(page.locator('[data-mode="SETUP"]')).toHaveCount(1);
  await page.keyboard.up('NumpadEnter');
  await press(/^Lock the desk$/u);
  await expect(page.getByRole('banner')).toContainText('Read only');
  await press(/^Desk locked/u);
  await expect(page.getByRole('button', { name: 'Hold 0.8 s to unlock' })).toBeFocused();
});
