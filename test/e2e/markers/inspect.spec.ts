// Owns proof of the inspector's screen in a real browser against a real engine: every form pasted,
// what is refused with its place lit, the comparison with a heard marker, all forms copied, and all
// of it by the keyboard alone.
import { expect, type Locator, type Page } from '@playwright/test';
import { cue, open, breaches, rows, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

/** A time_signal as SCTE 35 14.3 prints it, and the same with one bit turned. */
const SECTION = '/DAvAAAAAAAA///wBQb+dGKQoAAZAhdDVUVJSAAAjn+fCAgAAAAALKChijUCAKnMZ1g=';
const HEX = Buffer.from(SECTION, 'base64').toString('hex');
const BROKEN = `${HEX.slice(0, 60)}${HEX[60] === '0' ? '1' : '0'}${HEX.slice(61)}`;
/** A splice_request of SCTE 104: splice event 77, 8 s ahead. */
const MESSAGE = 'ffff001e00000100000000010101000e010000004d00091f40012c000001';

const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Cue to take apart' });
const bytesOf = (page: Page): Locator => page.getByRole('group', { name: 'Bytes in hex' });
const about = (page: Page): Locator => page.getByRole('region', { name: 'What it is' });

async function shown(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
}

test('a section, XML, JSON and a SCTE 104 message are taken apart', async ({
  page,
  engine,
  noise,
}) => {
  await open(page, engine);
  await visit(page, '/markers/inspect');
  await expect(page.getByText('Paste a cue above')).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  await shown(page, SECTION);
  await expect(about(page)).toContainText('time_signal');
  await expect(about(page)).toContainText('0x4800008E dec 1207959694');
  await expect(bytesOf(page)).toContainText('FC');
  expect(await breaches(page)).toEqual([]);
  await shown(page, `<Binary>${SECTION}</Binary>`);
  await expect(about(page)).toContainText('XML');
  await expect(bytesOf(page).locator('[data-at="0"]').first()).toHaveText('FC');
  await shown(page, '{"event_type":"goal","team_id":"NYR"}');
  await expect(rows(page, 'Fields').filter({ hasText: 'team_id NYR' })).toBeVisible();
  await shown(page, MESSAGE);
  await expect(about(page)).toContainText('multiple operations');
  await rows(page, 'Fields').filter({ hasText: 'splice_event_id' }).click();
  await expect(page.getByRole('status', { name: 'What the bytes read as' })).toContainText('= 77');
  expect(noise).toEqual([]);
});

test('what is refused says why, its place is lit, and what could be read stands there', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await visit(page, '/markers/inspect');
  await shown(page, BROKEN);
  await expect(about(page)).toContainText('Refused: crc');
  await expect(page.getByText('time_signal, as far as it could be read')).toBeVisible();
  await expect(bytesOf(page).locator('[class*="lit"]').first()).toBeVisible();
  expect(await breaches(page)).toEqual([]);
  await shown(page, 'FC30');
  await expect(page.getByText('Nothing in it could be read')).toBeVisible();
  await shown(page, 'no cue at all!');
  await expect(about(page)).toContainText('neither hex nor base64');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(box(page)).toBeFocused();
  await expect(about(page)).toContainText('Nothing pasted yet');
});

test('it is compared with a heard marker, which the address names', async ({ page, engine }) => {
  await open(page, engine);
  await cue(engine, { event_type: 'goal', team_id: 'NYR', game_id: 'G-1' });
  await visit(page, '/markers/inspect');
  await shown(page, '{"event_type":"goal","team_id":"BOS","game_id":"G-1"}');
  const choose = page.getByLabel('Compare with');
  await expect(choose.locator('option')).toHaveCount(2);
  await choose.selectOption({ index: 1 });
  await expect(page.getByText('1 field differs')).toBeVisible();
  expect(new URL(page.url()).search).toMatch(/^\?marker=M-/u);
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(bytesOf(page)).toBeVisible();
});

test('by the keyboard alone: there, pasted, picked, copied in every form, and back', async ({
  page,
  engine,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, engine);
  await visit(page, '/markers');
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await expect(page).toHaveURL(/\/markers\/inspect$/u);
  await expect(box(page)).toBeFocused();
  await page.evaluate((text) => navigator.clipboard.writeText(text), HEX);
  await page.keyboard.press('Control+v');
  await expect(about(page)).toContainText('time_signal');
  await page.keyboard.press('Escape');
  const pasted = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const wanted: readonly (readonly [string, string])[] = [
    ['hex', HEX.toUpperCase()],
    ['base64', SECTION],
    ['JSON', '"command": "time_signal"'],
    ['XML', '<'],
  ];
  for (const [form, text] of wanted) {
    const choice = page.getByRole('button', { name: form, exact: true }).last();
    await choice.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('x');
    await expect.poll(pasted).toContain(text);
  }
  await page.keyboard.press('g');
  await page.keyboard.press('m');
  await expect(page).toHaveURL(/\/markers$/u);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('inspector');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue(HEX);
});
