// Owns proof of the frame in a real browser against a real engine: notices, the palette, the lock,
// the hold of new auctions, lost keys, the look, and coming back with nothing lost or doubled.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startEngine, type TestEngine } from '../engine';
import { tempDir } from '../../fixtures/temp-dir';
import { cue, open, rows, slots, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

const goal = (n: number): Record<string, unknown> => ({
  event_type: 'goal',
  team_id: 'NYR',
  game_id: `G-${n}`,
});

async function idsOf(engine: TestEngine, path: string): Promise<string[]> {
  const { json } = await engine.call('GET', `${path}?limit=500`);
  return (json as { items: { id: string }[] }).items.map(({ id }) => id).sort();
}

async function sell(engine: TestEngine, from: number, count: number): Promise<void> {
  for (let n = from; n < from + count; n += 1) await cue(engine, goal(n));
  await expect.poll(async () => (await idsOf(engine, '/settlements')).length).toBe(from + count);
}

/** Holds a key, or the last key of a chord. */
async function holdKey(page: Page, keys: readonly string[], ms: number): Promise<void> {
  for (const key of keys.slice(0, -1)) await page.keyboard.press(key);
  const last = keys.at(-1) ?? '';
  await page.keyboard.down(last);
  await page.waitForTimeout(ms);
  await page.keyboard.up(last);
}

test('new auctions are held from any screen by a whole hold, and let go the same way', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await visit(page, '/health');
  const header = page.getByRole('banner');
  const sheet = page.getByRole('dialog', { name: 'Hold all new auctions' });
  await holdKey(page, ['g', 'p'], 300);
  await expect(sheet).toContainText('Holds every new auction.');
  await expect(header).not.toContainText('HELD');
  await sheet.getByRole('button', { name: 'Hold to hold new auctions' }).focus();
  await holdKey(page, ['Enter'], 1_000);
  await holdKey(page, ['Space'], 1_000);
  await expect(header).not.toContainText('HELD');
  await page.keyboard.press('Escape');
  await holdKey(page, ['g', 'p'], 1_200);
  await expect(header).toContainText('HELD');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'New auctions are held.',
  );
  await cue(engine, goal(1));
  await expect.poll(() => idsOf(engine, '/scte/markers')).toHaveLength(1);
  expect(await idsOf(engine, '/scte/auctions')).toEqual([]);
  const { json } = await engine.call('GET', '/scte/markers');
  expect((json as { items: object[] }).items[0]).toMatchObject({
    status: 'IGNORED',
    reason: 'held',
  });

  await page.getByRole('button', { name: 'Release new auctions' }).click();
  const release = page.getByRole('button', { name: 'Hold to let auctions open' });
  await release.hover();
  await page.mouse.down();
  await expect(header).not.toContainText('HELD', { timeout: 3_000 });
  await page.mouse.up();
  await sell(engine, 0, 1);
});

test('a locked desk reads everything and changes nothing until a whole hold', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await page.keyboard.press('g');
  await page.keyboard.press('k');
  const header = page.getByRole('banner');
  await expect(header).toContainText('Read only');
  await page.reload();
  await expect(header).toContainText('Read only');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('can be read');
  await sell(engine, 0, 2);
  await visit(page, '/auctions');
  await expect(rows(page, 'Auctions')).toHaveCount(2);
  await holdKey(page, ['g', 't'], 1_200);
  await expect(page.getByRole('dialog')).toContainText('desk locked');
  await page.keyboard.press('Escape');
  await holdKey(page, ['g', 'p'], 1_200);
  await page.keyboard.press('Escape');
  expect((await engine.call('GET', '/api/live-stats')).json).toMatchObject({
    mode: 'REHEARSAL',
    held: false,
  });
  await holdKey(page, ['g', 'k'], 300);
  await expect(header).toContainText('Read only');
  await holdKey(page, ['g', 'k'], 1_000);
  await expect(header).toContainText('Keys live');
});

test('the palette opens screens, sheets and ids, and switches the look', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await sell(engine, 0, 3);
  const find = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Screen, action or id' })).toBeFocused();
    await page.keyboard.type(words);
  };
  await find('a-0002');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/auctions\?auction=A-0002$/u);
  await find('health');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toHaveCount(1);
  await find('change mode');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Change mode' })).toBeVisible();
  await page.keyboard.press('Escape');
  await find('deutan');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'deutan');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-palette', 'deutan');
  await page.getByRole('button', { name: 'Keys and look' }).click();
  await page.getByRole('button', { name: 'Usual colours' }).click();
  await expect(page.locator('html')).not.toHaveAttribute('data-palette', 'deutan');
  await page.keyboard.press('Escape');
  await find('no such thing anywhere');
  await expect(page.getByRole('dialog')).toContainText('Nothing here is called');
});

test('a critical notice stays until acknowledged, and every one stays in the list', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  const line = page.getByRole('region', { name: 'Notices' });
  process.kill(engine.pid, 'SIGSTOP');
  await expect(line).toContainText('No word from the engine.');
  process.kill(engine.pid, 'SIGCONT');
  await expect(page.locator('[data-stale="false"]')).toHaveCount(1, { timeout: 10_000 });
  await expect(line).toContainText('Over, not acknowledged: No word from the engine.');
  await expect(line.locator('[aria-live="assertive"]')).toContainText('No word');
  await page.keyboard.press('Pause');
  await expect(line).not.toContainText('No word');
  await page.keyboard.press('!');
  const list = page.getByRole('list', { name: 'Notices, newest first' });
  await expect(list.getByRole('listitem').filter({ hasText: 'No word' })).toContainText('over');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /open: list of notices/u }).click();
  await expect(list).toBeVisible();
});

/** An engine whose auctions last three seconds, so that it can be killed in one. */
async function slowEngine(): Promise<TestEngine> {
  const dataDir = tempDir('slow');
  writeFileSync(
    join(dataDir, 'config.json'),
    JSON.stringify({ auctions: { defaultDurationMs: 3_000 } }),
  );
  return startEngine({ dataDir });
}

test('an engine killed in an auction and back: every list has what it has, once each', async ({
  page,
}) => {
  const engine = await slowEngine();
  await open(page, engine);
  await sell(engine, 0, 4);
  await cue(engine, goal(90));
  await expect(slots(page).first()).toContainText('A-0005');
  const opened = await engine.call('GET', '/auctions/A-0005');
  expect(opened.json).toMatchObject({ status: 'OPEN' });
  await engine.kill();
  await expect(page.locator('[data-stale="true"]')).toHaveCount(1);
  const age = page.getByText(/^STALE \d/u);
  await expect(age).toBeVisible();
  const flags = ['--http', `127.0.0.1:${engine.http.port}`, '--udp', `127.0.0.1:${engine.udpPort}`];
  const again = await startEngine({ dataDir: engine.dataDir, flags });
  const { json: aborted } = await again.call('GET', '/auctions/A-0005');
  expect(aborted).toMatchObject({ status: 'ABORTED_CRASH', reason: 'engine_crash', winner: null });
  await sell(again, 4, 3);
  await expect(page.locator('[data-stale="false"]')).toHaveCount(1, { timeout: 10_000 });
  const lists = [
    ['a', 'Auctions', '/scte/auctions', 8],
    ['m', 'Markers', '/scte/markers', 8],
    ['s', 'Settlements', '/settlements', 7],
  ] as const;
  for (const [key, list, path, count] of lists) {
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    const shown = async (): Promise<(string | null)[]> => {
      const all = await rows(page, list).evaluateAll((drawn) =>
        drawn.map((row) => row.getAttribute('data-key')),
      );
      return all.sort();
    };
    const ids = await idsOf(again, path);
    expect(ids).toHaveLength(count);
    await expect.poll(shown, { message: list }).toEqual(ids);
  }
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  const ended = rows(page, 'Auctions').and(page.locator('[data-key="A-0005"]'));
  await expect(ended).toContainText('ABORTED');
  await expect(page.getByText('A-0005 open')).toHaveCount(0);
  await again.kill();
});

test('what the smallest window has no room for gives way in its order', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await page.setViewportSize({ width: 1280, height: 800 });
  const inside = async (name: string): Promise<boolean> => {
    const box = await page.getByText(name, { exact: true }).first().boundingBox();
    return box !== null && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0);
  };
  for (const name of ['REHEARSAL', 'No show named', 'UTC', 'Next slot', 'Keys live', 'ENGINE']) {
    expect(await inside(name), name).toBe(true);
  }
  await expect(page.getByText(/^This desk/u)).toBeVisible();
  await page.setViewportSize({ width: 1100, height: 800 });
  await expect(page.getByText(/^This desk/u)).toBeHidden();
  for (const name of ['REHEARSAL', 'Next slot', 'Keys live']) expect(await inside(name)).toBe(true);
});
