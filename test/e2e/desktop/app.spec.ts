// Owns proof of the desktop app on Electron's real runtime: the console from app://, its locks, the
// port to the engine, an engine that is killed and comes back, one copy at a time, a clean end.
// Skipped by name where the runtime is missing; never silently.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { ownFlags, secondCopy, startApp, whyNot } from './runtime';

interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly flags: readonly string[];
}

const test = base.extend<{ desk: Desk }>({
  // Playwright reads what a fixture needs from this pattern; an app needs nothing of it.
  desk: async ({ browserName: _ }, use) => {
    const flags = ownFlags();
    const app = await startApp(flags);
    await use({ app, page: await app.firstWindow(), flags });
    await app.close();
  },
});

/** The process id of the engine, 0 while there is none. */
function enginePid(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ app: electron }) => {
    const isEngine = ({ name, serviceName }: { name?: string; serviceName?: string }): boolean =>
      name === 'Cuebid engine' || serviceName === 'Cuebid engine';
    return electron.getAppMetrics().find(isEngine)?.pid ?? 0;
  });
}

/** Asks for a port as the console does, and gives how many ports came. */
function askForPort(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        window.addEventListener('message', ({ data, ports }) => {
          if (data === 'engine-port') resolve(ports.length);
        });
        window.postMessage('engine-port?', window.location.origin);
      }),
  );
}

test.skip(whyNot !== null, whyNot ?? '');

test('the desktop app shows the console from app:// with every lock on', async ({
  desk: { page },
}) => {
  await expect(page.locator('#console')).toBeVisible();
  expect(await page.evaluate(() => window.location.origin)).toBe('app://console');
  const world = await page.evaluate(() =>
    ['require', 'process', 'module'].map((name) => name in window),
  );
  expect(world).toEqual([false, false, false]);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    return 'inlineRan' in window;
  });
  expect(ran).toBe(false);
});

test('the desktop app hands the page a port to the engine', async ({ desk: { page } }) => {
  expect(await askForPort(page)).toBe(1);
});

test('the desktop app leads nowhere and grants nothing', async ({ desk: { page } }) => {
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
  const refused = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'fetched',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  await page.evaluate(() => window.location.assign('https://example.com/'));
  await expect(page.locator('#console')).toBeVisible();
  expect(page.url()).toMatch(/^app:\/\/console\//u);
});

test('the desktop app starts a killed engine anew and tells the page', async ({
  desk: { app, page },
}) => {
  await expect.poll(() => enginePid(app)).toBeGreaterThan(0);
  const told = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const states: string[] = [];
        window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
          const news = data as { channel?: string; news?: { state: string } };
          if (news.channel !== 'engine-news' || news.news === undefined) return;
          states.push(news.news.state);
          if (states.includes('restarting') && news.news.state === 'up') resolve(states);
        });
      }),
  );
  const before = await enginePid(app);
  process.kill(before, 'SIGKILL');
  expect((await told).slice(-3)).toEqual(['restarting', 'starting', 'up']);
  expect(await enginePid(app)).not.toBe(before);
  expect(await askForPort(page)).toBe(1);
});

test('the desktop app is one copy at a time', async ({ desk: { app, page, flags } }) => {
  expect(await secondCopy(flags)).toBe(0);
  await expect(page.locator('#console')).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the desktop app ends its engine before it ends itself', async () => {
  const flags = ownFlags();
  const app = await startApp(flags);
  await app.firstWindow();
  await expect.poll(() => enginePid(app)).toBeGreaterThan(0);
  const dataDir = flags.find((flag) => flag.startsWith('--data-dir='))?.slice(11) ?? '';
  await expect.poll(() => existsSync(join(dataDir, 'engine.lock'))).toBe(true);
  await app.close();
  expect(existsSync(join(dataDir, 'cuebid.sqlite-wal'))).toBe(false);
});
