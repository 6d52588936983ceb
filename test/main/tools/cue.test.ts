// Owns the proof that the cue sender works as a user runs it: the built program against a real
// engine, what it prints and how it ends.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../../e2e/engine';
import { runProgram, toUdp } from './programs';

let engine: TestEngine;

beforeAll(async () => {
  engine = await startEngine({ flags: ['--mode', 'rehearsal'] });
});

afterAll(async () => {
  expect({ code: await engine.stop(), said: engine.said() }).toEqual({ code: 0, said: '' });
});

const cue = async (...flags: readonly string[]) => runProgram('cue', toUdp(engine), flags);

describe('npm run cue', () => {
  it('sends one of each, three times, and the engine hears each once', async () => {
    const { code, out, err } = await cue('--batch', '--repeat', '3');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.at(-2)).toMatch(/^Sent 10 cues in 30 datagrams in \d\.\d s\.$/u);
    expect(out.at(-1)).toBe('The engine counted 10 accepted, 20 duplicate, 0 rejected, 0 lost.');
  });

  it('makes the marker that was typed', async () => {
    const flags = [
      '--event',
      'goal',
      '--team',
      'NYR',
      '--game',
      'typed',
      '--period',
      '3',
      '--star',
    ];
    const { code, out } = await cue(...flags, '--format', 'base64');
    expect(code).toBe(0);
    expect(out[0]).toBe('goal NYR');
    const { json } = await engine.call('GET', '/scte/markers?status=ACCEPTED');
    const { items } = json as { items: { gameId: string }[] };
    expect(items.find((marker) => marker.gameId === 'typed')).toMatchObject({
      eventType: 'goal_scored',
      teamId: 'NYR',
      period: '3',
      form: 'base64',
      context: { starPlayer: true },
    });
  });

  it('streams at a rate and loses nothing', async () => {
    const { out } = await cue('--stress', '--duration', '0.5', '--rate', '1000');
    expect(out.at(-1)).toBe('The engine counted 500 accepted, 0 duplicate, 0 rejected, 0 lost.');
  });

  it('plays a game of a seed', async () => {
    const { code, out } = await cue('--simulate', '--speed', '20000', '--seed', '5');
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^P1 \d\d:\d\d {2}NYR \d BOS \d/u);
    expect(out.at(-1)).toMatch(/ 0 duplicate, 0 rejected, 0 lost\.$/u);
  });

  it('says so where what became of them is not known', async () => {
    const { code, out } = await cue('--event', 'goal', '--http', 'http://127.0.0.1:1');
    expect(code).toBe(0);
    expect(out.at(-1)).toContain('not known: no engine answers at http://127.0.0.1:1');
  });

  it('refuses a wrong order with one line and exit code 2', async () => {
    const { code, out, err } = await cue('--batch', '--format', 'morse');
    expect({ code, out }).toEqual({ code: 2, out: [''] });
    expect(err).toBe(
      'cue: --format morse is no form of a cue; use json, legacy-json, scte35, base64, hex, ' +
        'mpegts, rtp, scte104.\n',
    );
  });
});
