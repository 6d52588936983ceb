// Owns the proof that the closing lines say only what the engine counted, and why where nothing is
// known. A small server stands in for the engine, answering from a list.
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Listener } from '../../../../src/contract/status';
import { defaultDataDir } from '../../../../src/main/io/ops/data-dir';
import { openSecrets } from '../../../../src/main/io/ops/secrets/secrets';
import { askCount, settledCount } from '../../../../src/main/tools/cue/engine-count';
import { tokenIn, usualDataDir } from '../../../../src/main/tools/cue/host';
import { becameLine, sentLine } from '../../../../src/main/tools/cue/summary';
import { liveStats } from './live-stats';
import { tempDir } from '../../../fixtures/temp-dir';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** An engine that answers each question with the next of these, then always with the last. */
async function engineThat(...answers: readonly { status?: number; body: unknown }[]) {
  let asked = 0;
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked, answers.length - 1)];
    asked += 1;
    const isOwner = request.headers.authorization === 'Bearer right';
    response.statusCode = isOwner ? (answer?.status ?? 200) : 401;
    response.end(JSON.stringify(answer?.body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const http = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { http, token: 'right', protocol: 'udp', ports: [9_999] } as const;
}

const counted = (counts: Partial<Listener>) => ({ body: liveStats(counts) });
const listener = (counts: Partial<Listener>): Listener => {
  const [found] = liveStats(counts).listeners;
  if (found === undefined) throw new Error('live stats without a listener');
  return found;
};

describe('asking the engine', () => {
  it('gives what the listener on that port counted', async () => {
    const engine = await engineThat(counted({ packets: 7, accepted: 3 }));
    const count = await askCount(engine);
    expect(count).toMatchObject({ ok: true, tally: { packets: 7, accepted: 3 } });
    expect(await askCount({ ...engine, ports: [9_999, 1] })).toMatchObject({
      ok: false,
      why: `the engine at ${engine.http} has no UDP listener on port 1`,
    });
  });

  it('says why it is not known', async () => {
    const engine = await engineThat({ body: { hello: 1 } });
    expect(await askCount(engine)).toMatchObject({
      why: `what answers at ${engine.http} is not this version of Cuebid`,
    });
    expect(await askCount({ ...engine, token: 'wrong' })).toMatchObject({
      why: expect.stringContaining('refuses the token'),
    });
    expect(await askCount({ ...engine, token: null })).toMatchObject({
      why: expect.stringContaining('wants a token'),
    });
    const failing = await engineThat({ status: 503, body: {} });
    expect(await askCount(failing)).toMatchObject({ why: expect.stringContaining('answers 503') });
    for (const server of servers.splice(0)) await new Promise((gone) => server.close(gone));
    expect(await askCount(engine)).toMatchObject({
      why: expect.stringContaining(`no engine answers at ${engine.http} (`),
    });
  });

  it('waits until everything was heard, but not for what never comes', async () => {
    const [first, second] = [counted({ packets: 5 }), counted({ packets: 12 })];
    const slow = await engineThat(first, first, second);
    const before = listener({ packets: 2 });
    expect(await settledCount(slow, before, 10)).toMatchObject({ tally: { packets: 12 } });
    const deaf = await engineThat(first);
    expect(await settledCount(deaf, before, 10)).toMatchObject({ tally: { packets: 5 } });
  });
});

describe('the closing lines', () => {
  const count = (counts: Partial<Listener>) => ({ ok: true, tally: listener(counts) }) as const;

  it('count what was sent', () => {
    expect(sentLine({ cues: 1, unit: 'datagram', units: 1, tookMs: 12 })).toBe(
      'Sent 1 cue in 1 datagram in 0.0 s.',
    );
    expect(sentLine({ cues: 300, unit: 'datagram', units: 900, tookMs: 60_000 })).toBe(
      'Sent 300 cues in 900 datagrams in 60.0 s, 5.0 cues a second.',
    );
  });

  it('tell what became of it from the differences', () => {
    const before = count({ packets: 10, accepted: 4, duplicates: 6, rejected: 0 });
    const after = count({ packets: 18, accepted: 6, duplicates: 10, rejected: 2 });
    expect(becameLine(before, after, 10)).toBe(
      'The engine counted 2 accepted, 4 duplicate, 2 rejected, 2 lost.',
    );
    expect(becameLine(before, after, 7)).toBe(
      'The engine counted 2 accepted, 4 duplicate, 2 rejected, 0 lost (1 of what it heard came ' +
        'from elsewhere).',
    );
  });

  it('say so where it is not known', () => {
    const [known, unknown] = [count({ packets: 9 }), { ok: false, why: 'it is off' } as const];
    expect(becameLine(unknown, unknown, 1)).toBe('What became of them is not known: it is off.');
    expect(becameLine(known, unknown, 1)).toBe('What became of them is not known: it is off.');
    expect(becameLine(known, count({ packets: 1 }), 1)).toContain('started anew');
  });
});

describe("the owner's token", () => {
  it('is found where the engine keeps it', async () => {
    const folder = tempDir('cue');
    expect(tokenIn(folder)).toBeNull();
    const opened = openSecrets(folder);
    if (!opened.ok) throw new Error(opened.fault.message);
    const token = await opened.value.ownerToken((bytes) => 'ab'.repeat(bytes));
    expect(tokenIn(folder)).toBe(token);
    writeFileSync(join(folder, 'secrets.json'), '{');
    expect(tokenIn(folder)).toBeNull();
  });

  it.each(['linux', 'darwin', 'win32'] as const)('is looked for where %s keeps it', (platform) => {
    for (const env of [{}, { XDG_CONFIG_HOME: '/etc/x', APPDATA: 'C:\\Roaming' }]) {
      expect(usualDataDir(platform, env)).toBe(defaultDataDir(platform, env));
    }
  });
});
