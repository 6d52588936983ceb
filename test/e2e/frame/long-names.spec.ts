// Owns proof that long names cost no figure: with forty events of 36 letters every sum stays inside
// its panel, the name is cut and said whole under the pointer, and what is below the fold is told.
import { expect, type Page } from '@playwright/test';
import type { PriceBookVersion } from '../../../src/contract/price-book';
import type { TestEngine } from '../engine';
import { cue, open, test } from '../stage';

const LONG = 'very_long_event_type_name_number_39';

/** Fills the book up to forty events. */
async function fortyEvents(engine: TestEngine): Promise<void> {
  const { book, version } = (await engine.call('GET', '/price-book')).json as PriceBookVersion;
  const [one] = Object.values(book.events);
  if (one === undefined) throw new Error('the book has no event');
  for (let n = Object.keys(book.events).length; n < 40; n += 1)
    book.events[`very_long_event_type_name_number_${String(n).padStart(2, '0')}`] = one;
  const change = { fromVersion: version, name: 'Forty events', why: 'a long evening', book };
  expect((await engine.call('PUT', '/price-book', change)).status).toBe(200);
}

/** What of a group's figures sticks out of it at the right, or is cut, in words. */
function lost(page: Page, group: string, cells: string): Promise<string[]> {
  return page.getByRole('group', { name: group, exact: true }).evaluate((body, wanted) => {
    const edge = body.getBoundingClientRect().left + body.clientWidth;
    const found = [...body.querySelectorAll<HTMLElement>(wanted)];
    if (found.length === 0) throw new Error('no figure');
    return found
      .filter(
        (cell) =>
          cell.getBoundingClientRect().right > edge + 1 ||
          (cell.textContent !== '' && cell.scrollWidth > cell.clientWidth + 1),
      )
      .map((cell) => cell.textContent);
  }, cells);
}

test('long names are cut, figures never, and rows below the fold are told', async ({
  page,
  engine,
}) => {
  await fortyEvents(engine);
  const far = { team_id: 'THE-VERY-LONG-NAMED-TEAM-OF-SOMEWHERE', game_id: 'leg-2/'.repeat(9) };
  for (const n of [1, 2]) await cue(engine, { event_type: LONG, ...far, period: String(n) });
  await open(page, engine);
  for (const [width, height] of [
    [1280, 800],
    [1440, 900],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.getByRole('navigation').locator('[href="/values"]').click();
    const size = `${width}x${height}`;
    await expect(page.getByText(/^\d+ of 40, Enter stages/u), size).toBeVisible();
    const figures = 'td:nth-last-child(-n+5):not(:has(input))';
    expect(await lost(page, 'Base values', figures), size).toEqual([]);
    const name = page.getByRole('rowheader', { name: 'Very long event' }).last();
    await expect(name).toHaveAttribute('title', /^Very long event type name number \d\d$/u);
    await expect(page.getByText('re-priced').first()).toBeVisible();
    const plots = page.getByRole('group', { name: 'Last auctions re-priced' });
    const over = await plots.locator('li').evaluateAll(
      (rows) =>
        rows.filter((row) => {
          const [text, plot] = [row.children[0], row.children[1]];
          if (text === undefined || plot === undefined) throw new Error('no row');
          return text.getBoundingClientRect().right > plot.getBoundingClientRect().left;
        }).length,
    );
    expect(over, size).toBe(0);
    await page.getByRole('navigation').locator('[href="/auctions"]').click();
    await expect(page.getByRole('group', { name: 'Price, step by step' })).toBeVisible();
    expect(await lost(page, 'Price, step by step', 'td:last-child'), size).toEqual([]);
    expect(await lost(page, 'Bidders', 'td:last-child, td:nth-child(3)'), size).toEqual([]);
  }
});
