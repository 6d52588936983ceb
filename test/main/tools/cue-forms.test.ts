// Owns the proof that the cue sender's every form, as a user sends it, gives a real engine exactly
// one marker a cue, and copies for what is sent again: by datagram, stream, two legs, multicast and
// SCTE 104.
import { createSocket, type Socket } from 'node:dgram';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/main/core/codec/scte104/message';
import { startEngine, type TestEngine } from '../../e2e/engine';
import { tempDir } from '../../fixtures/temp-dir';
import { asking, runProgram, startProgram, toUdp } from './programs';

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

describe('a cue that says more than a section can carry', () => {
  it.each(['mpegts', 'scte104'])('is not sent as %s, and told', async (format) => {
    const players = Array.from({ length: 12 }, (_, at) => ['--player', `player-number-${at}`]);
    const flags = ['--event', 'goal', '--game', 'long', ...players.flat()];
    const run = format === 'scte104' ? to104(engine.scte104Port) : toUdp(engine);
    const { code, out } = await runProgram('cue', run, [...flags, '--format', format]);
    expect(code).toBe(1);
    expect(out[1]).toMatch(/^Sent 0 cues in /u);
    expect(out[2]).toBe('1 cue said more than a section can carry: not sent.');
    expect(await accepted('long')).toEqual([]);
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

/** A socket in the group on the loopback; null where this system cannot have one there. */
async function inGroup(group: string): Promise<Socket | null> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  try {
    socket.bind(0, group);
    await once(socket, 'listening');
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

  it.skipIf(joined === null)('is kept in a file by who joins', async () => {
    const file = join(tempDir('group'), 'group.jsonl');
    const card = ['--multicast', GROUP, '--interface', '127.0.0.1'];
    const own = ['--record', file, '--listen', `${GROUP}:0`, ...card];
    const recorder = await startProgram('cue', own);
    const [port = ''] = /\d+(?=; )/u.exec(recorder.first) ?? [];
    const where = ['--port', port, '--http', 'http://127.0.0.1:1', ...card];
    await runProgram('cue', where, ['--event', 'goal', '--format', 'rtp']);
    const { code, out } = await recorder.interrupt();
    // The first beat of the stream, the cue, and the beats behind it.
    expect([code, out.at(-1)]).toEqual([0, `Kept 5 in ${file}.`]);
  });

  it('by a card that is not there is refused', async () => {
    const flags = ['--multicast', GROUP, '--interface', 'no-such-card', '--event', 'goal'];
    const { code, err } = await cue(...flags);
    expect(code).toBe(2);
    expect(err).toMatch(/^cue: No card is named "no-such-card"; there are .+\.\n$/u);
  });
});

/** An injector that answers each message with what `answer` says of its opID; null hangs up. */
async function injector(answer: (opID: number) => object | null) {
  const server = createServer((socket) => {
    socket.on('data', (bytes) => {
      const head = { kind: 'single', result: 100, result_extension: 0xffff, protocol_version: 0 };
      const more = { as_index: 1, message_number: 1, dpi_pid_index: 1 };
      const said = answer(bytes.readUInt16BE(0));
      if (said === null) socket.destroy();
      else socket.write(encodeMessage({ ...head, ...more, ...said }) ?? '');
    });
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { port, close: () => server.close() };
}

describe('an injector', () => {
  it('that hangs up on the first cue leaves it unanswered: told, and exit code 1', async () => {
    const { port, close } = await injector((opID) => (opID > 3 ? null : { opID: opID + 1 }));
    const { code, out } = await runProgram('cue', to104(port), ['--event', 'goal']);
    close();
    expect(code).toBe(1);
    expect(out.slice(2, 4)).toEqual([
      'The injector answered 0 inject_response and 0 inject_complete_response, sections made: 0. ' +
        'Complete means processed, not that a break ran.',
      '1 had no inject_response.',
    ]);
  });

  it('that refuses a cue is quoted in words', async () => {
    const { port, close } = await injector((opID) =>
      opID === 0xffff ? { opID: 7, result: 126, acked_message_number: 3 } : { opID: opID + 1 },
    );
    const { code, out } = await runProgram('cue', to104(port), ['--event', 'goal']);
    close();
    expect(code).toBe(0);
    expect(out[2]).toContain('answered 1 inject_response (1 unknown DPI PID index (126)) and 0 ');
  });
});

describe('an injector that does not take us', () => {
  it('is told in words where another automation system holds the instance', async () => {
    const { port, close } = await injector(() => ({ opID: 2, result: 110 }));
    const { code, err } = await runProgram('cue', to104(port), ['--batch']);
    close();
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
