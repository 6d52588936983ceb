// Owns the short hunt that runs with every test: the same damaged cues each time. The long one,
// with new ones, is in the deep suite.
import { expect, it } from 'vitest';
import { hunt } from './hunt';

const INPUTS = 40_000;

it('damaged cues are read to a verdict, in time, within their bytes, and written back', () => {
  const { inputs, read, found } = hunt(20_261_121, (count) => count >= INPUTS);
  expect(found).toBeNull();
  expect(inputs).toBe(INPUTS);
  expect(read).toBeGreaterThan(INPUTS / 50);
});
