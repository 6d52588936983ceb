// Owns the proof of an auction's time: full, shortened before a splice, or too little; and of the
// queue of those that wait for a place.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUCTION_LEAST_MS, AUCTION_SPLICE_MARGIN_MS } from '../../../../src/contract/limits';
import {
  compareWaiting,
  openableUntilMs,
  takeTurn,
  type Waiting,
} from '../../../../src/main/core/auction/queue';
import { openingWindow } from '../../../../src/main/core/auction/window';
import { slotKindOf } from '../../../../src/main/core/auction/terms';

function windowOf(spliceInMs: number | null, airInMs = 45_000, durationMs = 500): number | string {
  const spliceAtMs = spliceInMs === null ? null : 1_000 + spliceInMs;
  const question = { nowMs: 1_000, durationMs, spliceAtMs, airByMs: 1_000 + airInMs };
  const window = openingWindow(question);
  return window.ok ? window.durationMs : window.reason;
}

describe('openingWindow', () => {
  it.each([
    [null, 500],
    [8_000, 500],
    [500, 500],
    [499, 399],
    [499.9, 399],
    [200, 100],
    [199, 'insufficient_time'],
    [0, 'insufficient_time'],
    [-60_000, 'insufficient_time'],
  ])('splice in %s ms: %s', (spliceInMs, expected) => {
    expect(windowOf(spliceInMs)).toBe(expected);
  });

  it.each([
    [501, 500],
    [300, 300],
    [100, 100],
    [99, 'insufficient_time'],
  ])('on air within %s ms and no splice: %s', (airInMs, expected) => {
    expect(windowOf(null, airInMs)).toBe(expected);
  });

  it('always leaves the margin or the whole duration, and never less than the least', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000, max: 10_000 }),
        fc.integer({ min: 100, max: 5_000 }),
        (left, durationMs) => {
          const window = windowOf(left, 45_000, durationMs);
          if (typeof window === 'string') {
            expect(left - AUCTION_SPLICE_MARGIN_MS).toBeLessThan(AUCTION_LEAST_MS);
            expect(left).toBeLessThan(durationMs);
            return;
          }
          expect(window).toBeGreaterThanOrEqual(AUCTION_LEAST_MS);
          expect(window).toBe(left >= durationMs ? durationMs : left - AUCTION_SPLICE_MARGIN_MS);
        },
      ),
    );
  });
});

describe('the queue', () => {
  const anyWaiting = fc.record({
    importance: fc.constantFrom('low', 'normal', 'high', 'critical'),
    durationMs: fc.integer({ min: 100, max: 5_000 }),
    spliceAtMs: fc.option(fc.integer({ min: 0, max: 6_000 })),
    airByMs: fc.integer({ min: 0, max: 46_000 }),
  });
  const anyQueue = fc
    .array(anyWaiting, { maxLength: 12 })
    .map((all) => all.map((one, at): Waiting => ({ ...one, auctionId: `A-${at}`, arrival: at })));

  it('goes by importance, then arrival', () => {
    const one = (auctionId: string, importance: Waiting['importance'], arrival: number) => {
      const times = { durationMs: 500, spliceAtMs: null, airByMs: 45_000 };
      return { auctionId, importance, arrival, ...times };
    };
    const queue = [
      one('a', 'low', 1),
      one('b', 'high', 3),
      one('c', 'high', 2),
      one('d', 'critical', 4),
    ];
    expect(queue.toSorted(compareWaiting).map(({ auctionId }) => auctionId)).toEqual([
      'd',
      'c',
      'b',
      'a',
    ]);
    expect(takeTurn(queue, 0, 2)).toEqual({
      open: [
        { auctionId: 'd', durationMs: 500 },
        { auctionId: 'c', durationMs: 500 },
      ],
      outOfTime: [],
      keep: ['b', 'a'],
    });
  });

  it('opens all it can, keeps the rest, and lets go exactly those out of time', () => {
    const places = fc.integer({ min: 0, max: 12 });
    fc.assert(
      fc.property(anyQueue, places, fc.integer({ min: 0, max: 6_000 }), (queue, free, nowMs) => {
        const turn = takeTurn(queue, nowMs, free);
        const opened = turn.open.map(({ auctionId }) => auctionId);
        const all = [...opened, ...turn.outOfTime, ...turn.keep];
        expect(all.sort()).toEqual(queue.map(({ auctionId }) => auctionId).sort());
        expect(opened.length).toBeLessThanOrEqual(free);
        if (turn.keep.length > 0) expect(opened).toHaveLength(free);
        const late = queue.filter((one) => nowMs > openableUntilMs(one));
        expect(late.map(({ auctionId }) => auctionId).sort()).toEqual(turn.outOfTime.toSorted());
      }),
      { numRuns: 500 },
    );
  });
});

describe('slotKindOf', () => {
  it('sells spots in breaks, overlays where the cue asks for one, else the replay', () => {
    expect(slotKindOf('commercial_break', 0x34)).toBe('spot');
    expect(slotKindOf('instant_replay', 0x38)).toBe('overlay');
    expect(slotKindOf('goal_scored', null)).toBe('replay');
  });
});
