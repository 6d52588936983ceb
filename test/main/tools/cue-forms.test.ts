// Owns the proof that the cue sender's every form, as a user sends it, gives a real engine exactly
// one marker a cue, and copies for what is sent again: by datagram, stream, two legs, multicast and
// SCTE 104.
import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/main/core/codec/scte104/message';
import { startEngine, type TestEngine } from '../../e2e/engine';
import { asking, runProgram, toUdp } from './programs';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ flags: ['--mode', 'rehearsal'] });
});

afterAll(async () => {
  expect({ code: await engine.stop(), said: engine.said() }).toEqual({ code: 0, said: '' });
});

const cue = async (...flags: readonly string[]) => runProgram('cue', toUdp(engine), flags);
const to104 = (port: number): readonly string[] => [
  ...['--port', String(port), '--format', 'scte104'],
  ...asking(engine, 'http'),
];

interface Item {
  readonly form: string;
  readonly gameId: string | null;
  readonly receivedAt: string;
  readonly spliceAt?: string;
}

async function accepted(gameId: string): Promise<readonly Item[]> {
  const { json } = await engine.call('GET', '/scte/markers?status=ACCEPTED&limit=500');
  return (json as { items: Item[] }).items.filter((one) => one.gameId === gameId);
}

function preRollMs({ spliceAt, receivedAt }: Item): number {
  return Date.parse(spliceAt ?? '') - Date.parse(receivedAt);
}

describe('every form', () => {
  it.each([
    ['json', 'json'],
    ['legacy-json', 'section+json'],
    ['scte35', 'section+json'],
    ['base64', 'base64'],
    ['hex', 'hex'],
    ['mpegts', 'mpegts'],
    ['rtp', 'rtp'],
  ])('as %s gives one marker and two copies', async (format, form) => {
    const flags = ['--event', 'goal', '--team', 'NYR', '--game', format, '--repeat', '3'];
    const { code, out, err } = await cue(...flags, '--format', format);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.at(-1)).toBe('The engine counted 1 accepted, 2 duplicate, 0 rejected, 0 lost.');
    expect(await accepted(format)).toMatchObject([
      { form, eventType: 'goal_scored', teamId: 'NYR' },
    ]);
  });

  it('as SCTE 104 is answered, and a copy is acknowledged and not run again', async () => {
    const flags = ['--event', 'goal', '--game', '104', '--repeat', '3', '--pre-roll', '8000'];
    const { code, out } = await runProgram('cue', to104(engine.scte104Port), flags);
    expect(code).toBe(0);
    expect(out.slice(1)).toEqual([
      expect.stringMatching(/^Sent 1 cue in 3 messages in \d\.\d s\.$/u),
      'The injector answered 3 inject_response (3 done (100)) and 3 inject_complete_response, ' +
        'sections made: 3. Complete means processed, not that a break ran.',
      'The engine counted 1 accepted, 2 duplicate, 0 rejected, 0 lost.',
    ]);
    const [marker, ...more] = await accepted('104');
    expect([marker?.form, more]).toEqual(['scte104', []]);
    if (marker !== undefined) expect(preRollMs(marker)).toBe(8_000);
  });

  it.each(['mpegts', 'rtp'])('as %s has the pre-roll that was asked for', async (format) => {
    const game = `ahead-${format}`;
    await cue('--event', 'goal', '--game', game, '--format', format, '--pre-roll', '8000');
    const [marker, ...more] = await accepted(game);
    expect(more).toEqual([]);
    if (marker === undefined) throw new Error('no marker');
    expect(Math.abs(preRollMs(marker) - 8_000)).toBeLessThan(100);
  });
});

describe('two legs', () => {
  it('give each cue once, and a copy for the other leg', async () => {
    const flags = ['--event', 'save', '--game', 'legs', '--format', 'rtp', '--legs', '2'];
    const { out } = await cue(...flags);
    expect(out.at(-1)).toBe('The engine counted 1 accepted, 1 duplicate, 0 rejected, 0 lost.');
  });

  it('lose nothing where each of them loses some', async () => {
    const legs = ['--format', 'rtp', '--legs', '2', '--loss', '10', '--seed', '3'];
    const { out } = await cue('--batch', '--repeat', '4', ...legs);
    expect(out.at(-2)).toMatch(/^Lost on purpose: \d+ on leg 1, \d+ on leg 2\.$/u);
    expect(out.at(-1)).toMatch(/^The engine counted 10 accepted, \d+ duplicate, 0 rejected, 0 lo/u);
  });
});

/** A socket in the group on the loopback; null where this system has no multicast there. */
async function inGroup(group: string): Promise<Socket | null> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  socket.bind(0, '0.0.0.0');
  await once(socket, 'listening');
  try {
    socket.addMembership(group, '127.0.0.1');
    return socket;
  } catch {
    socket.close();
    return null;
  }
}

const GROUP = '239.255.77.1';
const joined = await inGroup(GROUP);

describe('multicast', () => {
  it.skipIf(joined === null)('reaches who joined the group on that card', async () => {
    if (joined === null) throw new Error('nobody listens');
    const heard = once(joined, 'message');
    const where = ['--multicast', GROUP, '--interface', '127.0.0.1'];
    const port = ['--port', String(joined.address().port), '--http', 'http://127.0.0.1:1'];
    const { code } = await runProgram('cue', port, [
      ...where,
      '--event',
      'goal',
      '--format',
      'json',
    ]);
    expect(code).toBe(0);
    const [bytes] = (await heard) as [Buffer];
    expect(JSON.parse(bytes.toString())).toMatchObject({ event_type: 'goal' });
    joined.close();
  });

  it('by a card that is not there is refused', async () => {
    const flags = ['--multicast', GROUP, '--interface', 'no-such-card', '--event', 'goal'];
    const { code, err } = await cue(...flags);
    expect(code).toBe(2);
    expect(err).toMatch(/^cue: No card is named "no-such-card"; there are .+\.\n$/u);
  });
});

describe('an injector that does not take us', () => {
  it('is told in words where another automation system holds the instance', async () => {
    const server = createServer((socket) => {
      socket.once('data', () => {
        const head = { kind: 'single', opID: 2, result_extension: 0xffff, protocol_version: 0 };
        const more = { as_index: 1, message_number: 1, dpi_pid_index: 1 };
        socket.write(encodeMessage({ ...head, ...more, result: 110 }) ?? '');
      });
      socket.on('error', () => socket.destroy());
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, err } = await runProgram('cue', to104(port), ['--batch']);
    server.close();
    expect([code, err]).toEqual([
      2,
      `cue: The injector at 127.0.0.1:${port} says no: ` +
        'another automation system holds this instance (110).\n',
    ]);
  });

  it('is told where nobody is there, and where somebody else is', async () => {
    const nobody = await runProgram('cue', to104(1), ['--batch']);
    expect(nobody.code).toBe(2);
    expect(nobody.err).toContain('There is no way to 127.0.0.1 (');
    const http = await runProgram('cue', to104(engine.http.port), ['--batch']);
    expect(http.code).toBe(2);
    expect(http.err).toContain('does not answer as an injector (what answers does not speak SCTE');
  });
});
