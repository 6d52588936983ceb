// Owns insert_segmentation_descriptor_request_data with its optional tail of sub-segments, whose
// presence only data_length tells, both ways (ANSI/SCTE 104 2023 9.8.7, table 9-29).
import { toHex } from '../../../lib/hex';
import { readRun, writeHex, writeRun, writeUint, type Field } from '../fields';
import type { OpCodec } from './op';

const HEAD = [
  ['segmentation_event_id', 4],
  ['cancel', 1],
  ['duration_s', 2],
  ['upid_type', 1],
] as const satisfies readonly Field[];
const TAIL = [
  ['segmentation_type_id', 1],
  ['segment_num', 1],
  ['segments_expected', 1],
  ['duration_extension_frames', 1],
  ['delivery_not_restricted', 1],
  ['web_delivery_allowed', 1],
  ['no_regional_blackout', 1],
  ['archive_allowed', 1],
  ['device_restrictions', 1],
] as const satisfies readonly Field[];
const SUB_SEGMENTS = [
  ['sub_segment_num', 1],
  ['sub_segments_expected', 1],
] as const satisfies readonly Field[];

/** A segmentation request as read. */
export type SegmentationRequest = {
  readonly [K in (typeof HEAD | typeof TAIL)[number] as K[0]]: number;
} & {
  readonly upid_hex: string;
  readonly insert_sub_segment_info?: number;
  readonly sub_segment_num?: number;
  readonly sub_segments_expected?: number;
};

/** The codec of opID 0x010B. */
export const segmentation: OpCodec = {
  op: 'insert_segmentation_descriptor',
  read: (from) => {
    const head = readRun(from, HEAD);
    const upid_hex = toHex(from.take(from.u8()));
    const tail = readRun(from, TAIL);
    const told = from.left() > 0 ? { insert_sub_segment_info: from.u8() } : {};
    const sub = from.left() > 1 ? readRun(from, SUB_SEGMENTS) : {};
    return { ...head, upid_hex, ...tail, ...told, ...sub } satisfies SegmentationRequest;
  },
  write: (to, given) => {
    const { upid_hex } = given;
    writeRun(to, HEAD, given);
    writeUint(to, typeof upid_hex === 'string' ? upid_hex.length / 2 : null, 1);
    writeHex(to, upid_hex);
    writeRun(to, TAIL, given);
    if (given['insert_sub_segment_info'] === undefined) return;
    writeUint(to, given['insert_sub_segment_info'], 1);
    if (given['sub_segment_num'] !== undefined) writeRun(to, SUB_SEGMENTS, given);
  },
};
