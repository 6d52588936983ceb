// Owns proof of the console in a real browser against a real engine: what a cue becomes on the
// page, the stale look, coming back, holding to fire, the keyboard, the mode, and access for
// everybody. Refuses a stand-in for the engine.
import { expect, type Locator, type Page } from '@playwright/test';
import { startEngine } from './engine';
import { breaches, cue, open, rows, slots, test, visit } from './stage';

const WITHIN_A_SECOND = { timeout: 1_000 };

test.use({ viewport: { width: 1440, height: 900 } });

const goal = (team: string): Record<string, unknown> => ({
  event_type: 'goal',
  team_id: team,
  game_id: 'G-1',
  close_game: true,
});

/** Presses the middle of a control and holds it. */
async function hold(page: Page, control: Locator, ms: number): Promise<void> {
  const box = await control.boundingBox();
  if (box === null) throw new Error('the control is not on the page');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(ms);
  await page.mouse.up();
}

test('a cue by UDP becomes marker, value with its trace, bids and winner within a second', async ({
  page,
  engine,
  noise,
}) => {
  await open(page, engine);
  await cue(engine, goal('NYR'));
  await expect(slots(page).getByText('sold')).toBeVisible(WITHIN_A_SECOND);
  const lanes = page.getByRole('img', {
    name: /^Lanes .+ 1 cue, 1 auction, 1 winner, 1 settlement/u,
  });
  await expect(lanes).toBeVisible({ timeout: 3_000 });

  const tile = page.getByRole('region', { name: /^Slot A-/u });
  await expect(tile.getByText('REHEARSAL SOLD')).toBeVisible();
  await expect(tile.getByText('close game')).toBeVisible();
  await expect(tile.getByText('floor 7,000.00')).toBeVisible();

  await tile.getByRole('button', { name: /^close game/u }).focus();
  await expect(tile.getByText('close game: stated true, source marker')).toBeVisible();
  await slots(page).first().click();
  const id = new URL(page.url()).searchParams.get('auction') ?? '';
  const bids = page.getByRole('group', { name: `Bidders of ${id}` });
  await expect(bids.getByText('won', { exact: true })).toHaveCount(1);
  const { json } = await engine.call('GET', `/auctions/${id}/explain`);
  const { bidders } = json as { bidders: { name: string }[] };
  expect(bidders.length).toBeGreaterThan(1);
  for (const { name } of bidders) {
    await expect(bids.getByRole('row').filter({ hasText: name })).toHaveCount(1);
  }
  expect(noise).toEqual([]);
});

test('an empty console says where it listens, and a copy is a row of its own', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  const where = `Listening on 127.0.0.1:${engine.udpPort}, 0 packets in `;
  await expect(page.getByText(where)).toBeVisible();
  await page.getByRole('link', { name: /^Send a test cue/u }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Manual cue' })).toHaveCount(1);
  await visit(page, '/markers');
  await expect(page.getByText(where)).toBeVisible();
  await cue(engine, goal('NYR'));
  await cue(engine, goal('NYR'));
  await expect(rows(page, 'Markers').getByText('DUPLICATE')).toBeVisible(WITHIN_A_SECOND);
  await visit(page, '/live');
  await expect(slots(page)).toHaveCount(1);
});

test('arrows pick a slot, the address keeps it, Enter opens it, Esc lets it go', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  for (const team of ['NYR', 'BOS', 'TOR']) await cue(engine, goal(team));
  await expect(slots(page).getByText('sold')).toHaveCount(3);
  const keys = await slots(page).evaluateAll((all) =>
    all.map((slot) => slot.getAttribute('data-key')),
  );

  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(new RegExp(`/live\\?auction=${keys[0]}$`, 'u'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('j');
  await expect(page).toHaveURL(new RegExp(`auction=${keys[2]}$`, 'u'));
  await page.keyboard.press('ArrowLeft');
  await expect(slots(page).nth(1)).toBeFocused();
  const bids = page.getByRole('heading', { name: `${keys[1]} Goal` });
  await expect(bids).toBeVisible();

  await page.reload();
  await expect(bids).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/live$/u);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/auctions\\?auction=${keys[0]}$`, 'u'));
  await expect(page.getByRole('region', { name: `Why ${keys[0]}` })).toBeVisible();
});

test('P freezes the view and says so while the engine goes on', async ({ page, engine }) => {
  await open(page, engine);
  await cue(engine, goal('NYR'));
  const tile = page.getByRole('region', { name: /^Slot A-/u });
  await expect(tile.getByText('floor 7,000.00')).toBeVisible();
  await page.keyboard.press('p');
  const banner = page.getByRole('status', { name: 'Paused view' });
  await expect(banner).toContainText('PAUSED VIEW, engine live');
  const stood = await tile.innerText();
  const clock = page.getByRole('timer', { name: 'UTC' });
  const time = await clock.innerText();
  await cue(engine, goal('BOS'));
  await expect
    .poll(async () => (await engine.call('GET', '/api/live-stats')).json)
    .toMatchObject({ auctions: { sold: 2 } });
  await expect(clock).not.toHaveText(time);
  await expect(slots(page)).toHaveCount(1);
  expect(await tile.innerText()).toBe(stood);
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('p');
  await expect(banner).toHaveCount(0);
  await expect(slots(page)).toHaveCount(2);
});

test('the strip says what the last cue stated, and what would cost what by it', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  const strip = page.getByRole('region', { name: 'Game, as cues state it' });
  await expect(strip).toContainText('no cue has stated any');
  await expect(strip.getByRole('definition')).toHaveText([
    '5,000.00',
    '6,000.00',
    '2,500.00',
    '500.00',
  ]);
  await cue(engine, { ...goal('NYR'), period: '3', is_playoffs: true });
  await expect(strip).toContainText('\u00d72.80');
  await expect(strip).toContainText('source marker');
  await expect(strip).toContainText('P3');
  await expect(strip.getByRole('definition')).toHaveText([
    '14,000.00',
    '16,800.00',
    '7,000.00',
    '1,400.00',
  ]);
});

test('an auction that is not there says so', async ({ page, engine }) => {
  await open(page, engine);
  await page.goto(new URL('/live?auction=A-9999', page.url()).href);
  await expect(page.getByText('A-9999 cannot be shown')).toBeVisible();
  await expect(page.getByText('There is no auction with this id.')).toBeVisible();
});

test('a killed engine looks stale, and a new one is read anew with nothing doubled', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  for (const team of ['NYR', 'BOS']) await cue(engine, goal(team));
  await expect(slots(page).getByText('sold')).toHaveCount(2);
  const before = await slots(page).allInnerTexts();
  await engine.kill();

  const app = page.locator('[data-stale]');
  await expect(app).toHaveAttribute('data-stale', 'true');
  await expect(page.getByText(/^was REHEARSAL at \d\d:\d\d:\d\d\.\d$/u)).toBeVisible();
  await expect(page.getByText('Nothing here is live.')).toBeVisible();
  const told = page.getByRole('region', { name: 'Notices' });
  await expect(told.getByText('Critical')).toBeVisible();
  await page.keyboard.press('Pause');
  await expect(told.getByText('Critical')).toHaveCount(0);
  const clock = page.getByRole('timer', { name: 'UTC' });
  const tile = page.getByRole('region', { name: /^Slot A-/u });
  const stood = [await clock.innerText(), await tile.innerText()];
  const silent = page.getByText(/^STALE \d/u);
  const age = await silent.innerText();
  await expect(silent).not.toHaveText(age);
  expect([await clock.innerText(), await tile.innerText()]).toEqual(stood);

  const again = await startEngine({
    dataDir: engine.dataDir,
    flags: ['--http', `127.0.0.1:${engine.http.port}`, '--udp', `127.0.0.1:${engine.udpPort}`],
  });
  await expect(app).toHaveAttribute('data-stale', 'false', { timeout: 10_000 });
  await expect.poll(() => slots(page).allInnerTexts()).toEqual(before);
  await cue(again, goal('TOR'));
  await expect(slots(page)).toHaveCount(3, WITHIN_A_SECOND);
  for (const [address, count] of [
    ['Markers', 3],
    ['Settlements', 3],
  ] as const) {
    await visit(page, `/${address.toLowerCase()}`);
    await expect(rows(page, address)).toHaveCount(count);
  }
  await again.kill();
});

test('an engine that hangs looks stale too, and is live again when it goes on', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  process.kill(engine.pid, 'SIGSTOP');
  const app = page.locator('[data-stale]');
  await expect(app).toHaveAttribute('data-stale', 'true');
  await expect(page.getByText(/Trying again, attempt \d+\./u)).toBeVisible({ timeout: 8_000 });
  process.kill(engine.pid, 'SIGCONT');
  await expect(app).toHaveAttribute('data-stale', 'false', { timeout: 10_000 });
  await cue(engine, goal('NYR'));
  await expect(slots(page)).toHaveCount(1, WITHIN_A_SECOND);
});

test('a session that is gone is told in words', async ({ page, context, engine }) => {
  await open(page, engine);
  await context.clearCookies();
  await engine.kill();
  const flags = ['--http', `127.0.0.1:${engine.http.port}`];
  const again = await startEngine({ dataDir: engine.dataDir, flags });
  const told = page.getByRole('region', { name: 'Notices' });
  const wayBack = told.getByText(/no valid session.*Open the address with the token again/u);
  await expect(wayBack.first()).toBeVisible({ timeout: 10_000 });
  await again.kill();
});

test('only a whole hold by pointer fires, once', async ({ page, engine }) => {
  await open(page, engine);
  await visit(page, '/cue');
  const ring = page.getByRole('button', { name: /^Hold to fire/u });
  await hold(page, ring, 1_000);
  await page.getByRole('button', { name: /Slot start/u }).click();
  await page.getByLabel('Team').fill('NYR');
  await expect(page.getByText('Goal, NYR, 10 s slot')).toBeVisible();

  await hold(page, ring, 500);
  const moved = await ring.boundingBox();
  if (moved === null) throw new Error('the ring is not on the page');
  await page.mouse.move(moved.x + 40, moved.y + 40);
  await page.mouse.down();
  await page.mouse.move(moved.x - 200, moved.y - 200);
  await page.waitForTimeout(1_000);
  await page.mouse.up();
  const { json } = await engine.call('GET', '/scte/markers');
  expect((json as { items: unknown[] }).items).toEqual([]);
  await expect(page.getByText('No manual cue has been fired')).toBeVisible();

  await hold(page, ring, 1_600);
  const fired = page.getByRole('group', { name: 'Manual cues' });
  await expect(fired.getByText(/A-\d+ sold [\d,.]+ to/u)).toHaveCount(1);
  await visit(page, '/markers');
  await expect(rows(page, 'Markers')).toHaveCount(1);
});

test('the mode changes by a hold, SETUP fires nothing, ON AIR is refused in words', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  const change = page.getByRole('button', { name: 'Change mode' });
  await change.click();
  await page.getByRole('button', { name: /^ON AIR/u }).click();
  await hold(page, page.getByRole('button', { name: 'Hold for ON AIR' }), 1_000);
  const { json } = await engine.call('POST', '/mode', { mode: 'ON_AIR' });
  const { message } = json as { message: string };
  await expect(page.getByRole('dialog').getByText(message)).toBeVisible();

  await page.getByRole('button', { name: /^SETUP/u }).click();
  await hold(page, page.getByRole('button', { name: 'Hold for SETUP' }), 400);
  await expect(page.locator('[data-mode="REHEARSAL"]')).toHaveCount(1);
  await hold(page, page.getByRole('button', { name: 'Hold for SETUP' }), 1_000);
  await expect(page.locator('[data-mode="SETUP"]')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('cues are listed only')).toBeVisible();
  const to = async (name: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name }).click();
  };
  await to('Cue');
  await page.getByRole('button', { name: /Slot start/u }).click();
  await expect(page.getByText('SETUP fires nothing.')).toBeVisible();
  await to('Markers');
  await cue(engine, goal('NYR'));
  await expect(rows(page, 'Markers').getByText('IGNORED')).toBeVisible(WITHIN_A_SECOND);
});

test('axe finds nothing, in any state or look', async ({ page, engine }) => {
  await open(page, engine);
  expect(await breaches(page)).toEqual([]);
  await cue(engine, goal('NYR'));
  await cue(engine, { event_type: 'no such thing' });
  await expect(slots(page).getByText('sold')).toBeVisible();
  for (const look of ['light=bright', 'light=none&palette=deutan', 'palette=none']) {
    await page.goto(new URL(`/live?${look}`, page.url()).href);
    await expect(slots(page)).toHaveCount(1);
    expect(await breaches(page)).toEqual([]);
  }
  await slots(page).first().click();
  await expect(page.getByRole('group', { name: /^Bidders of A-/u })).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change mode' }).click();
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await engine.kill();
  await expect(page.locator('[data-stale="true"]')).toHaveCount(1);
  expect(await breaches(page)).toEqual([]);
});
