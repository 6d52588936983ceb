// Owns the shapes of the splice descriptors as they may be given for encoding (SCTE 35 2023r1 10).
// Tag and identifier of the standard's own may be left out; others must say both.
import { byField, fields, flag, hex, list, only, text, uint, type Shape } from './shape';

const ANY = /^/u;
/** A MID of MIDs: each takes two bytes of its 255. */
const MID_DEEPEST = 128;

/** A upid with its hex, or with one of its readings; MIDs as deep as their bytes allow. */
function upid(depth: number): Shape {
  const inner: Shape = (value, at) =>
    depth === 0 ? { at, reason: 'range' } : upid(depth - 1)(value, at);
  return fields(
    { type: uint(8) },
    {
      hex,
      text: text(/^[\u0000-\u00ff]*$/u),
      int: uint(64),
      eidr: text(ANY),
      uuid: text(ANY),
      format_identifier: uint(32),
      private_hex: hex,
      upids: list(inner, 127),
    },
  );
}

function own(tag: number, needed: Readonly<Record<string, Shape>>, more = {}): Shape {
  const head = { tag: only(tag), identifier: only('CUEI'), trailing_hex: hex };
  return fields(needed, { ...head, ...more });
}

const segmentationHead = { event_id: uint(32) };
const compliance = { event_id_compliance_flag: uint(1) };
const segmentation = own(
  2,
  {
    ...segmentationHead,
    program_segmentation: flag,
    delivery_not_restricted: flag,
    upid: upid(MID_DEEPEST),
    type_id: uint(8),
    segment_num: uint(8),
    segments_expected: uint(8),
  },
  {
    ...compliance,
    web_delivery_allowed: flag,
    no_regional_blackout: flag,
    archive_allowed: flag,
    device_restrictions: uint(2),
    components: list(fields({ tag: uint(8), pts_offset: uint(33) }), 255),
    duration: uint(40),
    sub_segment_num: uint(8),
    sub_segments_expected: uint(8),
  },
);
const cancelled = own(2, segmentationHead, compliance);

const audioComponent = fields({
  tag: uint(8),
  iso_code: text(/^[\u0000-\u00ff]{3}$/u),
  bit_stream_mode: uint(3),
  num_channels: uint(4),
  full_service: flag,
});

/** The tag of each kind of the standard's own. */
export const OWN_TAGS: Readonly<Record<string, number>> = {
  avail: 0,
  dtmf: 1,
  segmentation: 2,
  time: 3,
  audio: 4,
};

/** The shape of one descriptor, by its kind. */
export const descriptorShape: Shape = byField('kind', {
  avail: own(0, { provider_avail_id: uint(32) }),
  dtmf: own(1, { preroll: uint(8), chars: text(/^[\u0000-\u00ff]{0,7}$/u) }),
  segmentation: byField('cancel', { true: cancelled, false: segmentation }),
  time: own(3, { tai_seconds: uint(48), tai_ns: uint(32), utc_offset: uint(16) }),
  audio: own(4, { components: list(audioComponent, 15) }),
  private: fields({
    tag: uint(8),
    identifier: text(/^(?:[\u0020-\u007e]{4}|0x[0-9a-f]{8})$/iu),
    data_hex: hex,
  }),
});
