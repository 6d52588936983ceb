// Owns proof that a copy tells its own loop delay, never its original's, and that rows of journals
// from before it are still read.
import { expect, it } from 'vitest';
import type { MarkerFacts } from '../../../../src/main/core/ledger/entries';
import { markerView, repeatView } from '../../../../src/main/core/marker/view';
import { markerOf } from '../../../renderer/records';

const place = { seq: 1, recordedAtMs: 3 };
const { seq: _seq, receivedAt: _in, decidedAt: _at, recordedAt: _on, ...shown } = markerOf();
const facts: MarkerFacts = { ...shown, receivedAtMs: 1, decidedAtMs: 2, identity: null };
const repeat = {
  ...{ id: 'M-2', of: 'M-1', receivedAtMs: 4, decidedAtMs: 5 },
  ...{ address: '10.0.0.1', port: 1, protocol: 'udp' },
};

it('a copy has its own delay, never its original’s', () => {
  const original = { ...facts, loopDelayMs: 41.8 };
  expect(markerView(original, place).loopDelayMs).toBe(41.8);
  expect(repeatView(original, { ...repeat, loopDelayMs: 0.3 }, place).loopDelayMs).toBe(0.3);
  expect('loopDelayMs' in repeatView(original, repeat, place)).toBe(false);
});

it('a row from before has none', () => {
  expect('loopDelayMs' in markerView(facts, place)).toBe(false);
});
