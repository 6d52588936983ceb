// Owns the proof that the guide for signed JSON is true: its snippet is run against a real engine
// whose listener takes no other JSON. Refuses a key in the config file: it comes by the
// environment.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Marker } from '../../src/contract/marker';
import type { Listener } from '../../src/contract/status';
import { startEngine, type TestEngine } from '../e2e/engine';
import { tempDir } from '../fixtures/temp-dir';

const GUIDE = fileURLToPath(new URL('../../docs/encoders/signed-json.md', import.meta.url));
const KEY = 'a key nobody can guess';

let engine: TestEngine;
beforeAll(async () => {
  const dataDir = tempDir('signed');
  const bind = { address: '127.0.0.1' };
  const one = { id: 'scoreboard', protocol: 'udp', bind, port: 0, signedJson: 'required' };
  writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ listeners: [one] }));
  engine = await startEngine({ dataDir, env: { CUEBID_SIGNING_KEY: KEY } });
});
afterAll(() => engine.stop());

async function ran(key: string): Promise<string> {
  const { json } = await engine.call('GET', '/listeners');
  const { port = 0 } = (json as { items: Listener[] }).items[2] ?? {};
  const code = /^```js\n([\s\S]*?)^```$/mu.exec(readFileSync(GUIDE, 'utf8'))?.[1] ?? '';
  const file = join(tempDir('guide'), 'signed.mjs');
  writeFileSync(file, code);
  const env = { ...process.env, CUEBID_SIGNING_KEY: key };
  return new Promise((resolve) => {
    const words = [file, '127.0.0.1', String(port)];
    execFile(process.execPath, words, { env }, (_, __, stderr) => resolve(stderr));
  });
}

async function markers(): Promise<Marker[]> {
  const { json } = await engine.call('GET', '/scte/markers?limit=500');
  return (json as { items: Marker[] }).items;
}

it('its snippet gives one trusted marker and two copies; with another key, none', async () => {
  expect(await ran(KEY)).toBe('');
  await expect.poll(async () => (await markers()).length, { timeout: 5_000 }).toBe(3);
  const [first, ...copies] = await markers();
  expect(first).toMatchObject({ status: 'ACCEPTED', trust: 'high', eventType: 'goal_scored' });
  // The signature's time is for the cue's age; a timestamp of its own it has none.
  expect(first?.timestamp).toBeNull();
  expect(copies.map(({ status }) => status)).toEqual(['DUPLICATE', 'DUPLICATE']);
  expect(await ran('a key somebody guessed')).toBe('');
  await expect.poll(async () => (await markers()).length, { timeout: 5_000 }).toBe(6);
  const refused = (await markers()).slice(3);
  expect(refused.map(({ reason }) => reason)).toEqual(['signature', 'signature', 'signature']);
});
