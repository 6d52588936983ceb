// Owns proof of Health: whatever is not well says how to fix it, what is well says nothing, and a
// trail keeps two minutes. Refuses advice for its own sake.
import { describe, expect, it } from 'vitest';
import {
  fixOfCheck,
  fixOfListener,
  fixOfLoop,
  fixOfQueue,
  LOOP_MOST_MS,
  QUEUE_LONG,
} from '../../../src/renderer/src/health/how-to-fix';
import { pointsOf, TRAIL_MS, withSample } from '../../../src/renderer/src/health/trail';
import { listenerOf } from '../records';

describe('how to fix', () => {
  it('is said for what is not well, whatever its name, and only then', () => {
    expect(fixOfCheck({ name: 'store', status: 'ok', detail: '' })).toBeNull();
    expect(fixOfCheck({ name: 'store', status: 'down', detail: '' })).toContain('disk');
    expect(fixOfCheck({ name: 'listener udp-1', status: 'down', detail: '' })).toContain('--udp');
    expect(fixOfCheck({ name: 'new one', status: 'degraded', detail: '' })).toContain('log');
  });

  it('of a listener names its port, or asks for the encoder', () => {
    expect(fixOfListener(listenerOf({ state: 'fault' }))).toContain('127.0.0.1:9999');
    expect(fixOfListener(listenerOf())).toContain('No packet yet');
    expect(fixOfListener(listenerOf({ packets: 1 }))).toBeNull();
    expect(fixOfListener(listenerOf({ state: 'stopped' }))).toBeNull();
  });

  it('of queues and the loop begins at their limits', () => {
    expect(fixOfQueue('store', QUEUE_LONG - 1)).toBeNull();
    expect(fixOfQueue('store', QUEUE_LONG)).toContain('disk');
    expect(fixOfQueue('intake', QUEUE_LONG)).toContain('source');
    expect(fixOfLoop(LOOP_MOST_MS)).toBeNull();
    expect(fixOfLoop(LOOP_MOST_MS + 1)).toContain('engine');
  });
});

describe('a trail', () => {
  it('takes two samples a second at most and forgets what is too old', () => {
    const one = withSample([], { atMs: 0, value: 1 });
    expect(withSample(one, { atMs: 100, value: 2 })).toBe(one);
    const two = withSample(one, { atMs: 600, value: 2 });
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
  });
});
