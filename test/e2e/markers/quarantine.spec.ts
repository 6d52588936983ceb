// Owns proof that a stranger's cue waits for a person: it is released by a hold and by nothing
// less, and a listener is stopped and started the same way. Refuses a stand-in for the stranger: it
// sends from another address of loopback.
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Marker } from '../../../src/contract/marker';
import type { Listener } from '../../../src/contract/status';
import { tempDir } from '../../fixtures/temp-dir';
import { startEngine, type TestEngine } from '../engine';
import { breaches, open, rows, test as base, visit } from '../stage';

base.use({ viewport: { width: 1440, height: 900 } });

const LISTENERS = [
  {
    id: 'truck',
    name: 'Truck LAN',
    protocol: 'udp',
    bind: { address: '127.0.0.1' },
    port: 0,
    allow: ['10.41.7.0/24'],
  },
  { id: 'gone', protocol: 'udp', bind: { card: 'eno9' }, port: 0 },
];

/** An engine with a guarded listener, and one whose card is missing. */
const test = base.extend<{ engine: TestEngine }>({
  engine: async ({ browserName: _ }, use) => {
    const dataDir = tempDir('listeners');
    writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ listeners: LISTENERS }));
    const engine = await startEngine({ dataDir });
    await use(engine);
    await engine.kill();
  },
});

async function listener(engine: TestEngine, id: string): Promise<Listener | undefined> {
  const { json } = await engine.call('GET', '/listeners');
  return (json as { items: Listener[] }).items.find((one) => one.id === id);
}

async function markersOf(engine: TestEngine): Promise<Marker[]> {
  const { json } = await engine.call('GET', '/scte/markers?limit=500');
  return (json as { items: Marker[] }).items;
}

async function strangeCue(engine: TestEngine): Promise<void> {
  const { port = 0 } = (await listener(engine, 'truck')) ?? {};
  const socket = createSocket('udp4');
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.2', resolve));
  const cue = JSON.stringify({ event_type: 'goal', team_id: 'NYR' });
  await new Promise((resolve) => socket.send(cue, port, '127.0.0.1', resolve));
  socket.close();
  await expect.poll(async () => (await markersOf(engine)).length).toBe(1);
}

/** Presses until what it brings about is seen. */
async function hold(page: Page, button: Locator, seen: () => Promise<void>): Promise<void> {
  await button.hover();
  await page.mouse.down();
  await seen();
  await page.mouse.up();
}

test('a stranger’s cue is released by a hold, never by a click', async ({ page, engine }) => {
  await open(page, engine);
  await strangeCue(engine);
  await visit(page, '/markers');
  await rows(page, 'Markers').first().click();
  const button = page.getByRole('button', { name: 'Hold to release M-000001' });
  await button.click();
  await button.press('Enter');
  expect((await markersOf(engine))[0]?.status).toBe('QUARANTINED');
  expect(await breaches(page)).toEqual([]);
  const fate = page.getByRole('group', { name: 'What became of it' });
  await hold(page, button, () => expect(fate).toContainText('Released by owner'));
  await expect(button).toHaveCount(0);
  expect((await markersOf(engine))[0]).toMatchObject({ status: 'ACCEPTED' });
});

test('a listener is stopped and started by a hold; one without its card says so', async ({
  page,
  engine,
}) => {
  await open(page, engine);
  await visit(page, '/health');
  const list = page.getByRole('group', { name: 'Listeners' });
  const row = list.getByRole('row').filter({ hasText: 'Truck LAN' });
  await expect(page.getByText('gone: no card named eno9')).toBeVisible();
  const stop = row.getByRole('button', { name: 'Hold to stop Truck LAN' });
  await hold(page, stop, () => expect(row).toContainText('stopped'));
  expect(await listener(engine, 'truck')).toMatchObject({ detail: 'off by choice' });
  const start = row.getByRole('button', { name: 'Hold to start Truck LAN' });
  await hold(page, start, () => expect(row).toContainText('listening'));
  expect(await breaches(page)).toEqual([]);
});
