// Owns the proof of the metadata's keys: types, ranges, silence, time, and that writing and
// reading agree.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMetadata, type Metadata } from '../../../../src/main/core/codec/metadata/metadata';
import { metadataJson } from '../../../../src/main/core/codec/metadata/write-metadata';

const GOAL = { event_type: 'goal' };

function verdict(json: unknown): unknown {
  const read = readMetadata(json);
  return read.ok ? read.value : read.reason;
}

describe('metadata', () => {
  it('is silent where keys are absent', () => {
    expect(verdict(GOAL)).toEqual({
      eventType: 'goal',
      gameId: null,
      teamId: null,
      period: null,
      playerIds: [],
      timestampMs: null,
      context: {},
    });
  });

  it('reads every key, drops unknown ones, and hears false', () => {
    const json = {
      event_type: 'goal_scored',
      game_id: '2026020417',
      period: 3,
      team_id: 'NYR',
      player_ids: ['8473419', 'Slafkovský'],
      is_overtime: false,
      is_playoffs: true,
      is_finals: false,
      star_player: true,
      close_game: false,
      rivalry: true,
      late_period: false,
      timestamp: 1_795_000_000_123,
      colour: 'red',
    };
    expect(verdict(json)).toEqual({
      eventType: 'goal_scored',
      gameId: '2026020417',
      teamId: 'NYR',
      period: '3',
      playerIds: ['8473419', 'Slafkovský'],
      timestampMs: 1_795_000_000_123,
      context: {
        isOvertime: false,
        isPlayoffs: true,
        isFinals: false,
        starPlayer: true,
        closeGame: false,
        rivalry: true,
        latePeriod: false,
      },
    });
  });

  it('hears only keys of its own', () => {
    expect(verdict(Object.create(GOAL))).toBe('type');
    expect(verdict(JSON.parse('{"__proto__":{"event_type":"goal"}}'))).toBe('type');
    expect(verdict(Object.assign(Object.create({ period: 99 }), GOAL))).toMatchObject({
      period: null,
    });
  });

  it.each([null, 5, 'goal', true, [], [GOAL]])('refuses %j, which is no object', (json) => {
    expect(verdict(json)).toBe('not_object');
  });

  it.each([
    [{}],
    [{ event_type: 5 }],
    [{ event_type: null }],
    [{ ...GOAL, game_id: 7 }],
    [{ ...GOAL, game_id: null }],
    [{ ...GOAL, team_id: ['NYR'] }],
    [{ ...GOAL, period: 'x' }],
    [{ ...GOAL, period: 'ot' }],
    [{ ...GOAL, period: '' }],
    [{ ...GOAL, period: 2.5 }],
    [{ ...GOAL, period: true }],
    [{ ...GOAL, player_ids: '8473419' }],
    [{ ...GOAL, player_ids: ['a', 1] }],
    [{ ...GOAL, is_overtime: 'true' }],
    [{ ...GOAL, late_period: 1 }],
    [{ ...GOAL, timestamp: 'now' }],
    [{ ...GOAL, timestamp: '2026-11-20' }],
    [{ ...GOAL, timestamp: '1795000000123' }],
    [{ ...GOAL, timestamp: {} }],
  ])('refuses the wrong type in %j', (json) => {
    expect(verdict(json)).toBe('type');
  });

  it.each([
    [{ event_type: '' }],
    [{ event_type: 'x'.repeat(65) }],
    [{ event_type: '\ud800' }],
    [{ ...GOAL, game_id: 'x'.repeat(129) }],
    [{ ...GOAL, team_id: 'a\udc00b' }],
    [{ ...GOAL, period: 0 }],
    [{ ...GOAL, period: -1 }],
    [{ ...GOAL, period: 21 }],
    [{ ...GOAL, period: '21' }],
    [{ ...GOAL, period: '9'.repeat(400) }],
    [{ ...GOAL, period: Infinity }],
    [{ ...GOAL, player_ids: Array.from({ length: 65 }, () => '1') }],
    [{ ...GOAL, player_ids: ['x'.repeat(65)] }],
    [{ ...GOAL, timestamp: -1 }],
    [{ ...GOAL, timestamp: 1e300 }],
    [{ ...GOAL, timestamp: Infinity }],
    [{ ...GOAL, timestamp: '2026-02-29T10:00:00Z' }],
    [{ ...GOAL, timestamp: '2026-13-01T10:00:00Z' }],
    [{ ...GOAL, timestamp: '2026-11-20T24:00:00Z' }],
    [{ ...GOAL, timestamp: '2026-11-20T10:60:00Z' }],
    [{ ...GOAL, timestamp: '2026-11-20T10:00:00+24:00' }],
    [{ ...GOAL, timestamp: '0075-11-20T10:00:00Z' }],
  ])('refuses what is out of range in %j', (json) => {
    expect(verdict(json)).toBe('range');
  });

  it.each([
    [1, '1'],
    [20, '20'],
    ['3', '3'],
    ['03', '3'],
    ['OT', 'OT'],
    ['SO', 'SO'],
  ])('reads the period %j as %s', (period, wanted) => {
    expect(verdict({ ...GOAL, period })).toMatchObject({ period: wanted });
  });

  it.each([
    ['2026-11-20T22:14:05.250Z', Date.UTC(2026, 10, 20, 22, 14, 5, 250)],
    ['2026-11-20T22:14:05', Date.UTC(2026, 10, 20, 22, 14, 5)],
    ['2026-11-20T22:14Z', Date.UTC(2026, 10, 20, 22, 14)],
    ['2026-11-20 22:14:05,1239+01:00', Date.UTC(2026, 10, 20, 21, 14, 5, 123)],
    ['2026-11-20T22:14:05-0330', Date.UTC(2026, 10, 21, 1, 44, 5)],
    ['20261120T221405Z', Date.UTC(2026, 10, 20, 22, 14, 5)],
    ['2028-02-29T00:00:00+00', Date.UTC(2028, 1, 29)],
    [1_795_000_000_123.9, 1_795_000_000_123],
    [0, 0],
  ])('reads the timestamp %j', (timestamp, wanted) => {
    expect(verdict({ ...GOAL, timestamp })).toMatchObject({ timestampMs: wanted });
  });

  it('is read back as it was written', () => {
    const id = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' });
    const flag = fc.boolean();
    const metadata: fc.Arbitrary<Metadata> = fc.record({
      eventType: id.filter((one) => one.length <= 64),
      gameId: fc.option(fc.uuid()),
      teamId: fc.option(fc.constantFrom('NYR', 'BOS', 'MTL')),
      period: fc.option(fc.constantFrom('1', '20', 'OT', 'SO')),
      playerIds: fc.array(fc.uuid(), { maxLength: 5 }),
      timestampMs: fc.option(fc.nat().map((ms) => 1_700_000_000_000 + ms)),
      context: fc.record(
        { isOvertime: flag, rivalry: flag, closeGame: flag },
        { requiredKeys: [] },
      ),
    });
    fc.assert(
      fc.property(metadata, (one) => {
        expect(verdict(JSON.parse(metadataJson(one)))).toEqual(one);
      }),
    );
  });
});
