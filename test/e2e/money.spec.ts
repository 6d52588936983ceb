// Owns proof of the screens of money in a real browser: a large change asks for a reason and a
// hold, what-if prices come from the engine, what is selected is added, only open ones on a key.
import { expect } from '@playwright/test';
import { breaches, cue, open, rows, test, visit } from './stage';

test.use({ viewport: { width: 1440, height: 900 } });

test('a large change is applied by a reason and a hold alone, and prices the moment first', async ({
  page,
  engine,
  noise,
}) => {
  await open(page, engine);
  await visit(page, '/values?event=fight');
  const moment = page.getByRole('region', { name: 'Fight, if it came now' });
  await expect(moment).toContainText('3,500.00');
  await page.getByLabel('Try close game').press('Space');
  await expect(moment).toContainText('4,900.00');
  await page.getByLabel('What if close game').press('ArrowRight');
  await expect(page.getByText('1 change staged')).toBeVisible();
  await expect(moment).toContainText('5,075.00USDnow 4,900.00');
  const base = page.getByLabel('Fight base, USD');
  await base.fill('9000');
  await base.press('Enter');
  await expect(page).toHaveURL(/event=fight$/u);
  await expect(moment).toContainText('13,050.00');
  await page.keyboard.press('Control+Enter');
  const sheet = page.getByRole('dialog', { name: 'Apply a large change' });
  await expect(sheet).toContainText('+157.1 %');
  expect(await breaches(page)).toEqual([]);
  const hold = async (): Promise<void> => {
    await page.keyboard.down('NumpadEnter');
    await page.waitForTimeout(1_100);
    await page.keyboard.up('NumpadEnter');
  };
  await hold();
  expect((await engine.call('GET', '/price-book')).json).toMatchObject({ version: 1 });
  await page.getByLabel('Reason, kept with the version').fill('a final tonight');
  await hold();
  await expect(page.getByText('Nothing staged. Book v2 is in force.')).toBeVisible();
  await expect(sheet).toHaveCount(0);
  const book = { events: { fight: { baseCents: 900_000 } }, modifiers: { close_game: 14_500 } };
  expect((await engine.call('GET', '/price-book')).json).toMatchObject({
    ...{ version: 2, why: 'a final tonight' },
    book,
  });
  expect(noise).toEqual([]);
});

test('settlements are selected by key and added, auctions narrowed to open ones', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  for (const id of ['G-1', 'G-2']) await cue(engine, { event_type: 'penalty', game_id: id });
  await visit(page, '/settlements');
  await expect(rows(page, 'Settlements')).toHaveCount(2);
  const selected = page.getByRole('status', { name: 'Selected' });
  await expect(selected).toHaveText('');
  await page.keyboard.press('a');
  await expect(selected).toHaveText(/^2 selected, [\d,.]+ USD rehearsed$/u);
  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  await expect(selected).toHaveText(/^1 selected/u);
  await page.keyboard.press('a');
  await page.keyboard.press('a');
  await expect(selected).toHaveText('');
  await page.getByRole('button', { name: 'SETTLED' }).click();
  await expect(page.getByText('None in this state')).toBeVisible();

  await visit(page, '/auctions');
  await expect(rows(page, 'Auctions')).toHaveCount(2);
  await page.keyboard.press('o');
  await expect(page.getByText('2 in the others. Choose All.')).toBeVisible();
  await page.keyboard.press('o');
  await expect(rows(page, 'Auctions')).toHaveCount(2);
  const bidders = page.getByRole('group', { name: 'Bidders' });
  await expect(bidders).toContainText('over the floor.');
  await expect(bidders).toContainText('Outbid by');
});
