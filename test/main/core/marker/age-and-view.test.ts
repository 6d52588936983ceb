// Owns the proof of the verdict on a cue's age, edge by edge, and of the marker row that others
// see, which must be what the contract promises.
import { describe, expect, it } from 'vitest';
import { markerSchema } from '../../../../src/contract/marker';
import type { MarkerFacts } from '../../../../src/main/core/marker/marker-facts';
import { staleness } from '../../../../src/main/core/marker/timing/stale';
import { markerView, repeatView } from '../../../../src/main/core/marker/view';

const NOW = 1_795_000_000_000;
const limits = { staleMs: 10_000, clockToleranceMs: 500, aheadMs: 10_000 };

describe('the age of a cue', () => {
  it.each([
    [-10_001, 'stale'],
    [-10_000, null],
    [0, null],
    [500, null],
    [501, 'clock_offset'],
    [10_000, 'clock_offset'],
    [10_001, 'clock_ahead'],
  ])('with a timestamp %i ms from now: %s', (offsetMs, verdict) => {
    expect(staleness(NOW + offsetMs, NOW, limits)).toBe(verdict);
  });

  it('without a timestamp is none', () => {
    expect(staleness(null, NOW, limits)).toBeNull();
  });
});

describe('the marker row', () => {
  const facts: MarkerFacts = {
    id: 'M000001',
    source: { address: '127.0.0.1', port: 5000, protocol: 'udp' },
    form: 'json',
    status: 'ACCEPTED',
    reason: null,
    eventType: 'goal_scored',
    gameId: null,
    teamId: 'NYR',
    playerIds: [],
    period: null,
    timestamp: null,
    context: {},
    rawBase64: '',
    confirmation: null,
    auctionId: 'A0001',
    duplicateOf: null,
    copies: 0,
    trust: 'low',
    warnings: [],
    receivedAtMs: NOW,
    decidedAtMs: NOW + 1,
    identity: { kind: 'json', key: 'k', timestampMs: null },
  };

  it('is the facts with their place, without what only the duplicate rule needs', () => {
    const view = markerView(facts, { seq: 7, recordedAtMs: NOW + 2 });
    const { receivedAtMs: _heard, decidedAtMs: _decided, identity: _identity, ...shown } = facts;
    expect(view).toEqual({
      ...shown,
      seq: 7,
      receivedAt: new Date(NOW).toISOString(),
      decidedAt: new Date(NOW + 1).toISOString(),
      recordedAt: new Date(NOW + 2).toISOString(),
    });
    expect(markerSchema.strict().parse(view)).toEqual(view);
  });

  it('of a byte-equal copy is the original’s, but for where and when it was heard', () => {
    const where = { address: '10.0.0.9', port: 6000, protocol: 'udp' };
    const when = { receivedAtMs: NOW + 50, decidedAtMs: NOW + 51 };
    const repeat = { id: 'M000002', of: 'M000001', ...when, ...where };
    const view = repeatView(facts, repeat, { seq: 8, recordedAtMs: NOW + 52 });
    expect(view).toEqual({
      ...markerView(facts, { seq: 8, recordedAtMs: NOW + 52 }),
      id: 'M000002',
      status: 'DUPLICATE',
      reason: 'duplicate',
      duplicateOf: 'M000001',
      auctionId: null,
      source: where,
      receivedAt: new Date(NOW + 50).toISOString(),
      decidedAt: new Date(NOW + 51).toISOString(),
    });
    expect(markerSchema.strict().parse(view)).toEqual(view);
  });

  it('counts the copies heard since', () => {
    expect(markerView(facts, { seq: 7, recordedAtMs: NOW, copies: 4 }).copies).toBe(4);
  });
});
