// Owns proof of access over the whole console: every screen in every state and every sheet, in
// every look. One engine and one page a state; a look is put on the root, nothing is loaded anew.
// The whole set of rules is asked of the first look, what colours decide of the others.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as plain, type Page } from '@playwright/test';
import { startEngine, type TestEngine } from '../engine';
import { cue, open, rows, test } from '../stage';

const BIG = { viewport: { width: 1440, height: 900 } };
test.use(BIG);
plain.use(BIG);

const SCREENS = ['live', 'markers', 'cue', 'values', 'auctions', 'settlements', 'health'];
const ALL = [...SCREENS, 'gallery'];
const LOOKS = [
  ['dark', '', ''],
  ['bright', 'bright', ''],
  ['deutan', '', 'deutan'],
] as const;

/** Opens a screen in the page that is there, as Back and Forward do. */
async function turn(page: Page, address: string): Promise<void> {
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  const waits = '[aria-label="Loading"]:not([data-place="gallery-loading"] *)';
  await expect(page.locator(waits)).toHaveCount(0);
}

interface Breach {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
/** The tool as it stays in the page after it was asked once. */
interface InPage {
  readonly axe: {
    readonly run: (
      root: Document,
      rules: { readonly runOnly: readonly string[]; readonly resultTypes: readonly string[] },
    ) => Promise<{ readonly violations: readonly Breach[] }>;
  };
}

async function allRules(page: Page): Promise<readonly Breach[]> {
  return (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
}

async function contrastOnly(page: Page): Promise<readonly Breach[]> {
  const { violations } = await page.evaluate(() =>
    (window as unknown as InPage).axe.run(document, {
      runOnly: ['color-contrast'],
      resultTypes: ['violations'],
    }),
  );
  return violations;
}

/** Nothing found in any look. What moves between two looks is looked at again in the next. */
async function clean(page: Page, what: string): Promise<void> {
  for (const [look, light, palette] of LOOKS) {
    await page.evaluate((wanted) => Object.assign(document.documentElement.dataset, wanted), {
      light,
      palette,
    });
    const found = await (look === 'dark' ? allRules(page) : contrastOnly(page));
    const lines = found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect.soft(lines, `${what}, ${look}`).toEqual([]);
  }
}

async function allClean(page: Page, state: string): Promise<void> {
  for (const screen of ALL) {
    await turn(page, `/${screen}`);
    await clean(page, `${screen}, ${state}`);
  }
}

async function sheetClean(page: Page, keys: readonly string[], name: string): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
  await clean(page, name);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function evening(engine: TestEngine, count: number): Promise<void> {
  const events = ['goal', 'penalty', 'power_play', 'save', 'fight'];
  for (let n = 0; n < count; n += 1) {
    const facts = { event_type: events[n % events.length], game_id: `G-${n}`, close_game: true };
    await cue(engine, facts);
  }
  await cue(engine, { event_type: events[0], game_id: 'G-0', close_game: true });
  await cue(engine, { event_type: 'no such thing' });
  const open = async (): Promise<number> => {
    const { json } = await engine.call('GET', '/scte/auctions?limit=500');
    const { items } = json as { items: { closedAt: string | null }[] };
    return items.filter(({ closedAt }) => closedAt !== null).length;
  };
  await expect.poll(open).toBe(count);
}

/** Held, then locked, then without the keys, and back. */
async function frameStates(page: Page, engine: TestEngine): Promise<void> {
  await engine.call('POST', '/hold', { held: true });
  await expect(page.getByText(/^HELD/u)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  await expect(page.getByText('Read only')).toBeVisible();
  await clean(page, 'held and locked');
  await page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
    dispatchEvent(new Event('blur'));
  });
  await expect(page.getByText('KEYS OFF')).toBeVisible();
  await clean(page, 'keys off');
  await engine.call('POST', '/hold', { held: false });
}

test('every screen in rehearsal, quiet and busy, in every look', async ({ page, engine }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, engine);
  await allClean(page, 'quiet');
  await evening(engine, 6);
  await allClean(page, 'busy');
});

test('every sheet in every look, and set-up and stale on every screen', async ({
  page,
  engine,
}) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, engine);
  await evening(engine, 3);
  await sheetClean(page, ['Control+k'], 'Find');
  await sheetClean(page, ['?'], 'Keys');
  await sheetClean(page, ['!'], 'Notices');
  await sheetClean(page, ['g', 'e'], 'Change mode');
  await sheetClean(page, ['g', 'p'], 'Hold all new auctions');
  await turn(page, '/markers');
  await rows(page, 'Markers').first().click();
  await page.keyboard.press('s');
  await rows(page, 'Markers').nth(2).click();
  await sheetClean(page, ['e'], 'Export');
  await page.keyboard.press('d');
  await expect(page.getByRole('group', { name: 'Fields side by side' })).toBeVisible();
  await clean(page, 'diff');
  await turn(page, '/values?event=fight');
  const base = page.getByLabel('Fight base, USD');
  await base.fill('9000');
  await base.press('Enter');
  await clean(page, 'staged');
  await sheetClean(page, ['Control+Enter'], 'Apply a large change');
  await frameStates(page, engine);
  await engine.call('POST', '/mode', { mode: 'SETUP' });
  await expect(page.locator('[data-mode="SETUP"]')).toHaveCount(1);
  await allClean(page, 'set-up');
  await engine.kill();
  await expect(page.locator('[data-stale="true"]')).toHaveCount(1);
  await allClean(page, 'stale');
});

plain('every screen on air in every look', async ({ page }) => {
  plain.setTimeout(120_000);
  const engine = await startEngine({ flags: ['--demo'] });
  try {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(engine.url);
    await expect(page.locator('[data-mode="ON_AIR"]')).toHaveCount(1);
    await allClean(page, 'on air');
  } finally {
    await engine.kill();
  }
});
