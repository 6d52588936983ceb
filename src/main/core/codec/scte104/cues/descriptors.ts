// Owns how the supplemental requests of a message become descriptors of the section it stands for,
// as bytes under their tag. Refuses the frames of a duration: no frame rate is told, and nothing
// here is decided by them. ANSI/SCTE 104 2023 9.8.4 to 9.8.10, SCTE 35 2023r1 10.3.
import { ByteWriter } from '../../../lib/byte-writer';
import { fromHex, toHex } from '../../../lib/hex';
import type { PrivateDescriptor } from '../../scte35/descriptors/descriptor';
import type { Loose } from '../fields';
import type { Operation } from '../multiple';
import type { SegmentationRequest } from '../ops/segmentation';

const TICKS_PER_SECOND = 90_000;
const IDENTIFIER_BYTES = 4;

/** The descriptors one supplemental request adds; none where it adds none. */
export function descriptorsOf(request: Operation): readonly PrivateDescriptor[] {
  switch (request.opID) {
    case 0x0108:
      return (request['descriptors'] as readonly Loose[]).flatMap(image);
    case 0x0109:
      return [dtmf(String(request['chars']), Number(request['preroll_tenths']))];
    case 0x010a:
      return (request['provider_avail_ids'] as readonly number[]).map(avail);
    case 0x010b:
      return [segment(request as unknown as SegmentationRequest)];
    case 0x0110:
      return [time(request)];
    default:
      return [];
  }
}

function made(tag: number, write: (to: ByteWriter) => void): PrivateDescriptor {
  const to = new ByteWriter();
  write(to);
  return { tag, identifier: 'CUEI', kind: 'private', data_hex: toHex(to.bytes()) };
}

function avail(id: number): PrivateDescriptor {
  return made(0, (to) => to.u32(id));
}

const DTMF_MOST_CHARS = 7;

function dtmf(chars: string, preRoll: number): PrivateDescriptor {
  const fits = chars.slice(0, DTMF_MOST_CHARS);
  return made(1, (to) => {
    to.u8(preRoll);
    to.u8((fits.length << 5) | 0x1f);
    to.latin1(fits);
  });
}

function time(request: Operation): PrivateDescriptor {
  return made(3, (to) => {
    to.uint(Number(request['tai_seconds']), 6);
    to.u32(Number(request['tai_ns']));
    to.u16(Number(request['utc_offset']));
  });
}

/** A descriptor's own image; one too short for an identifier is no descriptor. */
function image({ tag, hex }: Loose): readonly PrivateDescriptor[] {
  const text = String(hex);
  if (text.length < 2 * IDENTIFIER_BYTES) return [];
  const identifier = `0x${text.slice(0, 8)}`;
  return [{ tag: Number(tag), identifier, kind: 'private', data_hex: text.slice(8) }];
}

function segment(request: SegmentationRequest): PrivateDescriptor {
  return made(2, (to) => {
    to.u32(request.segmentation_event_id);
    to.u8(request.cancel === 0 ? 0x7f : 0xff);
    if (request.cancel === 0) writeSegment(to, request);
  });
}

function writeSegment(to: ByteWriter, request: SegmentationRequest): void {
  const { duration_s, upid_type, upid_hex, segmentation_type_id } = request;
  const open = request.delivery_not_restricted !== 0;
  to.flags(
    1,
    duration_s,
    open,
    open || request.web_delivery_allowed,
    open || request.no_regional_blackout,
    open || request.archive_allowed,
    open || request.device_restrictions & 2,
    open || request.device_restrictions & 1,
  );
  if (duration_s > 0) to.uint(duration_s * TICKS_PER_SECOND, 5);
  to.u8(upid_type);
  to.u8(upid_hex.length / 2);
  to.put(fromHex(upid_hex) ?? new Uint8Array(0));
  to.u8(segmentation_type_id);
  to.u8(request.segment_num);
  to.u8(request.segments_expected);
  if (request.insert_sub_segment_info !== 1) return;
  to.u8(request.sub_segment_num ?? 0);
  to.u8(request.sub_segments_expected ?? 0);
}
