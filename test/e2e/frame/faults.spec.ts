// Owns proof of what a producer reads when things fail: a list that is refused, on every screen,
// and a session that is over. Refuses a stand-in for the engine: single answers are changed on
// their way.
import { expect, type Page } from '@playwright/test';
import type { LiveStats } from '../../../src/contract/status';
import { startEngine } from '../engine';
import { cue, open, test } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

const FAULT = 'The engine made a mistake; this request did nothing.';

interface Frame {
  readonly i?: string;
  readonly p?: { readonly u?: string };
}

/** Refuses every call whose address begins so, until told to let them through. */
async function refuse(page: Page, addresses: readonly string[]): Promise<() => void> {
  let refusing = true;
  await page.routeWebSocket(/\/rpc/u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((text) => {
      const { i, p } = JSON.parse(String(text)) as Frame;
      const wanted = addresses.some((address) => p?.u?.includes(address) ?? false);
      if (!refusing || !wanted) {
        server.send(text);
        return;
      }
      const json = { defined: false, code: 'internal', status: 500, message: FAULT };
      socket.send(JSON.stringify({ i, p: { s: 500, b: { json } } }));
    });
  });
  return () => {
    refusing = false;
  };
}

async function turn(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation').locator(`[href="/${screen}"]`).click();
}

test('a list that is refused says so on its screen, the others go on, and it comes back', async ({
  page,
  engine,
}) => {
  const letThrough = await refuse(page, ['feeds/markers', 'feeds/auctions', 'feeds/settlements']);
  await open(page, engine);
  const refused = (feed: string) =>
    page.getByRole('main').getByText(`The list of ${feed} cannot be read`).first();
  for (const [screen, feed] of [
    ['live', 'auctions'],
    ['live', 'markers'],
    ['markers', 'markers'],
    ['auctions', 'auctions'],
    ['settlements', 'settlements'],
  ] as const) {
    await turn(page, screen);
    await expect(refused(feed)).toBeVisible();
    await expect(page.getByRole('main')).toContainText(FAULT);
    await expect(page.getByRole('main')).toContainText('The engine and the other lists go on.');
  }
  await turn(page, 'health');
  await expect(page.getByRole('group', { name: 'Listeners' })).toContainText('listening');
  await expect(page.locator('[data-stale="false"]')).toHaveCount(1);
  await page.keyboard.press('!');
  const list = page.getByRole('list', { name: 'Notices, newest first' });
  const notice = list.getByRole('listitem').filter({ hasText: 'The list of markers' });
  await notice.getByRole('button', { name: 'Open in Markers' }).click();
  await expect(page).toHaveURL(/\/markers$/u);
  letThrough();
  await cue(engine, { event_type: 'goal', team_id: 'NYR' });
  await expect(page.getByRole('grid', { name: 'Markers' })).toContainText('Goal');
  await expect(refused('markers')).toHaveCount(0);
});

test('sums are the engine\u2019s own: they stand where no list can be read', async ({
  page,
  engine,
}) => {
  for (const n of [1, 2, 3]) await cue(engine, { event_type: 'goal', game_id: `G-${n}` });
  const stats = async () => (await engine.call('GET', '/api/live-stats')).json as LiveStats;
  await expect.poll(async () => (await stats()).totals?.[0]?.due.count).toBe(3);
  const cents = (await stats()).totals?.[0]?.due.cents ?? 0;
  const due = (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  await refuse(page, ['feeds/auctions', 'feeds/settlements']);
  await open(page, engine);
  await turn(page, 'settlements');
  const states = page.getByRole('group', { name: 'State' });
  await expect(states).toContainText('Rehearsed, nothing is owed');
  await expect(states).not.toContainText('All that is owed');
  await expect(states).toContainText(due);
  const bar = page.getByRole('group', { name: 'Reconciliation' });
  await expect(bar).toContainText('no gateway yet');
  await expect(bar).not.toContainText('not there');
  await expect(bar).toContainText('Rehearsed, not owed');
  await expect(bar).toContainText('reconciles');
});

test('values and pads that are refused say what failed', async ({ page, engine }) => {
  await refuse(page, ['priceBook', 'price-book']);
  await open(page, engine);
  await turn(page, 'values');
  await expect(page.getByText('The price book cannot be read')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(FAULT);
  await turn(page, 'cue');
  await expect(page.getByText('No price book')).toBeVisible();
  await expect(page.getByRole('main')).toContainText(FAULT);
});

test('a session that is over says how to get back in, and the address does it', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await cue(engine, { event_type: 'goal', team_id: 'NYR' });
  await expect(page.getByText('A-0001').first()).toBeVisible();
  await engine.kill();
  const flags = ['--http', `127.0.0.1:${engine.http.port}`];
  const other = await startEngine({ flags });
  const line = page.getByRole('region', { name: 'Notices' });
  await expect(line).toContainText('Open the address with the token again', { timeout: 10_000 });
  await expect(page.getByRole('region', { name: 'Stale' })).toContainText('no valid session');
  await expect(page.getByRole('main')).toContainText('A-0001');
  await page.goto(other.url);
  await expect(page.locator('[data-stale="false"]')).toHaveCount(1);
  await other.kill();
});
