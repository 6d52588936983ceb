// Owns what the console's tests share: a browser page at a real engine, cues over real UDP, whole
// and broken holds, and what access testing finds. Refuses a stand-in for the engine.
import { createSocket } from 'node:dgram';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { startEngine, type TestEngine } from './engine';

/**
 * A test with an engine of its own, and everything the page complained about. What a page throws
 * and nobody catches fails every test, whatever it was about: kills and hangs above all.
 */
export const test = base.extend<{ engine: TestEngine; noise: string[]; uncaught: string[] }>({
  // Playwright reads what a fixture needs from this pattern; an engine needs nothing of it.
  engine: async ({ browserName: _ }, use) => {
    const engine = await startEngine();
    await use(engine);
    await engine.kill();
  },
  uncaught: [
    async ({ context }, use) => {
      const thrown: string[] = [];
      context.on('weberror', (error) => thrown.push(error.error().message));
      await use(thrown);
      expect(thrown, 'errors nobody caught').toEqual([]);
    },
    { auto: true },
  ],
  noise: async ({ page }, use) => {
    const noise: string[] = [];
    page.on('pageerror', (error) => noise.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') noise.push(message.text());
    });
    await use(noise);
  },
});

/** Sends bare JSON as one datagram. */
export async function cue(engine: TestEngine, facts: Record<string, unknown>): Promise<void> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    const bytes = Buffer.from(JSON.stringify(facts));
    socket.send(bytes, engine.udpPort, '127.0.0.1', (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
  socket.close();
}

/** Opens the console and waits until it is live. */
export async function open(page: Page, engine: TestEngine): Promise<void> {
  await page.goto(engine.url);
  await expect(page.getByText('REHEARSAL', { exact: true }).first()).toBeVisible();
}

/** The rows of a list that are drawn. */
export function rows(page: Page, name: string): Locator {
  return page.getByRole('grid', { name }).locator('[data-key]');
}

/** The last slots of the Live screen, newest first. */
export function slots(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Last 12 slots' }).getByRole('option');
}

/** Opens a screen by its address. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address, page.url()).href);
  await expect(page.locator('[data-mode="REHEARSAL"]:has(main)')).toHaveCount(1);
}

/** What axe finds on the page. */
export async function breaches(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}
