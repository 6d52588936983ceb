// Owns proof of Health in a real browser: the pre-flight is run by key and gates going on air, the
// log is sieved, the bundle lands on the disk, a full disk stops the show. Refuses a mouse.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { Preflight, SupportBundle } from '../../src/contract/host/machine';
import { startEngine, type TestEngine } from './engine';
import { breaches, cue, open, test } from './stage';

test.use({ viewport: { width: 1440, height: 900 } });

async function openHealth(page: Page, engine: TestEngine): Promise<void> {
  await open(page, engine);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page.getByRole('heading', { level: 1, name: 'Health' })).toHaveCount(1);
  await expect(page.getByRole('group', { name: 'Preflight' })).toBeVisible();
}

test('the pre-flight is run by key, and what it says stops is what refuses ON AIR', async ({
  page,
  engine,
  noise,
}) => {
  await openHealth(page, engine);
  const list = page.getByRole('group', { name: 'Preflight' });
  const seen = list.getByRole('listitem').filter({ hasText: 'A cue was seen' });
  await expect(seen).toContainText('No cue since the start');
  await cue(engine, { event_type: 'goal', team_id: 'NYR' });
  const listening = page.getByRole('group', { name: 'Listeners' });
  await expect(listening.getByRole('row').nth(1)).toContainText('listening');
  await expect(async () => {
    await page.keyboard.press('t');
    await expect(seen).toContainText('1 taken since the start', { timeout: 1_000 });
  }).toPass();
  await expect(page.getByText('1 check stops going ON AIR')).toBeVisible();

  const { json } = await engine.call('GET', '/preflight');
  const { checks } = json as Preflight;
  const failures = checks.filter(({ status }) => status === 'stops').map(({ detail }) => detail);
  const refused = await engine.call('POST', '/mode', { mode: 'ON_AIR', why: 'show' });
  expect(refused).toMatchObject({
    status: 409,
    json: { code: 'mode_refused', data: { failures } },
  });
  await expect(list).toContainText(failures[0] ?? 'nothing stops');
  // Before access testing, which puts a script of its own into the page.
  expect(noise).toEqual([]);
  expect(await breaches(page)).toEqual([]);
});

test('the log is sieved by words and level, and B saves the bundle', async ({ page, engine }) => {
  await openHealth(page, engine);
  const lines = page.getByRole('group', { name: 'Log lines' });
  await expect(lines.getByRole('rowheader', { name: 'engine started' })).toBeVisible();
  await expect(lines.getByRole('rowheader', { name: 'listener up' })).toHaveCount(2);
  await page.keyboard.press('f');
  await page.keyboard.type('rehearsal');
  await expect(lines.getByRole('rowheader')).toHaveCount(1);
  await expect(lines.getByRole('rowheader')).toHaveText('engine started');
  await page.getByRole('button', { name: 'Errors' }).press('Enter');
  await expect(page.getByText('No line passes the filter')).toBeVisible();

  await page.getByRole('button', { name: 'Errors' }).blur();
  const saving = page.waitForEvent('download');
  await page.keyboard.press('b');
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^cuebid-support-\d{8}-\d{6}\.json$/u);
  const text = readFileSync(await download.path(), 'utf8');
  const bundle = JSON.parse(text) as SupportBundle;
  expect(bundle.log.map(({ code }) => code)).toContain('engine_started');
  expect(bundle.preflight.checks).toHaveLength(8);
  expect(text).not.toContain(engine.token);
});

test('with less room than the floor the disk stops the show, and says where', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cuebid-floor-'));
  writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ diskFloorMb: 99_000_000 }));
  const engine = await startEngine({ dataDir });
  await openHealth(page, engine);
  const disk = page.getByRole('listitem').filter({ hasText: 'Free disk' });
  await expect(disk).toContainText('stops ON AIR');
  await expect(disk).toContainText(`Make room where ${dataDir} lies.`);
  expect(await breaches(page)).toEqual([]);
  await engine.stop();
});
