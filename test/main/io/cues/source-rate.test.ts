// Holds the rate limit to its word: bursts pass, floods do not, and forged addresses cost no
// memory. Time is a number here; nothing waits.
import { describe, expect, it } from 'vitest';
import { createSourceRate } from '../../../../src/main/io/cues/source-rate';

describe('the rate of a source', () => {
  it('lets a burst through and then the rate', () => {
    const { admits: within } = createSourceRate({ perSecond: 10, burst: 3 });
    const passed = Array.from({ length: 5 }, () => within('a', 0));
    expect(passed).toEqual([true, true, true, false, false]);
    expect(within('a', 99)).toBe(false);
    expect(within('a', 200)).toBe(true);
  });

  it('counts each address by itself', () => {
    const { admits: within } = createSourceRate({ perSecond: 1, burst: 1 });
    expect([within('a', 0), within('b', 0), within('a', 0)]).toEqual([true, true, false]);
  });

  it('never fills beyond its burst', () => {
    const { admits: within } = createSourceRate({ perSecond: 1_000, burst: 2 });
    within('a', 0);
    const passed = Array.from({ length: 4 }, () => within('a', 3_600_000));
    expect(passed).toEqual([true, true, false, false]);
  });

  it('has no limit at 0 a second', () => {
    const { admits: within } = createSourceRate({ perSecond: 0, burst: 1 });
    expect(Array.from({ length: 50_000 }, () => within('a', 0)).every(Boolean)).toBe(true);
  });

  it('forgets the oldest address beyond its most', () => {
    const { admits: within } = createSourceRate({ perSecond: 1, burst: 1 });
    expect(within('first', 0)).toBe(true);
    for (let at = 0; at < 1_024; at += 1) within(`forged-${at}`, 0);
    expect(within('first', 0)).toBe(true);
  });

  it('is charged for further cues of a datagram, also below nothing', () => {
    const { admits, charge } = createSourceRate({ perSecond: 10, burst: 5 });
    expect(admits('a', 0)).toBe(true);
    charge('a', 63);
    charge('never heard', 63);
    expect([admits('a', 5_999), admits('never heard', 5_999)]).toEqual([false, true]);
    expect([admits('a', 6_001), admits('a', 6_001)]).toEqual([true, false]);
    charge('a', -1);
    expect(admits('a', 6_001)).toBe(false);
  });
});
