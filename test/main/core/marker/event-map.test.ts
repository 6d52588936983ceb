// Owns the proof of what cues mean: metadata, splices, segments, several of them at once, and what
// is passed over.
import { describe, expect, it } from 'vitest';
import type { GoodReading } from '../../../../src/main/core/codec/datagram';
import { meaningOf } from '../../../../src/main/core/marker/event-map';
import { bytesOf } from '../codec/byte-text';
import {
  insert,
  insertCancel,
  NULL,
  reading,
  section,
  segment,
  segmentCancel,
  signal,
} from './cues';

const price = { baseCents: 1, importance: 'low', slotMs: 1_000 } as const;
const rest = { eventBps: 10_000, enabled: true, minimumImportance: 'low' } as const;
const event = { ...price, ...rest, minimumGapMs: 0, excludes: [] };
const book = {
  events: { goal_scored: event, commercial_break: event, instant_replay: event },
  aliases: { goal: 'goal_scored', lost: 'nowhere' },
};
const GOAL = '{"event_type":"goal"}';

const means = (cue: GoodReading) => meaningOf(cue, book);
const segments = (...types: readonly number[]) => signal(types.map((type) => segment(type)));

describe('metadata', () => {
  it.each([
    ['goal', 'goal_scored'],
    ['goal_scored', 'goal_scored'],
  ])('%s means %s', (name, eventType) => {
    expect(means(reading(`{"event_type":"${name}"}`))).toEqual({
      kind: 'event',
      eventType,
      eventId: null,
      eventKind: null,
      segmentationType: null,
      durationMs: null,
      regionalBlackout: false,
    });
  });

  it.each(['nothing', 'lost', 'constructor', '__proto__', 'toString', 'GOAL'])(
    '%s is no event of the book',
    (name) => {
      const cue = reading(`{"event_type":"${name}"}`);
      expect(means(cue)).toMatchObject({ kind: 'ignored', reason: 'unknown_event_type' });
    },
  );

  it('wins over the type map, and is told the section’s id and duration', () => {
    const start = signal([segment(0x34, { duration: 900_045 })]);
    expect(means(reading(start, GOAL))).toMatchObject({
      kind: 'event',
      eventType: 'goal_scored',
      eventId: 2001,
      segmentationType: 0x34,
      durationMs: 10_001,
    });
    expect(means(reading(segments(0x36), GOAL))).toMatchObject({ eventType: 'goal_scored' });
    expect(means(reading(insert(), GOAL))).toMatchObject({
      eventType: 'goal_scored',
      eventId: 1001,
      durationMs: 30_000,
    });
    expect(means(reading(NULL, GOAL))).toMatchObject({ eventType: 'goal_scored', eventId: null });
  });

  it('does not make an opening of an end or a cancel', () => {
    const end = { kind: 'ignored', reason: 'ends_slot' };
    expect(means(reading(segments(0x35), GOAL))).toMatchObject(end);
    expect(means(reading(insert({ out_of_network: false }), GOAL))).toMatchObject(end);
    expect(means(reading(insertCancel(), GOAL))).toMatchObject({ kind: 'cancel', eventId: 1001 });
  });

  it('is not lost to the end that rides beside a start', () => {
    expect(means(reading(segments(0x11, 0x10), GOAL))).toMatchObject({ kind: 'event' });
  });
});

describe('splice_insert', () => {
  it('OUT is a commercial break, IN ends one, a cancel cancels', () => {
    expect(means(reading(insert()))).toMatchObject({
      kind: 'event',
      eventType: 'commercial_break',
      eventId: 1001,
      durationMs: 30_000,
      segmentationType: null,
    });
    const back = insert({ out_of_network: false });
    expect(means(reading(back))).toMatchObject({ reason: 'ends_slot', eventId: 1001 });
    expect(means(reading(insertCancel(77)))).toMatchObject({ kind: 'cancel', eventId: 77 });
  });

  it('without a duration, or with one of 0, tells none', () => {
    const none = insert({ break_duration: { auto_return: true, duration: 0 } });
    expect(means(reading(none)).durationMs).toBeNull();
  });
});

describe('time_signal', () => {
  it.each([0x22, 0x30, 0x34, 0x44])('type %i is a commercial break', (type) => {
    expect(means(reading(segments(type)))).toMatchObject({
      kind: 'event',
      eventType: 'commercial_break',
      segmentationType: type,
    });
  });

  it('type 0x38 is an instant replay', () => {
    expect(means(reading(segments(0x38)))).toMatchObject({ eventType: 'instant_replay' });
  });

  it.each([
    ...[0x32, 0x36, 0x3a, 0x46].map((type) => [type, 'not_our_inventory'] as const),
    ...[0x11, 0x12, 0x21, 0x23, 0x25, 0x27, 0x31, 0x33, 0x35, 0x37, 0x39].map(
      (type) => [type, 'ends_slot'] as const,
    ),
    ...[0x3b, 0x3d, 0x3f, 0x41, 0x43, 0x45, 0x47, 0x51].map((type) => [type, 'ends_slot'] as const),
    ...[0x00, 0x01, 0x10, 0x20, 0x40, 0x42, 0x50, 0xfe].map(
      (type) => [type, 'no_trigger'] as const,
    ),
  ])('type %i is ignored: %s', (type, reason) => {
    expect(means(reading(segments(type)))).toMatchObject({ kind: 'ignored', reason });
  });

  it.each([
    [[0x35, 0x34], 'event'],
    [[0x36, 0x38], 'event'],
    [[0x10, 0x35], 'ends_slot'],
    [[0x36, 0x35], 'ends_slot'],
    [[0x10, 0x36], 'no_trigger'],
  ])('with types %j it is about the right one', (types, wanted) => {
    const meaning = means(reading(segments(...types)));
    expect(meaning.kind === 'ignored' ? meaning.reason : meaning.kind).toBe(wanted);
  });

  it('of the show’s own map means what that says; ends and cancels are no starts', () => {
    const own = { '0x36': 'instant_replay', '0x34': null, '0x10': 'goal_scored', '0x35': 'x' };
    const mapped = (...types: readonly number[]) =>
      meaningOf(reading(segments(...types)), { ...book, segmentationTypes: own });
    expect(mapped(0x36)).toMatchObject({ kind: 'event', eventType: 'instant_replay' });
    expect(mapped(0x34)).toMatchObject({ kind: 'ignored', reason: 'no_trigger' });
    expect(mapped(0x10)).toMatchObject({ kind: 'event', eventType: 'goal_scored' });
    expect(mapped(0x35)).toMatchObject({ kind: 'ignored', reason: 'ends_slot' });
    expect(mapped(0x38)).toMatchObject({ kind: 'event', eventType: 'instant_replay' });
    expect(mapped(0x3a)).toMatchObject({ kind: 'ignored', reason: 'not_our_inventory' });
  });

  it('with a cancel beside a start is about the start, alone about the cancel', () => {
    const cancel = segmentCancel(5);
    expect(means(reading(signal([cancel, segment(0x34)])))).toMatchObject({ kind: 'event' });
    expect(means(reading(signal([cancel])))).toMatchObject({ kind: 'cancel', eventId: 5 });
  });

  it('without a segment triggers nothing', () => {
    expect(means(reading(signal([])))).toMatchObject({ kind: 'ignored', reason: 'no_trigger' });
  });

  it('tells a regional blackout', () => {
    const open = { delivery_not_restricted: false, web_delivery_allowed: true };
    const dark = segment(0x34, { ...open, no_regional_blackout: false });
    const light = segment(0x34, { ...open, no_regional_blackout: true });
    expect(means(reading(signal([dark]))).regionalBlackout).toBe(true);
    expect(means(reading(signal([light]))).regionalBlackout).toBe(false);
    expect(means(reading(signal([segment(0x34)]))).regionalBlackout).toBe(false);
  });
});

describe('sections to be passed over', () => {
  const sealed = section({ encrypted: true, encrypted_hex: '00'.repeat(16), cw_index: 1 });
  const later = section({
    protocol_version: 1,
    command_type: 5,
    command: 'splice_insert',
    cmd: { event_id: 1, cancel: true },
    descriptors: [],
  });

  it.each([
    ['encrypted', sealed],
    ['protocol_version', later],
    ['no_trigger', bytesOf('fc301300000000000000fff0024201020000ca0bba97')],
    ['no_trigger', bytesOf('fc301100000000000000fff0000700007f44f86a')],
    ['no_trigger', NULL],
  ])('are ignored: %s', (reason, bytes) => {
    expect(means(reading(bytes))).toMatchObject({ kind: 'ignored', reason });
  });
});
