// A hundred thousand random and mutated datagrams, without a rate limit, against a real engine: it
// does not fall, does not grow without bound in memory or on disk, counts every one and logs
// little.
import { createSocket } from 'node:dgram';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LiveStats } from '../../src/contract/status';
import { verifyDir } from '../../src/main/tools/verify/verify-dir';
import { startEngine } from '../e2e/engine';
import { nightDir } from './virtual-truck';

const TOTAL = 100_000;
const A_TURN = 40;
const JSON_CUE =
  '{"event_type":"goal","game_id":"g","team_id":"NYR","period":"2","player_ids":["p"]}';
const SECTION = 'fc302000000000000000fff00f05000100007ffffe002932e0000100000000232fbaff';
const NULL_SECTION = 'fc301100000000000000fff0000000007a4fbfff';

const SEEDS = [
  Buffer.from(JSON_CUE),
  Buffer.from(`[${JSON_CUE},${JSON_CUE}]`),
  Buffer.from(SECTION, 'hex'),
  Buffer.concat([Buffer.from(NULL_SECTION, 'hex'), Buffer.from(JSON_CUE)]),
  Buffer.concat([Buffer.from([0xfc]), Buffer.alloc(19), Buffer.from(JSON_CUE)]),
  Buffer.from(Buffer.from(SECTION, 'hex').toString('base64')),
  Buffer.from('<Signal xmlns="urn:x"><Binary>AAAA</Binary></Signal>'),
  Buffer.alloc(188 * 3, 0x47),
];

/** The n-th hostile datagram: noise, or a good cue with bytes changed, cut off or doubled. */
function hostile(n: number, random: () => number): Buffer {
  if (n % 4 === 0) return Buffer.from(Array.from({ length: n % 1_400 }, () => random() * 256));
  const bytes = Buffer.from(SEEDS[n % SEEDS.length] ?? []);
  for (let change = 0; change < 1 + (n % 6); change += 1) {
    bytes[Math.floor(random() * bytes.length)] = random() * 256;
  }
  if (n % 7 === 0) return bytes.subarray(0, Math.floor(random() * bytes.length));
  return n % 11 === 0 ? Buffer.concat([bytes, bytes]) : bytes;
}

function residentBytes(pid: number): number {
  try {
    const line = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(line?.[1] ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

function folderBytes(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

async function sendAll(port: number): Promise<void> {
  const socket = createSocket('udp4');
  for (let n = 0; n < TOTAL; n += A_TURN) {
    const turn = Array.from({ length: A_TURN }, (_, at) => hostile(n + at, Math.random));
    await Promise.all(
      turn.map((bytes) => new Promise((done) => socket.send(bytes, port, '127.0.0.1', done))),
    );
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  socket.close();
}

it('a hundred thousand hostile datagrams harm nothing', { timeout: 120_000 }, async () => {
  const dataDir = nightDir();
  writeFileSync(join(dataDir, 'config.json'), JSON.stringify({ listener: { ratePerSecond: 0 } }));
  const engine = await startEngine({ dataDir, flags: ['--mode', 'rehearsal'] });
  const stats = async (): Promise<LiveStats> =>
    (await engine.call('GET', '/api/live-stats')).json as LiveStats;
  const before = residentBytes(engine.pid);
  await sendAll(engine.udpPort);
  await expect
    .poll(async () => (await stats()).listeners[0]?.packets, { timeout: 20_000 })
    .toBe(TOTAL);
  await expect.poll(async () => (await stats()).queues.store, { timeout: 20_000 }).toBe(0);
  const [listener] = (await stats()).listeners;
  const counted =
    (listener?.accepted ?? 0) +
    (listener?.duplicates ?? 0) +
    (listener?.heartbeats ?? 0) +
    (listener?.carried ?? 0) +
    (listener?.rejected ?? 0);
  expect(counted).toBeGreaterThanOrEqual(TOTAL);
  expect((await engine.call('GET', '/health')).status).toBe(200);
  expect(residentBytes(engine.pid) - before).toBeLessThan(400 * 1_048_576);
  expect(await engine.stop()).toBe(0);
  expect(folderBytes(dataDir)).toBeLessThan(200 * 1_048_576);
  const log = readFileSync(join(dataDir, 'logs', 'cuebid.log'), 'utf8');
  expect(log.split('\n').length).toBeLessThan(200);
  expect(engine.said()).toBe('');
  expect(verifyDir(dataDir).difference).toBeNull();
});
