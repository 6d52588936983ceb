// Owns proof of the Manual cue screen in a real browser against a real engine: select, see, hold;
// arm ON AIR; what never fires; a dry run; a break, its end, a cancel and a repeat; a shot whose
// target changed meanwhile, and one whose answer was lost.
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Marker } from '../../src/contract/marker';
import { startEngine, type TestEngine } from './engine';
import { breaches, open, test, visit } from './stage';

test.use({ viewport: { width: 1440, height: 900 } });

const fire = (page: Page) => page.getByRole('region', { name: 'Fire' });
const pad = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name, 'u') });
const fired = (page: Page) => page.getByRole('group', { name: 'Manual cues' });

async function holding(page: Page, key: string, ms: number): Promise<void> {
  await page.keyboard.down(key);
  await page.waitForTimeout(ms);
  await page.keyboard.up(key);
}

/** Selects and waits until the engine would take another cue. */
async function select(page: Page, digit: string): Promise<void> {
  // A key in the very frame in which the pads come on is too early; a hand presses it again.
  await expect(async () => {
    await page.keyboard.press(digit);
    await expect(fire(page)).toContainText(`READY ${digit}`, { timeout: 1_000 });
  }).toPass({ timeout: 5_000 });
  const ring = page.getByRole('button', { name: 'Hold to fire' });
  await expect(ring).toHaveAttribute('aria-disabled', 'false');
}

async function markersOf(engine: TestEngine): Promise<Marker[]> {
  const { json } = await engine.call('GET', '/scte/markers');
  return (json as { items: Marker[] }).items;
}

async function openCue(page: Page, engine: TestEngine): Promise<void> {
  await open(page, engine);
  await visit(page, '/cue');
  await expect(pad(page, 'Slot start')).toBeEnabled();
}

/** An engine whose auctions last five seconds, so that there is something to cancel. */
async function slowEngine(flags: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'cuebid-slow-'));
  const config = join(folder, 'config.json');
  writeFileSync(config, JSON.stringify({ auctions: { defaultDurationMs: 5_000 } }));
  const engine = await startEngine({ flags: ['--config', config, ...flags] });
  const close = async (): Promise<void> => {
    await engine.kill();
    rmSync(folder, { recursive: true });
  };
  return { engine, close };
}

test('a digit selects; a broken hold, space and enter fire nothing; a whole hold fires', async ({
  page,
  engine,
  noise,
}) => {
  await openCue(page, engine);
  await expect(pad(page, 'In now')).toBeDisabled();
  await expect(pad(page, 'In now')).toContainText('No break is out.');
  await page.keyboard.press('4');
  await expect(fire(page)).toContainText('Nothing selected');
  await holding(page, 'NumpadEnter', 1_000);

  await select(page, '6');
  await holding(page, 'NumpadEnter', 400);
  const ring = page.getByRole('button', { name: 'Hold to fire Slot start' });
  await ring.focus();
  await holding(page, 'Space', 900);
  await holding(page, 'Enter', 900);
  await page.keyboard.press('Escape');
  await expect(fire(page)).toContainText('Nothing selected');
  await holding(page, 'NumpadEnter', 1_000);
  await page.getByLabel('Team').fill('NYR');
  await page.getByLabel('Team').press('Enter');
  expect(await markersOf(engine)).toEqual([]);

  await page.getByLabel('Event').selectOption('fight');
  await page.getByRole('button', { name: 'rivalry' }).click();
  await select(page, '6');
  const hex = page.getByRole('group', { name: 'Exactly what is sent' });
  await expect(hex).toContainText('"fight"');
  await expect(fire(page)).toContainText('Fight, NYR, 10 s slot');
  await expect(fire(page)).toContainText('4,550.00 USD 3,500.00 × rivalry 1.30');
  const shown = (await hex.locator('span > span').allTextContents()).join('').toLowerCase();
  await hex.focus();
  await holding(page, 'NumpadEnter', 1_600);
  await expect(fired(page)).toContainText(/A-0001 sold [\d,.]+ to/u);
  const [marker] = await markersOf(engine);
  expect(await markersOf(engine)).toHaveLength(1);
  expect(marker).toMatchObject({ eventType: 'fight', teamId: 'NYR', status: 'ACCEPTED' });
  expect(marker?.source.protocol).toBe('manual:owner#slot-start');
  expect(Buffer.from(marker?.rawBase64 ?? '', 'base64').toString('hex')).toBe(shown);
  expect(noise).toEqual([]);
  expect(await breaches(page)).toEqual([]);
});

test('a dry run writes nothing, and is all that SETUP allows', async ({ page, engine }) => {
  await openCue(page, engine);
  await select(page, '2');
  await page.getByRole('button', { name: 'Dry run', exact: true }).click();
  await expect(fired(page)).toContainText('would sell Commercial break, 60 s slot');
  expect(await markersOf(engine)).toEqual([]);
  await engine.call('POST', '/mode', { mode: 'SETUP' });
  await expect(fire(page)).toContainText('SETUP fires nothing.');
  await holding(page, 'NumpadEnter', 1_200);
  await page.getByRole('button', { name: 'Dry run', exact: true }).click();
  await expect(fired(page).getByText('dry run', { exact: true })).toHaveCount(2);
  expect(await markersOf(engine)).toEqual([]);
  expect(await breaches(page)).toEqual([]);
});

test('a break is sold, cancelled, put out again, ended and repeated', async ({ page }) => {
  const { engine, close } = await slowEngine();
  await openCue(page, engine);
  await select(page, '1');
  await holding(page, 'NumpadEnter', 1_000);
  await expect(fired(page)).toContainText('A-0001 open.');
  await expect(pad(page, 'Cancel last')).toBeEnabled();
  await select(page, '5');
  await expect(fire(page)).toContainText('Cancels A-0001. Its slot is not sold.');
  await holding(page, 'NumpadEnter', 1_200);
  await expect(fired(page)).toContainText('cancelled A-0001');
  await expect(fired(page)).toContainText('A-0001 was cancelled');
  await expect(pad(page, 'Cancel last')).toBeDisabled();

  await select(page, '3');
  await holding(page, 'NumpadEnter', 1_000);
  await expect(pad(page, 'In now')).toBeEnabled();
  await select(page, '8');
  await expect(fire(page)).toContainText('A-0002 is still open. This would be the second');
  await select(page, '4');
  await expect(fire(page)).toContainText('Ends the slot of this event. Opens no auction.');
  await holding(page, 'NumpadEnter', 1_200);
  await expect(fired(page)).toContainText('ended the slot of A-0002');
  await expect(pad(page, 'In now')).toBeDisabled();

  await select(page, '8');
  await expect(fire(page)).toContainText('Starts an auction');
  await holding(page, 'NumpadEnter', 1_200);
  await expect.poll(async () => (await markersOf(engine)).length).toBe(5);
  const all = await markersOf(engine);
  expect(all.map(({ reason }) => reason)).toEqual([
    null,
    'cancels_auction',
    null,
    'ends_slot',
    null,
  ]);
  await close();
});

test('ON AIR a cue is armed for ten seconds before it can be held', async ({ page }) => {
  const { engine, close } = await slowEngine(['--mode', 'on-air']);
  await page.goto(engine.url);
  await expect(page.locator('[data-mode="ON_AIR"]')).toHaveCount(1);
  await page.goto(new URL('/cue', page.url()).href);
  await expect(page.locator('[data-mode="ON_AIR"]')).toHaveCount(1);
  await expect(pad(page, 'Slot start')).toBeEnabled();
  await page.keyboard.press('6');
  await expect(fire(page)).toContainText('Not armed 6 · Slot start');
  await holding(page, 'NumpadEnter', 1_200);
  await page.keyboard.press('a');
  await expect(fire(page)).toContainText('ARMED 6 · Slot start');
  await expect(fire(page)).toContainText('Starts a live auction; the winner owes the price.');
  expect(await breaches(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(fire(page)).toContainText('Not armed');
  await page.keyboard.press('a');
  await page.getByLabel('Team').fill('BOS');
  await expect(fire(page)).toContainText('Not armed');
  expect(await markersOf(engine)).toEqual([]);
  const arm = fire(page).getByRole('button', { name: /^Arm for 10 s/u });
  // The fire key is no Enter: it presses no button that has the focus.
  await arm.focus();
  await holding(page, 'NumpadEnter', 200);
  await expect(fire(page)).toContainText('Not armed');
  await arm.click();
  await expect(fire(page)).toContainText('ARMED');
  await expect(fire(page)).toContainText('Not armed', { timeout: 12_000 });
  await arm.click();
  await holding(page, 'NumpadEnter', 1_200);
  await expect(fired(page)).toContainText('A-0001');
  await expect(fire(page)).toContainText('Not armed');
  expect(await markersOf(engine)).toHaveLength(1);
  await close();
});

/** Sends bytes as one datagram. */
async function datagram(engine: TestEngine, hex: string): Promise<void> {
  const socket = createSocket('udp4');
  await new Promise<void>((resolve, reject) => {
    socket.send(Buffer.from(hex, 'hex'), engine.udpPort, '127.0.0.1', (error) => {
      if (error === null) resolve();
      else reject(error);
    });
  });
  socket.close();
}

test('a cue that opens another auction during the hold ends it: nothing is cancelled', async ({
  page,
}) => {
  const { engine, close } = await slowEngine();
  await openCue(page, engine);
  await select(page, '1');
  await holding(page, 'NumpadEnter', 1_000);
  await expect(fired(page)).toContainText('A-0001 open.');
  const asked = { pad: 'slot-start', eventType: 'goal_scored', dryRun: true };
  const { json } = await engine.call('POST', '/scte/test-cue', asked);
  await select(page, '5');
  await expect(fire(page)).toContainText('Cancels A-0001. Its slot is not sold.');
  await page.keyboard.down('NumpadEnter');
  await page.waitForTimeout(200);
  await datagram(engine, (json as { cue: { hex: string } }).cue.hex);
  await expect(fire(page)).toContainText('Cancels A-0002.');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('It was let go; nothing fired.');
  await page.waitForTimeout(1_000);
  await page.keyboard.up('NumpadEnter');
  expect((await markersOf(engine)).map(({ reason }) => reason)).toEqual([null, null]);
  const target = { eventId: 1, markerId: 'M-000001' };
  const refused = await engine.call('POST', '/scte/test-cue', { pad: 'cancel', target });
  expect(refused).toMatchObject({ status: 409, json: { code: 'pad_changed' } });
  await close();
});

/** Stops the engine in the moment in which the page sends its first shot, which only it has. */
async function stopAtShot(page: Page, engine: TestEngine): Promise<void> {
  let stopped = false;
  await page.routeWebSocket(/./u, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      if (!stopped && message.toString().includes('idempotencyKey')) {
        stopped = true;
        process.kill(engine.pid, 'SIGSTOP');
      }
      server.send(message);
    });
  });
}

test('a shot whose answer is lost may have been fired, until the engine says it was', async ({
  page,
  engine,
}) => {
  await stopAtShot(page, engine);
  await openCue(page, engine);
  await select(page, '6');
  await holding(page, 'NumpadEnter', 1_000);
  await expect(fired(page)).toContainText('It may have been fired', { timeout: 8_000 });
  await expect(fired(page).getByText('unknown', { exact: true })).toHaveCount(1);
  await expect(fired(page).getByText('refused', { exact: true })).toHaveCount(0);
  expect(await breaches(page)).toEqual([]);
  process.kill(engine.pid, 'SIGCONT');
  await expect(fired(page)).toContainText('A-0001', { timeout: 15_000 });
  await expect(fired(page).getByText('unknown', { exact: true })).toHaveCount(0);
  await expect(fired(page).locator('tbody tr')).toHaveCount(1);
  expect(await markersOf(engine)).toHaveLength(1);
});
