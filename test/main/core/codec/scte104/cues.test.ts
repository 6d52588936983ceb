// Holds what an SCTE 104 message stands for: the section of each request, with its supplements, and
// when its splice is.
import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../../../src/main/core/codec/scte104/cues/readings';
import { encodeMessage } from '../../../../../src/main/core/codec/scte104/message';
import type { CueReading } from '../../../../../src/main/core/codec/reading';
import { text } from '../byte-text';

const AT_MS = 1_800_000_000_000;
const SPLICE = {
  opID: 0x101,
  splice_insert_type: 1,
  splice_event_id: 77,
  unique_program_id: 9,
  pre_roll_time_ms: 8000,
  break_duration_tenths: 300,
  avail_num: 1,
  avails_expected: 2,
  auto_return_flag: 1,
};
const SEGMENT = {
  opID: 0x10b,
  segmentation_event_id: 5,
  cancel: 0,
  duration_s: 15,
  upid_type: 1,
  upid_hex: '616263',
  segmentation_type_id: 0x34,
  segment_num: 1,
  segments_expected: 1,
  duration_extension_frames: 0,
  delivery_not_restricted: 0,
  web_delivery_allowed: 1,
  no_regional_blackout: 0,
  archive_allowed: 1,
  device_restrictions: 2,
};
const HEAD = { protocol_version: 0, as_index: 0, message_number: 1, dpi_pid_index: 0 };

type Op = Record<string, unknown>;

function read(ops: readonly Op[], timestamp: Op = { type: 'none' }): readonly CueReading[] {
  const bytes = encodeMessage({
    kind: 'multiple',
    ...HEAD,
    scte35_protocol_version: 0,
    timestamp,
    ops,
  });
  if (bytes === null) throw new Error('not a message');
  return readMessage(bytes, text, AT_MS);
}

function one(ops: readonly Op[]) {
  const [reading, ...more] = read(ops);
  if (reading?.ok !== true || more.length > 0) throw new Error('not one good reading');
  return reading;
}

describe('the sections an SCTE 104 message stands for', () => {
  it('a start is a splice_insert out, with its break and its pre-roll', () => {
    const reading = one([SPLICE, { opID: 0x10f, tier: 0x123 }]);
    expect(reading).toMatchObject({ form: 'scte104', spliceInMs: 8000, trust: 'high' });
    expect(reading.section).toMatchObject({
      command: 'splice_insert',
      tier: 0x123,
      cmd: {
        event_id: 77,
        cancel: false,
        out_of_network: true,
        immediate: false,
        break_duration: { auto_return: true, duration: 2_700_000 },
        unique_program_id: 9,
      },
    });
  });

  it.each([
    [2, { out_of_network: true, immediate: true }],
    [3, { out_of_network: false, immediate: false }],
    [4, { out_of_network: false, immediate: true }],
    [5, { cancel: true }],
  ])('type %i is inferred as the standard says', (splice_insert_type, cmd) => {
    expect(one([{ ...SPLICE, splice_insert_type }]).section).toMatchObject({ cmd });
  });

  it('a start without a pre-roll is at once and tells no splice time', () => {
    const reading = one([{ ...SPLICE, pre_roll_time_ms: 0 }]);
    expect(reading.section).toMatchObject({ cmd: { immediate: true } });
    expect(reading).not.toHaveProperty('spliceInMs');
  });

  it('a reserved type brings a cue that starts nothing', () => {
    expect(one([{ ...SPLICE, splice_insert_type: 0 }])).toMatchObject({ section: null });
  });

  it('components bring their own pre-rolls', () => {
    const components = [
      { tag: 1, preroll_ms: 5000 },
      { tag: 2, preroll_ms: 4000 },
    ];
    const reading = one([SPLICE, { opID: 0x106, components }]);
    expect(reading.spliceInMs).toBe(4000);
    expect(reading.section).toMatchObject({
      cmd: { program_splice: false, components: [{ tag: 1 }, { tag: 2 }] },
    });
  });

  it('a time_signal has the descriptors behind it', () => {
    const reading = one([
      { opID: 0x104, pre_roll_time_ms: 4000 },
      SEGMENT,
      { opID: 0x10a, provider_avail_ids: [7, 8] },
      { opID: 0x109, preroll_tenths: 40, chars: '12*' },
      { opID: 0x110, tai_seconds: 2 ** 40, tai_ns: 5, utc_offset: 37 },
      { opID: 0x108, descriptors: [{ tag: 0x55, hex: '4e484c31ff' }] },
    ]);
    expect(reading.section?.descriptors).toMatchObject([
      {
        kind: 'segmentation',
        event_id: 5,
        type_id: 0x34,
        duration: 1_350_000,
        delivery_not_restricted: false,
        web_delivery_allowed: true,
        no_regional_blackout: false,
        archive_allowed: true,
        device_restrictions: 2,
        upid: { text: 'abc' },
      },
      { kind: 'avail', provider_avail_id: 7 },
      { kind: 'avail', provider_avail_id: 8 },
      { kind: 'dtmf', preroll: 40, chars: '12*' },
      { kind: 'time', tai_seconds: 2 ** 40, tai_ns: 5, utc_offset: 37 },
      { kind: 'private', identifier: 'NHL1', data_hex: 'ff' },
    ]);
  });

  it('a segmentation cancel and sub-segments are kept', () => {
    const cancels = one([
      { opID: 0x104, pre_roll_time_ms: 0 },
      { ...SEGMENT, cancel: 1 },
    ]);
    expect(cancels.section?.descriptors).toMatchObject([{ cancel: true, event_id: 5 }]);
    const sub = { insert_sub_segment_info: 1, sub_segment_num: 2, sub_segments_expected: 3 };
    const told = one([
      { opID: 0x104, pre_roll_time_ms: 0 },
      { ...SEGMENT, ...sub },
    ]);
    expect(told.section?.descriptors).toMatchObject([
      { sub_segment_num: 2, sub_segments_expected: 3 },
    ]);
  });

  it('bytes to inject become the command they are', () => {
    const contents_hex = '0000004d7f';
    const image = { opID: 0x100, scte35_protocol_version: 0, scte35_command_type: 6 };
    expect(one([{ ...image, contents_hex: '7f' }]).section).toMatchObject({
      command: 'time_signal',
    });
    const broken = read([{ ...image, scte35_command_type: 5, contents_hex }]);
    expect(broken).toMatchObject([{ ok: false, form: 'scte104', reason: 'command' }]);
  });

  it('our own metadata in a proprietary command names the event', () => {
    const json = Buffer.from('{"event_type":"goal","team_id":"NYR"}').toString('hex');
    const op = { opID: 0x10c, proprietary_id: 0x4e484c31, proprietary_command: 1, data_hex: json };
    expect(one([op]).metadata).toMatchObject({ eventType: 'goal', teamId: 'NYR' });
    expect(one([{ ...op, data_hex: '7b22' }]).metadata).toBeNull();
  });

  it('two requests are two cues, and a null between them is a heartbeat', () => {
    const readings = read([SPLICE, { opID: 0x102 }, { ...SPLICE, splice_event_id: 78 }]);
    expect(readings.map((one) => one.ok && one.heartbeat)).toEqual([false, true, false]);
  });

  it.each([
    ['its own epoch', 315_964_800 - 18],
    ['Unix seconds', 0],
    ['NTP seconds', -2_208_988_800],
  ])('a UTC time in %s says when the splice is', (...[, epoch]) => {
    const seconds = AT_MS / 1000 - epoch + 20;
    const [reading] = read([SPLICE], { type: 'utc', seconds, microseconds: 0 });
    expect(reading).toMatchObject({ ok: true, spliceInMs: 28_000 });
  });

  it.each([
    { type: 'vitc', hours: 1, minutes: 2, seconds: 3, frames: 4 },
    { type: 'gpi', number: 1, edge: 0 },
    { type: 'utc', seconds: 5, microseconds: 0 },
  ])('a time of no clock of ours is refused: $type', (timestamp) => {
    expect(read([SPLICE], timestamp)).toMatchObject([{ ok: false, reason: 'time_type' }]);
  });
});
