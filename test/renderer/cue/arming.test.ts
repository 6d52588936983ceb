// Owns proof of select, arm, disarm: nothing is armed that was not selected, nothing stays armed
// longer than 10 s or over a new selection.
import { expect, it } from 'vitest';
import {
  armed,
  armedLeftMs,
  disarmed,
  SAFE,
  selected,
} from '../../../src/renderer/src/cue/screen/arming';
import { ARMED_MS } from '../../../src/renderer/src/cue/pad-rules';

it('arms only what is selected, for ten seconds', () => {
  expect(armed(SAFE, 5)).toEqual(SAFE);
  const ready = armed(selected(SAFE, 'penalty'), 1_000);
  expect(ready).toEqual({ eventType: 'penalty', untilMs: 1_000 + ARMED_MS });
  expect(armedLeftMs(ready, 4_000)).toBe(7_000);
  expect(armedLeftMs(ready, 11_000)).toBe(0);
  expect(armedLeftMs(SAFE, 0)).toBe(0);
});

it('a new selection disarms, the same one again selects nothing', () => {
  const ready = armed(selected(SAFE, 'penalty'), 0);
  expect(selected(ready, 'fight')).toEqual({ eventType: 'fight', untilMs: null });
  expect(selected(ready, 'penalty')).toEqual(SAFE);
  expect(disarmed(ready)).toEqual({ eventType: 'penalty', untilMs: null });
});
