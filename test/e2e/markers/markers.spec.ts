// Owns proof of the Markers screen in a real browser against a real engine: two side by side, stars
// that last, files, the light on tree and bytes, and all of it by the keyboard alone.
import { readFile } from 'node:fs/promises';
import { createSocket } from 'node:dgram';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Marker } from '../../../src/contract/marker';
import type { TestEngine } from '../engine';
import { breaches, cue, open, rows, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

/** A time_signal as SCTE 35 14.3 prints it, and the same with one bit turned. */
const SECTION = '/DAvAAAAAAAA///wBQb+dGKQoAAZAhdDVUVJSAAAjn+fCAgAAAAALKChijUCAKnMZ1g=';
const WHOLE = Buffer.from(SECTION, 'base64');
const BROKEN = Buffer.from(WHOLE.map((byte, at) => (at === 30 ? byte ^ 1 : byte)));

async function send(engine: TestEngine, bytes: Buffer): Promise<void> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    socket.send(bytes, engine.udpPort, '127.0.0.1', (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
  socket.close();
}

async function markersOf(engine: TestEngine): Promise<Marker[]> {
  const { json } = await engine.call('GET', '/scte/markers?limit=500');
  return (json as { items: Marker[] }).items;
}

/** A good section, a broken one, a manual cue, a bare one and its copy, in this order. */
async function heard(page: Page, engine: TestEngine): Promise<void> {
  await open(page, engine);
  const bare = { event_type: 'goal', team_id: 'NYR', game_id: 'G-1' };
  const sends = [
    () => send(engine, WHOLE),
    () => send(engine, BROKEN),
    () => engine.call('POST', '/scte/test-cue', { eventType: 'penalty', teamId: 'BOS' }),
    () => cue(engine, bare),
    () => cue(engine, bare),
  ];
  for (const [at, one] of sends.entries()) {
    await one();
    await expect.poll(async () => (await markersOf(engine)).length).toBe(at + 1);
  }
  await visit(page, '/markers');
  await expect(rows(page, 'Markers')).toHaveCount(sends.length);
}

const bytesOf = (page: Page): Locator => page.getByRole('group', { name: 'Bytes in hex' });
const row = (page: Page, text: string): Locator =>
  rows(page, 'Markers').filter({ hasText: text }).first();

async function downloaded(page: Page, press: () => Promise<void>): Promise<[string, string]> {
  const waited = page.waitForEvent('download');
  await press();
  const file = await waited;
  return [file.suggestedFilename(), await readFile(await file.path(), 'utf8')];
}

test('every verdict is counted, a manual cue says so, a broken one keeps its bytes', async ({
  page,
  engine,
}) => {
  await heard(page, engine);
  for (const name of ['All 5', 'Duplicate 1', 'Stale 0', 'Invalid 1', 'Quarantined 0']) {
    await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  }
  await expect(row(page, 'Penalty')).toContainText('manual');
  await expect(row(page, 'DUPLICATE')).toContainText('2/2');
  await row(page, 'INVALID').click();
  await expect(page.getByText('Nothing in it could be read')).toBeVisible();
  await expect(bytesOf(page)).toContainText('A9CC');
  const all = await markersOf(engine);
  expect(all.filter(({ loopDelayMs }) => loopDelayMs === undefined)).toEqual([]);
  await page.getByRole('button', { name: 'Stale 0' }).click();
  await expect(page.getByText('No marker is stale')).toBeVisible();
  await page.getByRole('button', { name: 'Show all 5' }).click();
  await expect(rows(page, 'Markers')).toHaveCount(5);
});

test('a star lasts, and the starred one stands beside the selected one', async ({
  page,
  engine,
  noise,
}) => {
  await heard(page, engine);
  await row(page, 'INVALID').click();
  await page.keyboard.press('s');
  await page.reload();
  await expect(row(page, 'INVALID').getByRole('img', { name: 'starred' })).toBeVisible();
  await row(page, 'IGNORED').click();
  await page.getByRole('button', { name: 'Diff D' }).click();
  const bytes = page.getByRole('group', { name: 'Bytes side by side' });
  await expect(bytes.getByRole('img', { name: 'differs' })).toHaveCount(1);
  await expect(page.getByText('1 byte differs')).toBeVisible();
  const fields = page.getByRole('group', { name: 'Fields side by side' });
  await expect(fields.getByRole('row', { name: /^form/u })).toHaveCount(1);
  await page.getByRole('button', { name: /^\u2260 \d+$/u }).click();
  await expect(fields.getByRole('row', { name: /^form/u })).toHaveCount(0);
  await expect(fields).toContainText('verdict');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(bytesOf(page)).toBeVisible();
  await page.getByRole('button', { name: 'Starred 1' }).click();
  await expect(rows(page, 'Markers')).toHaveCount(1);
  expect(noise).toEqual([]);
});

test('what is listed goes into a file without the network', async ({ page, engine }) => {
  await heard(page, engine);
  await page.getByRole('button', { name: 'Accepted 2' }).click();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('blob:')) asked.push(request.url());
  });
  const [csvName, csv] = await downloaded(page, async () => {
    await page.keyboard.press('e');
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('button', { name: 'Listed: accepted as CSV' }).click();
  });
  expect(csvName).toMatch(/^cuebid-markers-\d{8}T\d{6}Z\.csv$/u);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(3);
  const [, json] = await downloaded(page, async () => {
    await page.keyboard.press('e');
    await page.getByRole('button', { name: /^Selected: M-\d+ as JSON$/u }).click();
  });
  const [selected] = JSON.parse(json) as Marker[];
  expect((await markersOf(engine)).map(({ id }) => id)).toContain(selected?.id);
  expect(asked).toEqual([]);
});

test('tree and bytes are one, by pointer and by the keyboard alone', async ({ page, engine }) => {
  await heard(page, engine);
  const reading = page.getByRole('status', { name: 'What the bytes read as' });
  const fields = rows(page, 'Fields');
  await row(page, 'IGNORED').click();
  await bytesOf(page).locator('[data-at="29"]').first().click();
  await expect(reading).toContainText('48 00 00 8E = 0x4800008E = 1207959694');
  await expect(fields.filter({ hasText: 'event_id 0x4800008E' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('ArrowRight');
  await expect(bytesOf(page).locator('[data-at="31"]').first()).toHaveClass(/lit/u);

  await fields.first().focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(reading).toContainText('FC = 0xFC = 252');
  await page.keyboard.press('ArrowLeft');
  await expect(fields.filter({ hasText: 'splice_info_section' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(fields.filter({ hasText: 'table_id' })).toHaveCount(0);
  await expect(fields.filter({ hasText: 'splice_info_section' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(fields.filter({ hasText: 'table_id' })).toHaveCount(1);
});

test('the bytes are copied in four forms', async ({ page, engine, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await heard(page, engine);
  await row(page, 'IGNORED').click();
  const pasted = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('x');
  await expect.poll(pasted).toBe(WHOLE.toString('hex').toUpperCase());
  await page.getByRole('button', { name: 'base64' }).click();
  await page.keyboard.press('x');
  await expect.poll(pasted).toBe(SECTION);
  await page.getByRole('button', { name: 'text', exact: true }).click();
  await page.keyboard.press('x');
  await expect.poll(pasted).toContain('time_signal');
});

test('a picked row stays where it is while cues come in', async ({ page, engine }) => {
  await heard(page, engine);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const picked = rows(page, 'Markers').and(page.locator('[aria-selected="true"]'));
  const placeOf = async (): Promise<number> => (await picked.boundingBox())?.y ?? -1;
  const before = await placeOf();
  for (let n = 0; n < 12; n += 1) await cue(engine, { event_type: 'goal', game_id: `X-${n}` });
  const newer = page.getByRole('button', { name: '12 newer above' });
  await expect(newer).toBeVisible();
  expect(await placeOf()).toBeCloseTo(before, 0);
  await newer.click();
  await expect(newer).toHaveCount(0);
});
