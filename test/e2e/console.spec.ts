// Owns proof of the console in a real browser against a real engine: what a cue becomes on the
// page, the stale look, coming back, holding to fire, the keyboard, the mode, and access for
// everybody. Refuses a stand-in for the engine.
import { expect, type Locator, type Page } from '@playwright/test';
import { startEngine } from './engine';
import { breaches, cue, open, rows, test } from './stage';

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
  await expect(rows(page, 'Markers').getByText('ACCEPTED')).toBeVisible(WITHIN_A_SECOND);
  await expect(rows(page, 'Auctions').getByText('SOLD')).toBeVisible(WITHIN_A_SECOND);
  await expect(rows(page, 'Settlements')).toHaveCount(1, WITHIN_A_SECOND);

  const tile = page.getByRole('region', { name: /^Slot A-/u });
  await expect(tile.getByText('REHEARSAL SOLD')).toBeVisible();
  await expect(tile.getByText('close game')).toBeVisible();
  await expect(tile.getByText('floor 7,000.00')).toBeVisible();

  await rows(page, 'Auctions').first().click();
  const why = page.getByRole('region', { name: /^Why A-/u });
  await expect(why.getByText(/pays its own bid/u)).toBeVisible();
  const id = new URL(page.url()).searchParams.get('auction') ?? '';
  const { json } = await engine.call('GET', `/auctions/${id}/explain`);
  const { bidders } = json as { bidders: { name: string }[] };
  expect(bidders.length).toBeGreaterThan(1);
  for (const { name } of bidders) {
    await expect(why.getByRole('listitem').filter({ hasText: name })).toHaveCount(1);
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
  await cue(engine, goal('NYR'));
  await cue(engine, goal('NYR'));
  await expect(rows(page, 'Markers').getByText('DUPLICATE')).toBeVisible(WITHIN_A_SECOND);
  await expect(rows(page, 'Auctions')).toHaveCount(1);
});

test('the address keeps the selected auction; J, K, Enter and Esc do the rest', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  for (const team of ['NYR', 'BOS', 'TOR']) await cue(engine, goal(team));
  await expect(rows(page, 'Auctions').getByText('SOLD')).toHaveCount(3);
  const keys = await rows(page, 'Auctions').evaluateAll((all) =>
    all.map((row) => row.getAttribute('data-key')),
  );

  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/live\\?auction=${keys[1]}$`, 'u'));
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(new RegExp(`auction=${keys[2]}$`, 'u'));
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: `Why ${keys[1]}` })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: `Why ${keys[1]}` })).toBeVisible();
  await expect(page.getByText(/pays its own bid/u)).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Test cue' })).toBeVisible();
  await expect(page).toHaveURL(/\/live$/u);

  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Test cue' })).toHaveCount(0);
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(rows(page, 'Settlements').first()).toBeFocused();
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
  await expect(rows(page, 'Settlements')).toHaveCount(2);
  const before = await rows(page, 'Auctions').allInnerTexts();
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
  await expect(page.getByRole('button', { name: 'Fight' })).toBeDisabled();

  const again = await startEngine({
    dataDir: engine.dataDir,
    flags: ['--http', `127.0.0.1:${engine.http.port}`, '--udp', `127.0.0.1:${engine.udpPort}`],
  });
  await expect(app).toHaveAttribute('data-stale', 'false', { timeout: 10_000 });
  await expect.poll(() => rows(page, 'Auctions').allInnerTexts()).toEqual(before);
  await expect(rows(page, 'Markers')).toHaveCount(2);
  await expect(rows(page, 'Settlements')).toHaveCount(2);
  await cue(again, goal('TOR'));
  await expect(rows(page, 'Auctions')).toHaveCount(3, WITHIN_A_SECOND);
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
  await expect(rows(page, 'Auctions')).toHaveCount(1, WITHIN_A_SECOND);
});

test('a session that is gone is told in words', async ({ page, context, engine }) => {
  await open(page, engine);
  await context.clearCookies();
  await engine.kill();
  const flags = ['--http', `127.0.0.1:${engine.http.port}`];
  const again = await startEngine({ dataDir: engine.dataDir, flags });
  const told = page.getByRole('region', { name: 'Notices' });
  await expect(told.getByText(/no valid session\. Open the address/u).first()).toBeVisible({
    timeout: 10_000,
  });
  await again.kill();
});

test('only a whole hold by pointer fires, once; no key does', async ({ page, engine }) => {
  await open(page, engine);
  const ring = page.getByRole('button', { name: /^Hold to fire/u });
  await hold(page, ring, 1_000);
  await page.getByRole('button', { name: /^Goal/u }).click();
  await page.getByLabel('Team').fill('NYR');
  await expect(page.getByText(/Sends Goal for NYR as a manual cue/u)).toBeVisible();

  await hold(page, ring, 500);
  await ring.focus();
  for (const key of ['Space', 'Enter', 'NumpadEnter']) {
    await page.keyboard.down(key);
    await page.waitForTimeout(900);
    await page.keyboard.up(key);
  }
  await page.getByLabel('Team').press('Enter');
  const moved = await ring.boundingBox();
  if (moved === null) throw new Error('the ring is not on the page');
  await page.mouse.move(moved.x + 40, moved.y + 40);
  await page.mouse.down();
  await page.mouse.move(moved.x - 200, moved.y - 200);
  await page.waitForTimeout(1_000);
  await page.mouse.up();
  const { json } = await engine.call('GET', '/scte/markers');
  expect((json as { items: unknown[] }).items).toEqual([]);
  await expect(page.getByText('No manual cue fired from this console.')).toBeVisible();

  await hold(page, ring, 1_600);
  const fired = page.getByRole('list', { name: 'Manual cues, newest first' });
  await expect(fired.getByText(/A-\d+ sold to .+ for [\d,.]+ USD/u)).toBeVisible();
  await expect(rows(page, 'Markers')).toHaveCount(1);
});

test('the mode changes by a hold, SETUP turns the pad off, ON AIR is refused in words', async ({
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
  await expect(page.getByText('SETUP starts no auctions. Go to REHEARSAL first.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Goal/u })).toBeDisabled();
  await cue(engine, goal('NYR'));
  await expect(rows(page, 'Markers').getByText('IGNORED')).toBeVisible(WITHIN_A_SECOND);
});

test('axe finds nothing, in any state or look', async ({ page, engine }) => {
  await open(page, engine);
  expect(await breaches(page)).toEqual([]);
  await cue(engine, goal('NYR'));
  await cue(engine, { event_type: 'no such thing' });
  await expect(rows(page, 'Auctions').getByText('SOLD')).toBeVisible();
  for (const look of ['light=bright', 'light=none&palette=deutan', 'palette=none']) {
    await page.goto(new URL(`/live?${look}`, page.url()).href);
    await expect(rows(page, 'Settlements')).toHaveCount(1);
    expect(await breaches(page)).toEqual([]);
  }
  await rows(page, 'Auctions').first().click();
  await expect(page.getByText(/pays its own bid/u)).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('button', { name: 'Change mode' }).click();
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await engine.kill();
  await expect(page.locator('[data-stale="true"]')).toHaveCount(1);
  expect(await breaches(page)).toEqual([]);
});
