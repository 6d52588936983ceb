// Owns the making of readable cues for tests of markers: sections through the encoder and the real
// reading of datagrams, so that nothing is made up.
import { readDatagram, type GoodReading } from '../../../../src/main/core/codec/datagram';
import type { SpliceInsert } from '../../../../src/main/core/codec/scte35/commands/splice-insert';
import type { SpliceDescriptor } from '../../../../src/main/core/codec/scte35/section';
import {
  encodeSection,
  type SectionInput,
} from '../../../../src/main/core/codec/scte35/encode-section';
import { must } from '../../../../src/main/core/lib/assert';
import { joined, text } from '../codec/byte-text';

/** The bytes of a section. */
export function section(input: SectionInput): Uint8Array {
  const encoded = encodeSection(input);
  return must(encoded.ok ? encoded.value : null, 'the section can be encoded');
}

/** The only cue in a datagram, which must be readable. */
export function reading(...parts: readonly (Uint8Array | string)[]): GoodReading {
  const [first] = readDatagram(joined(...parts), text);
  if (!first?.ok) throw new Error(`unreadable: ${first?.reason}`);
  return first;
}

/** A splice_insert: an OUT of 30 s in program 7 at PTS 900,000, with changes. */
export function insert(
  changes: Partial<Extract<SpliceInsert, { cancel: false }>> = {},
  header: { pts_adjustment?: number; protocol_version?: number } = {},
): Uint8Array {
  const cmd = {
    event_id: 1001,
    cancel: false as const,
    out_of_network: true,
    program_splice: true,
    immediate: false,
    event_id_compliance_flag: 1,
    pts: 900_000,
    break_duration: { auto_return: true, duration: 2_700_000 },
    unique_program_id: 7,
    avail_num: 0,
    avails_expected: 0,
    ...changes,
  };
  return section({
    ...header,
    command_type: 5,
    command: 'splice_insert',
    cmd,
    descriptors: [],
  });
}

/** The cancel of a splice event. */
export function insertCancel(event_id = 1001): Uint8Array {
  return section({
    command_type: 5,
    command: 'splice_insert',
    cmd: { event_id, cancel: true },
    descriptors: [],
  });
}

type Segment = Extract<SpliceDescriptor, { kind: 'segmentation' }>;

/** A segmentation descriptor of a type, with changes. */
export function segment(
  type_id: number,
  changes: Partial<Extract<Segment, { cancel: false }>> = {},
): Segment {
  return {
    tag: 2,
    identifier: 'CUEI',
    kind: 'segmentation',
    event_id: 2001,
    event_id_compliance_flag: 1,
    cancel: false,
    program_segmentation: true,
    delivery_not_restricted: true,
    upid: { type: 0, type_name: 'not_used', length: 0, hex: '' },
    type_id,
    segment_num: 1,
    segments_expected: 2,
    ...changes,
  };
}

/** The cancel of a segmentation event. */
export function segmentCancel(event_id = 2001): Segment {
  return {
    tag: 2,
    identifier: 'CUEI',
    kind: 'segmentation',
    event_id,
    event_id_compliance_flag: 1,
    cancel: true,
  };
}

/** A time_signal, immediate where `pts` is null. */
export function signal(
  descriptors: readonly SpliceDescriptor[],
  pts: number | null = null,
): Uint8Array {
  return section({ command_type: 6, command: 'time_signal', cmd: { pts }, descriptors });
}

/** A splice_null. */
export const NULL = section({
  command_type: 0,
  command: 'splice_null',
  cmd: {},
  descriptors: [],
});
