// Owns the proof that what one engine heard can be kept and given to another: a recording in
// between, datagrams and SCTE 104 alike, replayed gives the same markers; and that a file that is
// no capture is refused in one line.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEngine, type TestEngine } from '../../e2e/engine';
import { tempDir } from '../../fixtures/temp-dir';
import { asking, runProgram, startProgram, type Ended } from './programs';

const folder = tempDir('replay');
const file = (name: string): string => join(folder, name);
let first: TestEngine;
let second: TestEngine;

beforeAll(async () => {
  [first, second] = await Promise.all([
    startEngine({ flags: ['--mode', 'rehearsal'] }),
    startEngine({ flags: ['--mode', 'rehearsal'] }),
  ]);
});

afterAll(async () => {
  for (const engine of [first, second]) {
    expect({ code: await engine.stop(), said: engine.said() }).toEqual({ code: 0, said: '' });
  }
});

/** Keeps what is sent by `send` to the recorder's port, handed on to the first engine. */
async function recorded(
  name: string,
  flags: readonly string[],
  send: (port: string) => Promise<Ended>,
): Promise<Ended> {
  const own = ['--record', file(name), '--listen', '127.0.0.1:0', ...flags];
  const recorder = await startProgram('cue', own);
  const port = /:(\d+); Ctrl\+C ends it\.$/u.exec(recorder.first)?.[1] ?? '';
  expect((await send(port)).code).toBe(0);
  return recorder.interrupt();
}

async function replayed(name: string, engine: TestEngine): Promise<Ended> {
  const ports = ['--port', String(engine.udpPort), '--scte104-port', String(engine.scte104Port)];
  return runProgram('replay', asking(engine, 'engine'), [file(name), ...ports, '--speed', '4']);
}

interface Item {
  readonly form: string;
  readonly eventType: string;
  readonly status: string;
  readonly rawBase64: string;
}

async function markers(engine: TestEngine): Promise<readonly string[]> {
  const { json } = await engine.call('GET', '/scte/markers?limit=500');
  const { items } = json as { items: Item[] };
  return items.map((one) => [one.status, one.form, one.eventType, one.rawBase64].join(' '));
}

const NOBODY = ['--http', 'http://127.0.0.1:1'];

describe('a capture', () => {
  it('of datagrams gives another engine the same markers', async () => {
    const on = ['--pass-on', `127.0.0.1:${first.udpPort}`];
    const kept = await recorded('cues.jsonl', on, async (port) => {
      for (const format of ['json', 'base64', 'mpegts']) {
        const what = ['--event', 'goal', '--game', format, '--repeat', '2', '--format', format];
        await runProgram('cue', NOBODY, ['--port', port, ...what]);
      }
      const legs = ['--format', 'rtp', '--legs', '2', '--pre-roll', '9000'];
      return runProgram('cue', NOBODY, ['--port', port, '--batch', ...legs]);
    });
    expect(kept.code).toBe(0);
    const count = Number(/^Kept (\d+) in /u.exec(kept.out.at(-1) ?? '')?.[1]);
    const lines = readFileSync(file('cues.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(count + 1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'cuebid-cue-capture', version: 1 });
    const { code, out, err } = await replayed('cues.jsonl', second);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.at(-2)).toMatch(new RegExp(`^Sent ${count} datagrams in \\d\\.\\d s\\.$`, 'u'));
    expect(out.at(-1)).toBe('The engine counted 13 accepted, 13 duplicate, 0 rejected, 0 lost.');
    expect((await markers(second)).toSorted()).toEqual((await markers(first)).toSorted());
  });

  it('of SCTE 104 is kept in between and gives the same markers', async () => {
    const on = ['--format', 'scte104', '--pass-on', `127.0.0.1:${first.scte104Port}`];
    const before = (await markers(second)).length;
    const kept = await recorded('104.jsonl', on, async (port) => {
      const what = ['--event', 'fight', '--format', 'scte104', '--pre-roll', '5000'];
      return runProgram('cue', NOBODY, ['--port', port, ...what]);
    });
    // init_request, alive_request, and the cue.
    expect([kept.code, kept.out.at(-1)]).toEqual([0, `Kept 3 in ${file('104.jsonl')}.`]);
    const { code, out } = await replayed('104.jsonl', second);
    expect(code).toBe(0);
    expect(out.at(-2)).toMatch(/^Sent 0 datagrams and 3 SCTE 104 messages \(4 answers\) in /u);
    expect(out.at(-1)).toBe('The engine counted 1 accepted, 0 duplicate, 0 rejected, 0 lost.');
    expect((await markers(second)).toSorted()).toEqual((await markers(first)).toSorted());
    expect((await markers(second)).length).toBe(before + 1);
  });
});

describe('replay', () => {
  it.each([
    ['night.json', '{"provider":"nhl"}\n', 'is no capture of cues; this version replays nothing'],
    ['empty', '', 'is no capture of cues; this version replays nothing else.'],
    ['later.jsonl', '{"kind":"cuebid-cue-capture","version":9}\n', 'is no capture of cues'],
  ])('refuses %s in one line', async (name, content, says) => {
    writeFileSync(file(name), content);
    const { code, out, err } = await replayed(name, second);
    expect([code, out]).toEqual([1, ['']]);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(err).toContain(says);
  });

  it('refuses a file that is not there, and a line that is none', async () => {
    expect(await replayed('nowhere', second)).toMatchObject({ code: 1 });
    const head = { kind: 'cuebid-cue-capture', version: 1, startedAt: '2026-03-01T20:00:00.000Z' };
    writeFileSync(file('torn.jsonl'), `${JSON.stringify(head)}\n{"ms":`);
    const { code, out, err } = await replayed('torn.jsonl', second);
    expect([code, err.includes('line 2 of')]).toEqual([1, true]);
    expect(out[0]).toMatch(/^The capture is \d+ min old: cues that carry a timestamp are stale/u);
  });

  it('refuses a wrong order', async () => {
    const { code, err } = await runProgram('replay', [], []);
    expect([code, err]).toEqual([
      2,
      'replay: Use: npm run replay -- FILE [FLAGS]; --help tells more.\n',
    ]);
  });
});

describe('a recording', () => {
  it('never writes over a file', async () => {
    writeFileSync(file('mine'), 'kept');
    const flags = ['--record', file('mine'), '--listen', '127.0.0.1:0'];
    const { code, err } = await runProgram('cue', [], flags);
    expect([code, err]).toEqual([
      2,
      `cue: ${file('mine')} cannot be written: it exists already.\n`,
    ]);
    expect(readFileSync(file('mine'), 'utf8')).toBe('kept');
  });

  it('ends by itself after its time', async () => {
    const flags = ['--record', file('short'), '--listen', '127.0.0.1:0', '--seconds', '0.1'];
    const { code, out } = await runProgram('cue', [], flags);
    expect([code, out.at(-1)]).toEqual([0, `Kept 0 in ${file('short')}.`]);
  });
});
