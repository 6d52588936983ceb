// Owns proof that nothing jumps: the browser itself reports what it had to move while twenty cues
// arrive, and while lists that were slow come in. A number that gets a digit more begins further
// left, that is no jump; whatever goes up or down is one, however little.
import { expect, type Page } from '@playwright/test';
import { cue, open, test } from '../stage';

test.use({ viewport: { width: 1440, height: 900 } });

interface Source {
  readonly node: Node | null;
  readonly previousRect: DOMRectReadOnly;
  readonly currentRect: DOMRectReadOnly;
}
interface Shift extends PerformanceEntry {
  readonly sources: readonly Source[];
}
interface Watched {
  shifts: string[];
}

/** Notes every shift of the layout from now on. */
async function watch(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched;
    watched.shifts = [];
    new PerformanceObserver((list) => {
      const sources = (list.getEntries() as Shift[]).flatMap((entry) => [...entry.sources]);
      for (const { node, previousRect, currentRect } of sources) {
        if (previousRect.y === currentRect.y) continue;
        const what = node instanceof Element ? node.outerHTML : node?.textContent;
        watched.shifts.push(`${previousRect.y} to ${currentRect.y}: ${what?.slice(0, 160)}`);
      }
    }).observe({ type: 'layout-shift' });
  });
  return () => page.evaluate(() => (window as unknown as Watched).shifts);
}

test('nothing on Live moves while twenty cues arrive', async ({ page, engine }) => {
  await open(page, engine);
  await expect(page.getByText('No cue yet', { exact: true })).toBeVisible();
  const shifts = await watch(page);
  const last = page.getByRole('listbox', { name: 'Last 12 slots' });
  for (let n = 1; n <= 20; n += 1) {
    await cue(engine, { event_type: n % 2 === 0 ? 'goal' : 'save', game_id: `G-${n}` });
    await expect(last).toContainText(`A-${String(n).padStart(4, '0')}`);
  }
  await expect(page.getByText('In all 20 rehearsed of 20')).toBeVisible();
  expect(await shifts()).toEqual([]);
});

/** Screens, and the panels that are there before and after. */
const STAY = {
  live: ['lanes', 'bids', 'slots', 'slot'],
  markers: ['markers'],
  auctions: ['auctions'],
  settlements: ['settlements', 'settlement'],
  values: ['values', 'modifiers', 'moment', 'preview', 'versions'],
} as const;

for (const [screen, places] of Object.entries(STAY)) {
  test(`what comes late on ${screen} stands where its bars stood`, async ({ page, engine }) => {
    await cue(engine, { event_type: 'goal', team_id: 'NYR' });
    const sold = async (): Promise<string> =>
      JSON.stringify((await engine.call('GET', '/auctions?status=closed')).json);
    await expect.poll(sold).toContain('SOLD');
    await page.goto(engine.url);
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    await page.routeWebSocket(/\/rpc/u, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((text) => {
        const slow = /feeds\/(markers|auctions|settlements)|price-?book/iu.test(String(text));
        if (slow) void held.then(() => server.send(text));
        else server.send(text);
      });
    });
    await page.goto(new URL(`/${screen}`, page.url()).href);
    await expect(page.getByRole('status', { name: 'Loading' }).first()).toBeVisible();
    await expect(page.locator('[data-mode="REHEARSAL"]')).toHaveCount(1);
    const placesNow = async (): Promise<unknown[]> => {
      const boxes = places.map((place) => page.locator(`[data-place="${place}"]`).boundingBox());
      return Promise.all(boxes);
    };
    const before = await placesNow();
    const shifts = await watch(page);
    go();
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
    expect(await shifts()).toEqual([]);
    expect(await placesNow()).toEqual(before);
  });
}
