// Owns proof of select, arm, disarm: nothing is armed that was not selected, nothing stays armed
// longer than 10 s or over a new selection, and each mode asks for its own steps.
import { expect, it } from 'vitest';
import {
  armed,
  ARMED_MS,
  armedLeftMs,
  disarmed,
  readiness,
  SAFE,
  selected,
} from '../../../src/renderer/src/cue/fire/arming';

it('arms only what is selected, for ten seconds', () => {
  expect(armed(SAFE, 5)).toEqual(SAFE);
  const ready = armed(selected(SAFE, 'in'), 1_000);
  expect(ready).toEqual({ pad: 'in', untilMs: 1_000 + ARMED_MS });
  expect(armedLeftMs(ready, 4_000)).toBe(7_000);
  expect(armedLeftMs(ready, 11_000)).toBe(0);
  expect(armedLeftMs(SAFE, 0)).toBe(0);
});

it('a new selection disarms, the same one again selects nothing', () => {
  const ready = armed(selected(SAFE, 'in'), 0);
  expect(selected(ready, 'cancel')).toEqual({ pad: 'cancel', untilMs: null });
  expect(selected(ready, 'in')).toEqual(SAFE);
  expect(disarmed(ready)).toEqual({ pad: 'in', untilMs: null });
});

it('SETUP runs dry only, REHEARSAL is held, ON AIR is armed first', () => {
  const arming = selected(SAFE, 'in');
  const blocked = false;
  expect(readiness({ mode: 'SETUP', arming: armed(arming, 0), blocked })).toBe('dry only');
  expect(readiness({ mode: 'REHEARSAL', arming, blocked })).toBe('ready');
  expect(readiness({ mode: 'ON_AIR', arming, blocked })).toBe('arm first');
  expect(readiness({ mode: 'ON_AIR', arming: armed(arming, 0), blocked })).toBe('ready');
  expect(readiness({ mode: 'ON_AIR', arming: SAFE, blocked })).toBe('empty');
  expect(readiness({ mode: null, arming, blocked })).toBe('off');
  expect(readiness({ mode: 'REHEARSAL', arming, blocked: true })).toBe('off');
});
