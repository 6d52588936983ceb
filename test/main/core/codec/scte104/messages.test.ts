// Holds every SCTE 104 operation and message to going both ways, to refusing what is cut or too
// long at any place, and to keeping what it does not know. Needs no recorded data.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Framing } from '../../../../../src/main/core/codec/scte104/framing';
import { decodeMessage, encodeMessage } from '../../../../../src/main/core/codec/scte104/message';
import { toHex } from '../../../../../src/main/core/lib/hex';

const u8 = fc.integer({ min: 0, max: 0xff });
const u16 = fc.integer({ min: 0, max: 0xffff });
const u32 = fc.integer({ min: 0, max: 0xffff_ffff });
const hexOf = (least: number, most: number) =>
  fc.uint8Array({ minLength: least, maxLength: most }).map(toHex);
const tail = (opID: number, more: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ opID: fc.constant(opID), ...more });

const splice = {
  splice_insert_type: u8,
  splice_event_id: u32,
  unique_program_id: u16,
  pre_roll_time_ms: u16,
  break_duration_tenths: u16,
  avail_num: u8,
  avails_expected: u8,
  auto_return_flag: u8,
};
const segmentation = {
  segmentation_event_id: u32,
  cancel: u8,
  duration_s: u16,
  upid_type: u8,
  upid_hex: hexOf(0, 40),
  segmentation_type_id: u8,
  segment_num: u8,
  segments_expected: u8,
  duration_extension_frames: u8,
  delivery_not_restricted: u8,
  web_delivery_allowed: u8,
  no_regional_blackout: u8,
  archive_allowed: u8,
  device_restrictions: u8,
};
const avails = { provider_avail_ids: fc.array(u32, { maxLength: 9 }) };
const raw = { raw_hex: hexOf(0, 30) };

/** Every operation of the table, with and without what is optional. */
const OPS = [
  tail(0x100, { scte35_protocol_version: u8, scte35_command_type: u8, contents_hex: hexOf(0, 50) }),
  tail(0x101, splice),
  tail(0x101, { ...splice, not_an_entry_flag: u8 }),
  tail(0x102, {}),
  tail(0x103, avails),
  tail(0x104, { pre_roll_time_ms: u16 }),
  tail(0x105, { cancel: u8 }),
  tail(0x106, { components: fc.array(fc.record({ tag: u8, preroll_ms: u16 }), { maxLength: 5 }) }),
  tail(0x107, { encryption_algorithm: u8, cw_index: u8 }),
  tail(0x108, {
    descriptors: fc.array(fc.record({ tag: u8, hex: hexOf(0, 60) }), { maxLength: 4 }),
  }),
  tail(0x109, { preroll_tenths: u8, chars: fc.constantFrom('', '*12#', '123A') }),
  tail(0x10a, avails),
  tail(0x10b, segmentation),
  tail(0x10b, { ...segmentation, insert_sub_segment_info: u8 }),
  tail(0x10b, {
    ...segmentation,
    insert_sub_segment_info: u8,
    sub_segment_num: u8,
    sub_segments_expected: u8,
  }),
  tail(0x10c, { proprietary_id: u32, proprietary_command: u8, data_hex: hexOf(0, 50) }),
  tail(0x10d, { components: fc.array(fc.record({ tag: u8, time: u32 }), { maxLength: 5 }) }),
  tail(0x10e, {
    command: u8,
    splice_event_id: u32,
    time: u32,
    unique_program_id: u16,
    auto_return: u8,
    break_duration_tenths: u16,
    avail_num: u8,
    avails_expected: u8,
  }),
  tail(0x10f, { tier: u16 }),
  tail(0x110, {
    tai_seconds: fc.integer({ min: 0, max: 2 ** 48 - 1 }),
    tai_ns: u32,
    utc_offset: u16,
  }),
  tail(0x111, raw),
  tail(0x112, raw),
  tail(0x113, raw),
  tail(0x2ff, raw),
  tail(0xc123, raw),
  tail(0x300, { cw_index: u8 }),
  tail(0x301, { cw_index: u8, cw_hex: hexOf(24, 24) }),
];

const timestamp = fc.oneof(
  fc.constant({ type: 'none' }),
  fc.record({ type: fc.constant('utc'), seconds: u32, microseconds: u16 }),
  fc.record({ type: fc.constant('vitc'), hours: u8, minutes: u8, seconds: u8, frames: u8 }),
  fc.record({ type: fc.constant('gpi'), number: u8, edge: u8 }),
);
const head = { protocol_version: u8, as_index: u8, message_number: u8, dpi_pid_index: u16 };
const multiple = fc.record({
  kind: fc.constant('multiple'),
  ...head,
  scte35_protocol_version: u8,
  timestamp,
  ops: fc.array(fc.oneof(...OPS), { maxLength: 6 }),
});

const pid = fc.record({ dpi_pid_index: u16, shared_pid: u8, event_id_compliance_flag: u8 });
const place = { injector_ip: u32, injector_port: u16, service_name_hex: hexOf(32, 32) };
const tags = fc.array(u8, { maxLength: 3 });
const service = fc.oneof(
  fc.record({ ...place, pids: fc.array(pid, { maxLength: 3 }), component_mode: fc.constant(0) }),
  fc.record({
    ...place,
    pids: fc.array(pid, { maxLength: 3 }),
    component_mode: fc.constant(1),
    components: fc.record({ video_tag: u8, audio_tags: tags, data_tags: tags }),
  }),
);
const wrap = { kind: fc.constant('single'), result: u16, result_extension: u16, ...head };
const only = (opID: number, more: Record<string, fc.Arbitrary<unknown>> = {}) =>
  fc.record({ ...wrap, opID: fc.constant(opID), ...more });
const SINGLES = [
  ...[0, 1, 2, 3, 4, 5, 6, 0xc, 0xd, 0x10, 0x11, 0x12, 0x44, 0x8000].map((opID) => only(opID)),
  only(3, { time: fc.record({ seconds: u32, microseconds: u32 }) }),
  only(4, { time: fc.record({ seconds: u32, microseconds: u32 }) }),
  only(7, { acked_message_number: u8 }),
  only(8, { acked_message_number: u8, cue_message_count: u8 }),
  only(9, {
    as_ip: u32,
    as_port: u16,
    active: u8,
    proto: u8,
    last_as_index: u8,
    last_injector_count: u16,
    permanent: u8,
  }),
  only(0xa, { assigned_as_index: u8, permanent: u8 }),
  only(0xb, { services: fc.array(service, { maxLength: 3 }) }),
  only(0xf, { ...place, failed_dpi_pid_index: u16 }),
  only(0x8001, { data_hex: hexOf(1, 20) }),
];
const message = fc.oneof(multiple, ...SINGLES);

function encoded(given: unknown): Uint8Array {
  const bytes = encodeMessage(given);
  if (bytes === null) throw new Error(`not encoded: ${JSON.stringify(given)}`);
  return bytes;
}

describe('SCTE 104 messages', () => {
  it('read back as they were written, and write back to the same bytes', () => {
    fc.assert(
      fc.property(message, (given) => {
        const bytes = encoded(given);
        const read = decodeMessage(bytes);
        expect(read).toMatchObject({ ok: true, message: given });
        expect(read.ok && encodeMessage(read.message)).toEqual(bytes);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keep what an operation holds beyond its table', () => {
    const op = { opID: 0x104, pre_roll_time_ms: 9, extra_hex: 'beef' };
    const fields = { protocol_version: 0, as_index: 0, message_number: 1, dpi_pid_index: 0 };
    const rest = { scte35_protocol_version: 0, timestamp: { type: 'none' }, ops: [op] };
    const read = decodeMessage(encoded({ kind: 'multiple', ...fields, ...rest }));
    expect(read).toMatchObject({ ok: true, message: { ops: [op] } });
  });

  it('never throw and never read past the end, however they are cut or bent', () => {
    const bent = fc.tuple(message, fc.nat(), u8, fc.nat(40));
    fc.assert(
      fc.property(bent, ([given, at, value, cut]) => {
        const bytes = encoded(given).slice();
        bytes[at % bytes.length] = value;
        const read = decodeMessage(bytes.subarray(0, Math.max(0, bytes.length - cut)));
        if (read.ok) expect(encodeMessage(read.message)).not.toBeNull();
        else expect(read.offset).toBeLessThanOrEqual(bytes.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no kind', { opID: 1 }],
    ['a number that does not fit', { kind: 'single', opID: 1, result: 70_000 }],
    ['an opID of the other table', { kind: 'single', opID: 0x101 }],
    ['a missing timestamp', { kind: 'multiple', ops: [] }],
    ['operations that are none', { kind: 'multiple', ops: [null] }],
  ])('are not made of %s', (...[, given]) => {
    expect(encodeMessage(given)).toBeNull();
  });
});

describe('SCTE 104 framing', () => {
  it('gives the same messages in every cutting of the stream', () => {
    const streams = fc.tuple(fc.array(message, { maxLength: 6 }), fc.array(fc.nat(60)));
    fc.assert(
      fc.property(streams, ([given, cuts]) => {
        const whole = given.map(encoded);
        const stream = Uint8Array.from(whole.flatMap((bytes) => [...bytes]));
        const framing = new Framing();
        const framed: Uint8Array[] = [];
        let at = 0;
        for (const cut of [...cuts, stream.length]) {
          framed.push(...framing.push(stream.subarray(at, at + cut)).messages);
          at = Math.min(stream.length, at + cut);
        }
        expect(framed.map(toHex)).toEqual(whole.map(toHex));
        expect(framing.waiting).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['TLS', '1603'],
    ['HTTP', '474554'],
    ['a size below the header', '00010004'],
  ])('ends the stream at %s', (...[, hex]) => {
    const framing = new Framing();
    const { fault } = framing.push(Buffer.from(hex, 'hex'));
    expect(fault).not.toBeNull();
    expect(framing.push(encoded({ ...SINGLE_INIT })).messages).toEqual([]);
  });
});

const SINGLE_INIT = {
  kind: 'single',
  opID: 1,
  result: 0xffff,
  result_extension: 0xffff,
  protocol_version: 0,
  as_index: 0,
  message_number: 0,
  dpi_pid_index: 0,
};
