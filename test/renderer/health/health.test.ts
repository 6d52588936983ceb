// Owns proof of Health: whatever is not well says how to fix it, what is well says nothing; a trail
// keeps ten minutes; the log's sieve. Refuses advice for its own sake.
import { describe, expect, it } from 'vitest';
import { must } from '../../../src/main/core/lib/assert';
import { clockNotice } from '../../../src/renderer/src/health/ask/asked';
import { bundleName } from '../../../src/renderer/src/health/ask/bundle';
import { EVERYTHING, factsText, sieved } from '../../../src/renderer/src/health/ask/log-sieve';
import {
  bytesText,
  fixOfListener,
  fixOfLoop,
  heldText,
  LOOP_MOST_MS,
  noteOfListeners,
  speedText,
  stepText,
  whyOfCard,
} from '../../../src/renderer/src/health/how-to-fix';
import {
  APART_MS,
  pointsOf,
  pointsOfPace,
  TRAIL_MS,
  withSample,
} from '../../../src/renderer/src/health/trail';
import { cannedHost, machineRow } from '../../contract/canned-rows';
import { listenerOf } from '../records';

describe('how to fix', () => {
  it('of a listener names its port, asks for the encoder, or says that packets were lost', () => {
    expect(fixOfListener(listenerOf({ state: 'fault' }))).toContain('127.0.0.1:9999');
    expect(fixOfListener(listenerOf())).toContain('No packet yet');
    expect(fixOfListener(listenerOf({ packets: 1 }))).toBeNull();
    expect(fixOfListener(listenerOf({ packets: 1, kernelDrops: 0 }))).toBeNull();
    expect(fixOfListener(listenerOf({ packets: 1, kernelDrops: 3 }))).toContain('threw packets');
    expect(fixOfListener(listenerOf({ state: 'stopped' }))).toBeNull();
  });

  it('of all listeners is one line, and a silent one is no matter where another hears', () => {
    const [silent, hears] = [listenerOf({ id: 'two' }), listenerOf({ packets: 1 })];
    expect(noteOfListeners([silent, hears])).toEqual({ text: 'Cues are heard.', look: false });
    const fault = listenerOf({ id: 'one', state: 'fault' });
    const both = noteOfListeners([fault, silent]);
    expect(both.look).toBe(true);
    expect(both.text).toMatch(/^one: Close what holds .* And 1 more\.$/u);
    const says = listenerOf({ packets: 1, detail: 'receive buffer 4 of 8 bytes' });
    expect(noteOfListeners([says]).text).toBe('udp: receive buffer 4 of 8 bytes');
  });

  it('of the loop begins at its limit', () => {
    expect(fixOfLoop(LOOP_MOST_MS)).toBeNull();
    expect(fixOfLoop(LOOP_MOST_MS + 1)).toContain('Close what else');
    const [calm] = machineRow().threads.map((pace) => ({ ...pace, worst: LOOP_MOST_MS }));
    const held = { ...must(calm, 'a thread'), worst: 41.84 };
    expect(heldText([must(calm, 'a thread')])).toBeNull();
    expect(heldText([must(calm, 'a thread'), { ...held, thread: 'store' }])).toBe(
      'Store held 41.8 ms at 20:00:01. Close what else runs on this machine.',
    );
  });

  it('of a listener: the card it misses, the group it has not joined', () => {
    const gone = listenerOf({ state: 'fault', detail: 'no card named eno9', name: 'Playout' });
    expect(fixOfListener(gone)).toBe('no card named eno9. It is tried every few seconds.');
    expect(noteOfListeners([gone]).text).toMatch(/^Playout: no card/u);
    const group = { group: '239.1.2.3', source: null, joined: false, detail: 'not joined: ENODEV' };
    expect(fixOfListener(listenerOf({ packets: 1, groups: [group] }))).toBe(
      'Group 239.1.2.3 is not joined: ENODEV. It is tried every few seconds.',
    );
  });

  it('of a card: who listens, and a link that is down only where somebody does', () => {
    const [eth0] = machineRow().cards;
    const card = { ...must(eth0, 'a card'), link: 'down' } as const;
    expect(whyOfCard(card)).toMatchObject({ look: true });
    expect(whyOfCard({ ...card, link: null })).toEqual({ why: 'udp-1 listens here', look: false });
    expect(whyOfCard({ ...card, listeners: [] })).toMatchObject({ look: false });
  });
});

describe('words', () => {
  it('of speeds, bytes and steps are as the trade writes them', () => {
    expect([10, 100, 1_000, 2_500, 10_000].map(speedText)).toEqual([
      '10 M',
      '100 M',
      '1 G',
      '2.5 G',
      '10 G',
    ]);
    expect([900, 184_000_000, 2_040_000_000, 412_000_000_000].map(bytesText)).toEqual([
      '1 kB',
      '184.0 MB',
      '2.0 GB',
      '412 GB',
    ]);
    const clock = machineRow().clock;
    expect(stepText(clock, '22:14:09')).toBe('none since 22:14:09');
    const stepped = { ...clock, steps: 1, lastStepMs: 800, lastStepAt: '2026-01-01T20:00:00.000Z' };
    expect(stepText(stepped, '22:14:09')).toBe('+0.8 s at 20:00:00, 1 since 22:14:09');
  });

  it('tell a clock that jumped since the last answer, once', () => {
    const before = machineRow();
    const clock = { ...before.clock, steps: 1, lastStepAt: before.at, lastStepMs: -1_200 };
    const after = { ...before, clock };
    expect(clockNotice(before, after)).toContain('-1.2 s');
    expect(clockNotice(after, after)).toBeNull();
    expect(clockNotice(null, after)).toBeNull();
  });

  it('name the bundle by its moment', () => {
    expect(bundleName('2026-11-21T02:41:32.608Z')).toBe('cuebid-support-20261121-024132.json');
  });
});

describe('a trail', () => {
  it('takes a sample each two seconds and forgets what is too old', () => {
    const one = withSample([], { atMs: 0, value: 1 });
    expect(withSample(one, { atMs: APART_MS - 1, value: 2 })).toBe(one);
    const two = withSample(one, { atMs: APART_MS, value: 2 });
    expect(two).toHaveLength(2);
    expect(withSample(two, { atMs: TRAIL_MS + 300, value: 3 }).map(({ value }) => value)).toEqual([
      2, 3,
    ]);
  });

  it('has the newest at the right and is cut at the top', () => {
    const trail = [
      { atMs: 0, value: 0 },
      { atMs: TRAIL_MS / 2, value: 400 },
    ];
    expect(pointsOf(trail, 40)).toBe('50.00,30.00 100.00,0.00');
    expect(pointsOf([], 40)).toBe('');
    expect(pointsOfPace([0, 40], 40)).toBe('99.67,30.00 100.00,0.00');
  });
});

describe('the log', () => {
  const lines = cannedHost().logLines();

  it('is newest first, by level, component and every word', () => {
    const codes = (part: Partial<typeof EVERYTHING>): string[] =>
      sieved(lines, { ...EVERYTHING, ...part }).map(({ code }) => code);
    expect(codes({})).toEqual(['listener_down', 'request_refused', 'engine_started']);
    expect(codes({ level: 'warn' })).toEqual(['listener_down', 'request_refused']);
    expect(codes({ component: 'api' })).toEqual(['request_refused']);
    expect(codes({ words: 'DOWN 2' })).toEqual(['listener_down']);
    expect(codes({ words: 'down 1' })).toEqual([]);
  });

  it('has its facts as one line', () => {
    expect(factsText({ port: 9_999, address: '127.0.0.1', why: ['a'] })).toBe(
      'port 9999 · address 127.0.0.1 · why ["a"]',
    );
  });
});
