// Owns proof of the reckoning behind long lists and of the rule of holding to fire. Refuses a
// browser; what a pointer really does is proved end to end.
import { describe, expect, it } from 'vitest';
import {
  moveBy,
  OVERSCAN,
  rowsAbove,
  rowsInView,
  topToSee,
} from '../../../src/renderer/src/parts/grid/window';
import {
  HOLD_MS,
  holdLeftMs,
  isComplete,
  press,
  REST,
} from '../../../src/renderer/src/parts/hold/hold';

const VIEW = { topPx: 240, heightPx: 120, rowPx: 24 };

describe('rows in view', () => {
  it('are those seen and a few around', () => {
    expect(rowsInView(VIEW, 500)).toEqual({ from: 10 - OVERSCAN, to: 15 + OVERSCAN });
  });

  it('never lie outside the list', () => {
    expect(rowsInView({ ...VIEW, topPx: 0 }, 3)).toEqual({ from: 0, to: 3 });
    expect(rowsInView({ ...VIEW, topPx: 99_999 }, 3)).toEqual({ from: 3, to: 3 });
    expect(rowsInView(VIEW, 0)).toEqual({ from: 0, to: 0 });
  });

  it('are scrolled to only when not wholly seen', () => {
    expect(topToSee(VIEW, 12)).toBe(240);
    expect(topToSee(VIEW, 3)).toBe(72);
    expect(topToSee(VIEW, 15)).toBe(16 * 24 - 120);
  });

  it('know how many came in above', () => {
    expect(rowsAbove(['c', 'b', 'a'], 'a')).toBe(2);
    expect(rowsAbove(['c', 'b'], 'gone')).toBe(0);
    expect(rowsAbove(['c'], null)).toBe(0);
  });
});

describe('keys in a list', () => {
  it.each([
    ['j', 6],
    ['ArrowDown', 6],
    ['k', 4],
    ['ArrowUp', 4],
    ['PageDown', 15],
    ['Home', 0],
  ])('%s moves to %i', (key, at) => {
    expect(moveBy(key, 5, 10)).toBe(at);
  });

  it.each([' ', 'Enter', 'f', 'Escape'])('"%s" does not move', (key) => {
    expect(moveBy(key, 5, 10)).toBeNull();
  });
});

describe('holding to fire', () => {
  const finger = { button: 0, primary: true, allowed: true };

  it('is complete after the whole time and not before', () => {
    const hold = press(finger, 1_000);
    expect(isComplete(hold, 1_000 + HOLD_MS - 1)).toBe(false);
    expect(isComplete(hold, 1_000 + HOLD_MS)).toBe(true);
  });

  it.each([
    { ...finger, allowed: false },
    { ...finger, button: 2 },
    { ...finger, primary: false },
  ])('does not begin for %o', (pressed) => {
    const hold = press(pressed, 0);
    expect(hold).toBe(REST);
    expect(isComplete(hold, 9_999)).toBe(false);
  });

  it('says what is left', () => {
    expect(holdLeftMs(press(finger, 0), 320)).toBe(HOLD_MS - 320);
    expect(holdLeftMs(press(finger, 0), 9_000)).toBe(0);
    expect(holdLeftMs(REST, 9_000)).toBe(HOLD_MS);
  });
});
