// Owns the section a pad sends: splice_insert for out and in, time_signal for a slot's start and
// end, and for a cancel the kind it cancels. Immediate, because a person's finger knows no stream
// clock. Metadata rides in an MPU UPID, or beside a splice_insert in a private descriptor, both
// under our own identifier (SCTE 35 2023r1 9.7.3, 9.7.4, 10.3.3).
import { encodeSection, type SectionInput } from '../../codec/scte35/encode-section';
import type { SpliceDescriptor } from '../../codec/scte35/section';
import type { Metadata } from '../../codec/metadata/metadata';
import { metadataJson } from '../../codec/metadata/write-metadata';
import { TICKS_PER_MS } from '../../codec/scte35/splice-time';
import type { ByteText } from '../../lib/bytes';
import { toHex } from '../../lib/hex';
import type { Result } from '../../lib/result';

/** What is to be sent. Event ids are 32 bit; a null duration or metadata is not said. */
export type PadOrder =
  | {
      readonly kind: 'out';
      readonly eventId: number;
      readonly durationMs: number | null;
      readonly metadata: Metadata | null;
    }
  | { readonly kind: 'in'; readonly eventId: number; readonly programId: number }
  | {
      readonly kind: 'cancel';
      readonly eventId: number;
      readonly eventKind: 'splice' | 'segmentation';
    }
  | {
      readonly kind: 'start' | 'end';
      readonly eventId: number;
      readonly segmentationType: number;
      readonly durationMs: number | null;
      readonly metadata: Metadata | null;
    };

/** Our format_identifier: 'CUEB'. */
export const OWN_IDENTIFIER = 'CUEB';
/** The same as hex. */
export const OWN_HEX = '43554542';
const PRIVATE_TAG = 0xf0;
const MPU = 0x0c;

type Refused = { readonly reason: 'range' | 'oversize' };

/** The section's bytes; `range` where what it says does not fit into a descriptor. */
export function padSection(order: PadOrder, text: ByteText): Result<Uint8Array, Refused> {
  return encodeSection(inputOf(order, text));
}

function inputOf(order: PadOrder, text: ByteText): SectionInput {
  if (order.kind === 'out' || order.kind === 'in') return spliceInsert(order, text);
  if (order.kind === 'cancel' && order.eventKind === 'splice') {
    const cmd = { event_id: order.eventId, cancel: true } as const;
    return { command_type: 5, command: 'splice_insert', cmd, descriptors: [] };
  }
  const head = {
    ...{ tag: 2, identifier: 'CUEI', kind: 'segmentation' as const },
    ...{ event_id: order.eventId, event_id_compliance_flag: 1 },
  };
  const descriptor: SpliceDescriptor =
    order.kind === 'cancel' ? { ...head, cancel: true } : { ...head, ...segment(order, text) };
  const cmd = { pts: null };
  return { command_type: 6, command: 'time_signal', cmd, descriptors: [descriptor] };
}

function spliceInsert(
  order: Extract<PadOrder, { kind: 'out' | 'in' }>,
  text: ByteText,
): SectionInput {
  const isOut = order.kind === 'out';
  const durationMs = isOut ? order.durationMs : null;
  const duration = { auto_return: true, duration: ticks(durationMs ?? 0) };
  const json = isOut && order.metadata !== null ? jsonHex(order.metadata, text) : null;
  const carrier = { tag: PRIVATE_TAG, identifier: OWN_IDENTIFIER, kind: 'private' } as const;
  return {
    command_type: 5,
    command: 'splice_insert',
    cmd: {
      event_id: order.eventId,
      cancel: false,
      out_of_network: isOut,
      program_splice: true,
      immediate: true,
      event_id_compliance_flag: 1,
      ...(durationMs === null ? {} : { break_duration: duration }),
      unique_program_id: isOut ? 0 : order.programId,
      avail_num: 0,
      avails_expected: 0,
    },
    descriptors: json === null ? [] : [{ ...carrier, data_hex: json }],
  };
}

function segment(order: Extract<PadOrder, { kind: 'start' | 'end' }>, text: ByteText) {
  const { durationMs, metadata, segmentationType } = order;
  const hex = metadata === null ? '' : OWN_HEX + jsonHex(metadata, text);
  const named = { type: MPU, type_name: 'MPU', length: hex.length / 2, hex };
  return {
    cancel: false,
    program_segmentation: true,
    delivery_not_restricted: true,
    ...(durationMs === null ? {} : { duration: ticks(durationMs) }),
    upid: hex === '' ? { type: 0, type_name: 'not_used', length: 0, hex } : named,
    type_id: segmentationType,
    segment_num: 1,
    segments_expected: 1,
  } as const;
}

function jsonHex(metadata: Metadata, text: ByteText): string {
  return toHex(text.fromText(metadataJson(metadata)));
}

function ticks(ms: number): number {
  return Math.round(ms * TICKS_PER_MS);
}
