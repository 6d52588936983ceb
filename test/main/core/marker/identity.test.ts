// Owns the proof of what makes a cue the marker it is, form by form: a section's event, JSON's own
// words, or the bytes where nothing else is told.
import { describe, expect, it } from 'vitest';
import { identityOf } from '../../../../src/main/core/marker/identity';
import { sha256 } from '../../../../src/main/io/ops/byte-text';
import { bytesOf, joined } from '../codec/byte-text';
import { insert, insertCancel, NULL, reading, segment, segmentCancel, signal } from './cues';

const NOW = 1_795_000_000_000;
const GOAL =
  '{"event_type":"goal","game_id":"g","team_id":"NYR","period":2,"player_ids":["b","a"]}';
const of = (...parts: readonly (Uint8Array | string)[]) => identityOf(reading(...parts), NOW);

describe('the identity of a section', () => {
  it('of a splice is event, direction, program, effective PTS and the slot’s end', () => {
    const wrapped = insert({ pts: 2 ** 33 - 1 }, { pts_adjustment: 90_001 });
    expect(of(wrapped)).toEqual({
      kind: 'section',
      eventId: 1001,
      what: 'splice',
      direction: 'out',
      programId: 7,
      pts: 90_000,
      slotEndsAtMs: NOW + 45_000 + 30_000,
    });
    expect(of(insert({ out_of_network: false }))).toMatchObject({ direction: 'in' });
    expect(of(insert({ immediate: true }))).toMatchObject({ pts: null });
    expect(of(insertCancel())).toMatchObject({ direction: 'cancel', programId: null, pts: null });
  });

  it('by component takes the first time that is told', () => {
    const components = [
      { tag: 1, pts: null },
      { tag: 2, pts: 5 },
      { tag: 3, pts: 6 },
    ];
    expect(of(insert({ program_splice: false, components }))).toMatchObject({ pts: 5 });
  });

  it('of a segment has its type and number', () => {
    const start = segment(0x34, { segment_num: 3, duration: 900_000 });
    expect(of(signal([start], 90_000))).toEqual({
      kind: 'section',
      eventId: 2001,
      what: 'seg:52:3',
      direction: 'out',
      programId: null,
      pts: 90_000,
      slotEndsAtMs: NOW + 45_000 + 10_000,
    });
    expect(of(signal([segment(0x35)]))).toMatchObject({ what: 'seg:53:1', direction: 'in' });
    expect(of(signal([segmentCancel()]))).toMatchObject({ what: 'seg:cancel' });
  });

  it('is about the same segment as the event map', () => {
    const both = signal([segment(0x35, { event_id: 1 }), segment(0x34, { event_id: 2 })]);
    expect(of(both)).toMatchObject({ eventId: 2 });
  });

  it('does not block an id for days where the duration is absurd', () => {
    const absurd = signal([segment(0x34, { duration: 2 ** 40 - 1 })]);
    expect(of(absurd)).toMatchObject({ slotEndsAtMs: NOW + 45_000 + 6 * 3_600_000 });
  });

  it('wins over JSON behind it', () => {
    expect(of(insert(), GOAL)).toEqual(of(insert()));
    expect(of(signal([segment(0x34)]), GOAL)).toEqual(of(signal([segment(0x34)])));
  });

  it('without an event id is its CRC_32', () => {
    const one = of(signal([], 1));
    expect(one).toMatchObject({ kind: 'section', what: 'crc:22', slotEndsAtMs: NOW });
    expect(of(signal([], 1))).toEqual(one);
    expect(of(signal([], 2))).not.toEqual(one);
  });
});

describe('the identity of JSON', () => {
  const key = JSON.stringify(['g', 'goal', 'NYR', '2', ['a', 'b']]);

  it('is game, event, team, period and players, in whatever order', () => {
    expect(of(GOAL)).toEqual({ kind: 'json', key, timestampMs: null });
    expect(of(GOAL.replace('["b","a"]', '["a","b"]').replace('2', '"2"'))).toEqual(of(GOAL));
    for (const [from, to] of [
      ['"g"', '"h"'],
      ['"goal"', '"save"'],
      ['NYR', 'BOS'],
      ['2', '3'],
      ['"a"', '"c"'],
    ] as const) {
      expect(of(GOAL.replace(from, to))).not.toEqual(of(GOAL));
    }
  });

  it('stands behind a splice_null, an opaque header and a section without an event id', () => {
    expect(of(NULL, GOAL)).toEqual(of(GOAL));
    expect(of(joined(bytesOf('fc'), new Uint8Array(19)), GOAL)).toEqual(of(GOAL));
    expect(of(signal([]), GOAL)).toEqual(of(GOAL));
  });

  it('has the timestamp, whichever way it was written', () => {
    const at = Date.UTC(2026, 10, 20, 22, 0, 0);
    const stamped = GOAL.replace('}', `,"timestamp":${at}}`);
    const iso = GOAL.replace('}', ',"timestamp":"2026-11-20T23:00:00+01:00"}');
    expect(of(stamped)).toEqual({ kind: 'json', key, timestampMs: at });
    expect(of(iso)).toEqual(of(stamped));
  });

  it('takes names for the same event as the same', () => {
    const aliases = { goal: 'goal_scored' };
    const other = reading(GOAL.replace('goal', 'goal_scored'));
    expect(identityOf(reading(GOAL), NOW, { aliases })).toEqual(
      identityOf(other, NOW, { aliases }),
    );
  });

  it('is keyed by its hash where its text is long, and by its text where it is not', () => {
    const players = Array.from({ length: 20 }, (_, n) => `player-${n}`);
    const long = (more: string) => {
      const player_ids = [...players, more];
      return reading(JSON.stringify({ event_type: 'goal', game_id: 'g', player_ids }));
    };
    const keyOf = (cue: ReturnType<typeof reading>) => {
      const identity = identityOf(cue, NOW, { sha256 });
      return identity?.kind === 'json' ? identity.key : '';
    };
    expect(keyOf(long('x'))).toMatch(/^sha256:[0-9a-f]{64}$/u);
    expect(keyOf(long('x'))).not.toBe(keyOf(long('y')));
    expect(keyOf(reading(GOAL))).toBe(key);
  });
});
