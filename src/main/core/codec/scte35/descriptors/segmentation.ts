// Owns segmentation_descriptor(), tag 2: what a time_signal means, with delivery flags, components,
// duration, upid and sub-segments, whose presence only the descriptor's length tells
// (SCTE 35 2023r1 10.3.3).
import type { ByteReader, Draft } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { readUpid, type Upid } from '../upid/upid';
import { upidBytes } from '../upid/upid-bytes';
import type { DescriptorHead } from './head';
import { addDelivery, deliveryBits, type Delivery } from './delivery';

/** Another elementary stream's offset (90 kHz ticks). */
export interface SegmentationComponent {
  readonly tag: number;
  readonly pts_offset: number;
}

/** The descriptor's fields; `duration` in 90 kHz ticks. */
export type Segmentation = DescriptorHead & {
  readonly kind: 'segmentation';
  readonly event_id: number;
  readonly event_id_compliance_flag: number;
} & ({ readonly cancel: true } | SegmentationBody);

/** All fields of a descriptor that does not cancel. */
export interface SegmentationBody extends Delivery {
  readonly cancel: false;
  readonly program_segmentation: boolean;
  readonly components?: readonly SegmentationComponent[];
  readonly duration?: number;
  readonly upid: Upid;
  readonly type_id: number;
  readonly segment_num: number;
  readonly segments_expected: number;
  readonly sub_segment_num?: number;
  readonly sub_segments_expected?: number;
}

/** Reads the fields after the identifier; `'mid'` where the upid breaks off inside. */
export function readSegmentation(from: ByteReader): Segmentation | 'mid' {
  const event_id = from.u32();
  const second = from.u8();
  const event_id_compliance_flag = (second >> 6) & 1;
  const which = { tag: 2, identifier: 'CUEI', kind: 'segmentation' } as const;
  if (second & 0x80) return { ...which, event_id, event_id_compliance_flag, cancel: true };
  const flags = from.u8();
  const program_segmentation = (flags & 0x80) !== 0;
  const components = program_segmentation ? null : readComponents(from);
  const duration = flags & 0x40 ? from.u40() : null;
  const type = from.u8();
  const upid = readUpid(type, from);
  if (upid === null) return 'mid';
  const body: Draft<Segmentation & SegmentationBody> = {
    tag: 2,
    identifier: 'CUEI',
    kind: 'segmentation',
    event_id,
    event_id_compliance_flag,
    cancel: false,
    program_segmentation,
    delivery_not_restricted: (flags & 0x20) !== 0,
    upid,
    type_id: from.u8(),
    segment_num: from.u8(),
    segments_expected: from.u8(),
  };
  if (components !== null) body.components = components;
  if (duration !== null) body.duration = duration;
  if (!body.delivery_not_restricted) addDelivery(body, flags);
  if (from.left() < 2) return body;
  body.sub_segment_num = from.u8();
  body.sub_segments_expected = from.u8();
  return body;
}

function readComponents(from: ByteReader): SegmentationComponent[] {
  const components: SegmentationComponent[] = [];
  for (let left = from.u8(); left > 0 && !from.torn; left -= 1) {
    const tag = from.u8();
    components.push({ tag, pts_offset: (from.u8() & 1) * 2 ** 32 + from.u32() });
  }
  return components;
}

/** Writes the fields after the identifier; reserved bits are ones. */
export function writeSegmentation(to: ByteWriter, value: Segmentation): void {
  to.u32(value.event_id);
  to.flags(value.cancel, value.event_id_compliance_flag, 1, 1, 1, 1, 1, 1);
  if (value.cancel) return;
  const timed = value.duration !== undefined;
  to.flags(value.program_segmentation, timed, ...deliveryBits(to, value));
  if (!value.program_segmentation) writeComponents(to, value.components ?? []);
  if (value.duration !== undefined) to.uint(value.duration, 5);
  const upid = upidBytes(value.upid);
  if (upid === null) to.unfit = true;
  to.u8(value.upid.type);
  to.u8(upid?.length ?? 0);
  to.put(upid ?? new Uint8Array());
  to.u8(value.type_id);
  to.u8(value.segment_num);
  to.u8(value.segments_expected);
  if (value.sub_segment_num === undefined) return;
  to.u8(value.sub_segment_num);
  to.u8(value.sub_segments_expected ?? 0);
}

function writeComponents(to: ByteWriter, components: readonly SegmentationComponent[]): void {
  to.u8(components.length);
  for (const { tag, pts_offset } of components) {
    to.u8(tag);
    to.u33(pts_offset, 0x7f);
  }
}
