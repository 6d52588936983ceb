// Owns the making of random but well-formed sections for property tests: every command and
// descriptor that can be encoded, with values over their whole ranges.
import fc from 'fast-check';
import type { SpliceCommand } from '../../../../../src/main/core/codec/scte35/commands/command';
import type { SpliceDescriptor } from '../../../../../src/main/core/codec/scte35/section';
import type { SectionInput } from '../../../../../src/main/core/codec/scte35/encode-section';
import { readUpidAt } from '../../../../../src/main/core/codec/scte35/upid/upid';

const bits = (count: number) => fc.integer({ min: 0, max: 2 ** Math.min(count, 53) - 1 });
const pts = fc.maxSafeInteger().map((value) => Math.abs(value) % 2 ** 33);
const duration40 = fc.maxSafeInteger().map((value) => Math.abs(value) % 2 ** 40);
const hex = (maxLength: number) =>
  fc.uint8Array({ maxLength }).map((bytes) => Buffer.from(bytes).toString('hex'));
const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map((one) => {
    return (one === undefined ? {} : { [key]: one }) as { [k in K]?: T };
  });

const breakDuration = optional(
  'break_duration',
  fc.record({ auto_return: fc.boolean(), duration: pts }),
);
const avails = fc.record({
  unique_program_id: bits(16),
  avail_num: bits(8),
  avails_expected: bits(8),
});

const insertCancel = fc.record({ event_id: bits(32), cancel: fc.constant(true as const) });
const insertBody = fc
  .tuple(
    fc.record({
      event_id: bits(32),
      out_of_network: fc.boolean(),
      program_splice: fc.boolean(),
      immediate: fc.boolean(),
      event_id_compliance_flag: bits(1),
    }),
    fc.option(pts),
    fc.array(fc.record({ tag: bits(8), pts: fc.option(pts) }), { maxLength: 5 }),
    breakDuration,
    avails,
  )
  .map(([flags, time, components, timed, which]) => {
    const { program_splice, immediate } = flags;
    const untimed = components.map(({ tag }) => ({ tag }));
    return {
      ...flags,
      cancel: false as const,
      ...(program_splice && !immediate ? { pts: time } : {}),
      ...(program_splice ? {} : { components: immediate ? untimed : components }),
      ...timed,
      ...which,
    };
  });

const event = fc.oneof(
  insertCancel,
  fc
    .tuple(
      fc.record({ event_id: bits(32), out_of_network: fc.boolean() }),
      fc.oneof(
        fc.record({ program_splice: fc.constant(true), utc_splice_time: bits(32) }),
        fc.record({
          program_splice: fc.constant(false),
          components: fc.array(fc.record({ tag: bits(8), utc_splice_time: bits(32) }), {
            maxLength: 3,
          }),
        }),
      ),
      breakDuration,
      avails,
    )
    .map(([flags, when, timed, which]) => {
      return { ...flags, cancel: false as const, ...when, ...timed, ...which };
    }),
);

const named = <T extends number, C extends string, A>(type: T, command: C, cmd: fc.Arbitrary<A>) =>
  cmd.map((value) => ({ command_type: type, command, cmd: value }));

const command: fc.Arbitrary<SpliceCommand> = fc.oneof(
  named(0 as const, 'splice_null' as const, fc.constant({})),
  named(
    4 as const,
    'splice_schedule' as const,
    fc.record({ events: fc.array(event, { maxLength: 4 }) }),
  ),
  named(5 as const, 'splice_insert' as const, fc.oneof(insertCancel, insertBody)),
  named(6 as const, 'time_signal' as const, fc.record({ pts: fc.option(pts) })),
  named(7 as const, 'bandwidth_reservation' as const, fc.constant({})),
  named(
    255 as const,
    'private_command' as const,
    fc.record({ identifier: bits(32), private_hex: hex(30) }),
  ),
  fc.record({
    command_type: bits(8).filter((type) => ![0, 4, 5, 6, 7, 255].includes(type)),
    command: fc.constant('reserved' as const),
    cmd: fc.constant(null),
    ignore: fc.constant(true as const),
    command_hex: hex(20),
  }),
);

const upid = fc
  .tuple(bits(8), fc.uint8Array({ maxLength: 40 }))
  .map(([type, bytes]) => readUpidAt(type, bytes, [0, bytes.length]))
  .filter((one) => one !== null);
const head = { tag: fc.constant(2), identifier: fc.constant('CUEI') };
const segmentation = fc
  .tuple(
    fc.record({
      ...head,
      kind: fc.constant('segmentation' as const),
      event_id: bits(32),
      event_id_compliance_flag: bits(1),
    }),
    fc.record({
      program_segmentation: fc.boolean(),
      upid,
      type_id: bits(8),
      segment_num: bits(8),
      segments_expected: bits(8),
    }),
    fc.oneof(
      fc.record({ delivery_not_restricted: fc.constant(true) }),
      fc.record({
        delivery_not_restricted: fc.constant(false),
        web_delivery_allowed: fc.boolean(),
        no_regional_blackout: fc.boolean(),
        archive_allowed: fc.boolean(),
        device_restrictions: bits(2),
      }),
    ),
    fc.array(fc.record({ tag: bits(8), pts_offset: pts }), { maxLength: 3 }),
    optional('duration', duration40),
    fc.oneof(
      fc.constant({}),
      fc.record({ sub_segment_num: bits(8), sub_segments_expected: bits(8) }),
    ),
  )
  .map(([who, body, delivery, components, timed, sub]) => ({
    ...who,
    cancel: false as const,
    ...body,
    ...delivery,
    ...(body.program_segmentation ? {} : { components }),
    ...timed,
    ...sub,
  }));

const latin1 = (minLength: number, maxLength: number) =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const own = <K extends string>(tag: number, kind: K) => ({
  tag: fc.constant(tag),
  identifier: fc.constant('CUEI'),
  kind: fc.constant(kind),
});
const audioComponent = fc.record({
  tag: bits(8),
  iso_code: latin1(3, 3),
  bit_stream_mode: bits(3),
  num_channels: bits(4),
  full_service: fc.boolean(),
});

const descriptor: fc.Arbitrary<SpliceDescriptor> = fc.oneof(
  fc.record({ ...own(0, 'avail' as const), provider_avail_id: bits(32) }),
  fc.record({ ...own(1, 'dtmf' as const), preroll: bits(8), chars: latin1(0, 7) }),
  fc.record({
    ...own(3, 'time' as const),
    tai_seconds: bits(48),
    tai_ns: bits(32),
    utc_offset: bits(16),
  }),
  fc.record({
    ...own(4, 'audio' as const),
    components: fc.array(audioComponent, { maxLength: 15 }),
  }),
  fc.record({ ...own(200, 'private' as const), data_hex: hex(20) }),
  segmentation,
  fc.record({
    ...head,
    kind: fc.constant('segmentation' as const),
    event_id: bits(32),
    event_id_compliance_flag: bits(1),
    cancel: fc.constant(true as const),
  }),
  fc.record({
    tag: bits(8),
    identifier: fc.constantFrom('ABCD', 'DVB_', '0x00ff0102'),
    kind: fc.constant('private' as const),
    data_hex: hex(60),
  }),
);

/** A section that can be encoded. */
export const anySection: fc.Arbitrary<SectionInput> = fc
  .tuple(
    command,
    fc.array(descriptor, { maxLength: 5 }),
    fc.record({
      sap_type: bits(2),
      pts_adjustment: pts,
      cw_index: bits(8),
      tier: bits(12),
      protocol_version: fc.constant(0),
    }),
    optional('stuffing_hex', hex(6)),
  )
  .map(([one, descriptors, header, stuffed]) => {
    const stuffing = stuffed.stuffing_hex === '' ? {} : stuffed;
    return { ...header, ...one, descriptors, ...stuffing };
  });
