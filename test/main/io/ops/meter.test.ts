// Owns proof of the loop's delay at a moment: a loop that is held tells so, to the cue that comes
// in during it and to the one right after.
import { afterEach, expect, it } from 'vitest';
import { openMeter, type ReadableMeter } from '../../../../src/main/io/ops/meter';

let meter: ReadableMeter;
afterEach(() => {
  meter.close();
});

const HELD_MS = 120;

function holdLoop(): void {
  const untilMs = performance.now() + HELD_MS;
  while (performance.now() < untilMs);
}

it('a beat that is overdue is delay, before it has come and after', async () => {
  meter = openMeter(() => Date.now());
  const first = meter.loopDelayAtMs(performance.now());
  holdLoop();
  const during = meter.loopDelayAtMs(performance.now());
  expect(during).toBeGreaterThanOrEqual(HELD_MS - 25);
  expect(during).toBeGreaterThan(first);
  await new Promise((resolve) => setImmediate(resolve));
  expect(meter.loopDelayAtMs(performance.now())).toBeGreaterThanOrEqual(HELD_MS - 25);
});

it('is never below zero, and to the tenth', () => {
  meter = openMeter(() => Date.now());
  expect(meter.loopDelayAtMs(0)).toBe(0);
  const delay = meter.loopDelayAtMs(performance.now() + 33.333);
  expect(Math.round(delay * 10) / 10).toBe(delay);
});
