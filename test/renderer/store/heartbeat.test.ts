// Owns proof of the stale rule and of the engine's clock as reckoned here: it runs while the engine
// speaks and stands still, at its last word, when it does not.
import { describe, expect, it } from 'vitest';
import { STALE_AFTER_MS } from '../../../src/contract/limits';
import {
  addSample,
  offsetMs,
  SAMPLES_KEPT,
  STEP_MS,
} from '../../../src/renderer/src/store/engine-time';
import { engineTimeMs, isStale, silentMs } from '../../../src/renderer/src/store/heartbeat';

const BEAT = { heardMonoMs: 10_000, wordAtMs: 1_700_000_000_000 };

describe('the stale rule', () => {
  it('holds from just over the limit, not at it', () => {
    expect(isStale(BEAT, 10_000 + STALE_AFTER_MS)).toBe(false);
    expect(isStale(BEAT, 10_001 + STALE_AFTER_MS)).toBe(true);
  });

  it('counts silence from the last word, never below zero', () => {
    expect(silentMs(BEAT, 14_400)).toBe(4_400);
    expect(silentMs(BEAT, 9_000)).toBe(0);
  });
});

describe('the engine clock', () => {
  const offset = 1_699_999_990_000;

  it('runs while the engine speaks', () => {
    expect(engineTimeMs(BEAT, { monoMs: 10_250, offsetMs: offset })).toBe(1_700_000_000_250);
  });

  it('stands at the last word once stale', () => {
    expect(engineTimeMs(BEAT, { monoMs: 60_000, offsetMs: offset })).toBe(BEAT.wordAtMs);
  });

  it('is not known before the first word', () => {
    const silent = { heardMonoMs: 0, wordAtMs: null };
    expect(engineTimeMs(silent, { monoMs: 5, offsetMs: null })).toBeNull();
  });
});

describe('the reckoning of the offset', () => {
  it('trusts the message that travelled fastest', () => {
    const samples = [40, 5, 90].reduce(
      (all, delayMs, at) => addSample(all, 50_000 + at, at + delayMs),
      [] as readonly number[],
    );
    expect(offsetMs(samples)).toBe(50_000 - 5);
  });

  it('forgets samples beyond its window', () => {
    let samples: readonly number[] = [];
    for (let n = 0; n < SAMPLES_KEPT * 3; n += 1) samples = addSample(samples, 1_000, 0);
    expect(samples).toHaveLength(SAMPLES_KEPT);
  });

  it('follows a step of the engine clock at once, in both directions', () => {
    const before = addSample([], 100_000, 0);
    expect(offsetMs(addSample(before, 100_000 + STEP_MS + 1, 0))).toBe(100_000 + STEP_MS + 1);
    expect(offsetMs(addSample(before, 100_000 - STEP_MS - 1, 0))).toBe(100_000 - STEP_MS - 1);
  });

  it('has none before the first message', () => {
    expect(offsetMs([])).toBeNull();
  });
});
