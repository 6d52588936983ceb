// Owns proof of access where looks do not decide: the system's own colours keep what matters, bars
// included, and less motion means none but countdowns. Refuses to trust a colour it has not
// computed.
import { expect, type Page } from '@playwright/test';
import { breaches, cue, open, test, visit } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

test('with the system’s own colours mode, open screen and focus are still told', async ({
  page,
  engine,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, engine);
  const here = page.getByRole('navigation').locator('[aria-current="page"]');
  const other = page.getByRole('navigation').locator('[href="/health"]');
  const left = (element: Element): string => getComputedStyle(element).borderLeftColor;
  expect(await here.evaluate(left)).not.toBe(await other.evaluate(left));
  await page.keyboard.press('Tab');
  const ring = await page.evaluate(() => {
    const style = document.activeElement && getComputedStyle(document.activeElement);
    return style?.outlineStyle;
  });
  expect(ring).toBe('solid');
  const block = page.getByText('REHEARSAL', { exact: true }).first();
  const ground = await block.evaluate((word) => {
    const cell = word.parentElement;
    return cell === null ? '' : getComputedStyle(cell).backgroundColor;
  });
  expect(ground).toBe('rgb(15, 17, 19)');
  // The tool reads the colours of the sheets, not those the system puts in their place.
  const found = await breaches(page);
  expect(found.filter((breach) => !breach.startsWith('color-contrast'))).toEqual([]);
});

/** The contrast of every bar that is drawn against the system's ground, worst first. */
function barContrasts(page: Page): Promise<[number, string][]> {
  return page.evaluate(() => {
    const light = (colour: string): number => {
      const parts =
        colour
          .match(/[\d.]+/gu)
          ?.slice(0, 3)
          .map(Number) ?? [];
      const [r = 0, g = 0, b = 0] = parts.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ground = document.createElement('div');
    ground.style.color = 'Canvas';
    document.body.append(ground);
    const canvas = light(getComputedStyle(ground).color);
    ground.remove();
    const ratio = (colour: string): number => {
      const [low = 0, high = 0] = [canvas, light(colour)].toSorted((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    const bars = [...document.querySelectorAll('[data-ink]')].filter((bar) => {
      const { width, height } = bar.getBoundingClientRect();
      return width >= 1 && height >= 1;
    });
    return bars
      .map((bar): [number, string] => {
        const { backgroundColor, backgroundImage, borderRightColor } = getComputedStyle(bar);
        const { color, borderRightWidth, borderLeftWidth, borderLeftColor } = getComputedStyle(bar);
        const told = [ratio(backgroundColor)];
        if (backgroundImage !== 'none' || bar.textContent !== '') told.push(ratio(color));
        if (borderRightWidth !== '0px') told.push(ratio(borderRightColor));
        if (borderLeftWidth !== '0px') told.push(ratio(borderLeftColor));
        return [Math.max(...told), bar.outerHTML];
      })
      .toSorted(([a], [b]) => a - b);
  });
}

for (const scheme of ['dark', 'light'] as const) {
  test(`with the system’s own ${scheme} colours every bar is still told from its ground`, async ({
    page,
    engine,
  }) => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: scheme });
    await open(page, engine);
    await cue(engine, { event_type: 'goal', team_id: 'NYR', close_game: true });
    for (const [screen, least] of [
      ['live', 4],
      ['auctions', 8],
      ['values', 3],
    ] as const) {
      await visit(page, `/${screen}`);
      await expect
        .poll(async () => (await barContrasts(page)).length)
        .toBeGreaterThanOrEqual(least);
      const pale = (await barContrasts(page)).filter(([ratio]) => ratio < 3);
      expect(pale, screen).toEqual([]);
    }
  });
}

test('less motion: nothing on the page has a transition or an animation', async ({
  page,
  engine,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, engine);
  for (const screen of ['live', 'cue', 'values', 'gallery']) {
    await visit(page, `/${screen}`);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('*')].filter((element) => {
          const { transitionDuration, animationName } = getComputedStyle(element);
          const still = transitionDuration.split(', ').every((span) => parseFloat(span) === 0);
          return !still || animationName !== 'none';
        }).length,
    );
    expect(moving, screen).toBe(0);
  }
});
