// Owns proof of every screen in a real browser against a real engine: an evening of twenty cues, a
// tuned factor, the keyboard alone, and access for everybody in every look.
import { expect, type Page } from '@playwright/test';
import type { Auction } from '../../src/contract/auction';
import type { TestEngine } from './engine';
import { breaches, cue, open, rows, slots, test, visit } from './stage';

test.use({ viewport: { width: 1440, height: 900 } });

const EVENTS = ['goal', 'penalty', 'power_play', 'save', 'fight'];

const moment = (n: number): Record<string, unknown> => ({
  event_type: EVENTS[n % EVENTS.length],
  team_id: n % 2 === 0 ? 'NYR' : 'BOS',
  game_id: `G-${n}`,
  close_game: true,
});

async function auctionsOf(engine: TestEngine): Promise<Auction[]> {
  const { json } = await engine.call('GET', '/scte/auctions?limit=500');
  return (json as { items: Auction[] }).items;
}

async function ended(engine: TestEngine, count: number): Promise<Auction[]> {
  await expect
    .poll(async () => (await auctionsOf(engine)).filter((auction) => auction.closedAt).length)
    .toBe(count);
  return auctionsOf(engine);
}

async function lead(page: Page, key: string, title: string): Promise<void> {
  await page.keyboard.press('g');
  await page.keyboard.press(key);
  await expect(page.getByRole('heading', { level: 1, name: title })).toHaveCount(1);
}

/** Finds the seventh cue among twenty, takes it apart, and goes on to its auction. */
async function inspectSeventh(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'accepted 20' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('a-0007');
  await expect(rows(page, 'Markers')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await rows(page, 'Markers').first().click();
  const bytes = page.getByRole('group', { name: 'Bytes in hex' });
  await expect(bytes).toContainText('7B226576');
  await rows(page, 'Fields').filter({ hasText: 'event_type' }).click();
  await expect(bytes.locator('[data-at="1"]')).toHaveClass(/lit/u);
  await page.getByRole('button', { name: 'Why A-0007' }).click();
}

/** Asks Manual cue what a repeat of the last cue would do, and fires nothing. */
async function planRepeat(page: Page): Promise<void> {
  await lead(page, 'c', 'Manual cue');
  const pads = page.getByRole('group', { name: 'Pads' }).getByRole('button');
  await expect(pads).toHaveCount(8);
  await expect(pads.last()).toBeEnabled();
  await page.keyboard.press('8');
  const fire = page.getByRole('region', { name: 'Fire' });
  await expect(fire).toContainText('READY 8');
  await expect(fire).toContainText('Starts an auction in REHEARSAL; nothing is charged.');
  await expect(fire).toContainText('Fight, BOS');
}

test('an evening of twenty cues can be followed on every screen', async ({
  page,
  engine,
  noise,
}) => {
  await open(page, engine);
  await visit(page, '/markers');
  await expect(page.getByText(`Listening on 127.0.0.1:${engine.udpPort}`)).toBeVisible();
  for (let n = 0; n < 20; n += 1) {
    await cue(engine, moment(n));
    await expect
      .poll(async () => (await auctionsOf(engine)).length, { intervals: [20] })
      .toBe(n + 1);
  }
  const auctions = await ended(engine, 20);
  const sold = auctions.filter((auction) => auction.status === 'SOLD');

  await inspectSeventh(page);
  await expect(page).toHaveURL(/\/auctions\?auction=A-0007$/u);
  const seventh = page.getByRole('region', { name: 'Why A-0007' });
  await expect(seventh).toBeVisible();
  await page.reload();
  await expect(seventh).toBeVisible();
  await expect(page.getByRole('button', { name: `Sold ${sold.length}` })).toBeVisible();
  const bidders = page.getByRole('group', { name: 'Bidders' });
  await expect(bidders.getByText('WON', { exact: true })).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Waterfall' })).toContainText('heard to open');

  await lead(page, 's', 'Settlements');
  await expect(page.getByRole('group', { name: 'Reconciliation' })).toContainText('reconciles');
  const strip = page.getByRole('group', { name: 'State', exact: true });
  await expect(strip).toContainText(`${sold.length} rehearsed`);
  await rows(page, 'Settlements').first().click();
  const detail = page.getByRole('group', { name: /^Settlement S-/u });
  await expect(detail).toContainText('nothing is owed');

  await planRepeat(page);

  await lead(page, 'v', 'Values');
  await expect(page.getByRole('group', { name: 'Last auctions re-priced' })).toContainText(
    'A-0020',
  );
  await lead(page, 'h', 'Health');
  const listener = page.getByRole('row', { name: /^udp-1 / });
  await expect(listener).toContainText(`127.0.0.1:${engine.udpPort}`);
  await expect(listener).toContainText('listening');
  await lead(page, 'l', 'Live');
  await expect(slots(page).first()).toContainText('A-0020');
  expect(noise).toEqual([]);
});

test('a tuned factor changes the next floor and nothing before it, and is undone by name', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await cue(engine, moment(0));
  const [first] = await ended(engine, 1);
  expect(first?.floorCents).toBe(700_000);
  await visit(page, '/values');
  const factor = page.getByLabel('close game factor');
  await factor.fill('7');
  await expect(page.getByText('1.00 to 5.00', { exact: true })).toBeVisible();
  await factor.fill('1.5');
  await factor.press('Enter');
  const preview = page.getByRole('group', { name: 'Last auctions re-priced' });
  await expect(preview).toContainText('7,000.00 → 7,500.00');
  await expect(page.getByText('1 change staged')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('1 change staged')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  expect((await engine.call('GET', '/price-book')).json).toMatchObject({ version: 1 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nothing staged. Book v2 is in force.')).toBeVisible();

  await cue(engine, moment(5));
  const [before, after] = await ended(engine, 2);
  expect(before).toEqual(first);
  expect(after?.floorCents).toBe(750_000);

  await page.getByRole('button', { name: /^Undo “close game 1\.40 → 1\.50”/u }).click();
  await expect(page.getByText('Nothing staged. Book v3 is in force.')).toBeVisible();
  await cue(engine, moment(10));
  const all = await ended(engine, 3);
  expect(all.map((auction) => auction.floorCents)).toEqual([700_000, 750_000, 700_000]);
});

test('the keyboard reaches every screen, ? shows the map, and a lost focus shows', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  for (const n of [0, 1, 2]) await cue(engine, moment(n));
  await ended(engine, 3);
  const lists = [
    ['m', 'Markers', 'Markers'],
    ['a', 'Auctions', 'Auctions'],
    ['s', 'Settlements', 'Settlements'],
  ] as const;
  for (const [key, title, list] of lists) {
    await lead(page, key, title);
    await expect(rows(page, list).first()).toBeFocused();
    await page.keyboard.press('j');
    const second = await rows(page, list).nth(1).getAttribute('data-key');
    await expect(page).toHaveURL(new RegExp(`=${second}$`, 'u'));
  }
  await page.keyboard.press('?');
  const map = page.getByRole('dialog', { name: 'Keys' });
  await expect(map).toContainText('hold 0.8 s');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(map).toHaveCount(0);
  await page.evaluate(() => {
    Object.defineProperty(document, 'hasFocus', { value: () => false, configurable: true });
    dispatchEvent(new Event('blur'));
  });
  await expect(page.getByText('KEYS OFF')).toBeVisible();
});

test('the same address is the console for a browser and the interface for a program', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  for (const address of ['/auctions', '/settlements', '/health']) {
    await visit(page, address);
    expect(new URL(page.url()).pathname).toBe(address);
    expect((await engine.call('GET', address)).headers.get('content-type')).toContain('json');
    const asked = await page.evaluate(async (path) => {
      const answer = await fetch(path, { headers: { accept: 'text/html' } });
      return answer.headers.get('content-type');
    }, address);
    expect(asked).toContain('json');
  }
});
