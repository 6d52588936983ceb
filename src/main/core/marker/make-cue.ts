// Owns the making of cues from metadata, in the forms that the cue sender offers. The section is a
// real one: time_signal with a segmentation descriptor. Where only a section can travel, what the
// cue says rides in its UPID (SCTE 35 2023r1 9.7.4, 10.3.3).
import { joinedBytes, type ByteText } from '../lib/bytes';
import { must } from '../lib/assert';
import type { Metadata } from '../codec/metadata/metadata';
import { metadataJson } from '../codec/metadata/write-metadata';
import { encodeSection, type SectionInput } from '../codec/scte35/encode-section';
import { toHex } from '../lib/hex';
import { OWN_HEX } from './manual/pad-section';

/** Forms in which a cue fills a datagram of its own. */
export const CUE_MAKES = ['json', 'legacy-json', 'scte35', 'base64', 'hex'] as const;
export type CueMake = (typeof CUE_MAKES)[number];

/** What goes into a made cue; `eventId` becomes the segmentation_event_id. */
export interface CueOrder {
  readonly metadata: Metadata;
  readonly eventId: number;
  /** 0x34 (provider placement opportunity) where left out. */
  readonly segmentationType?: number;
  /** segmentation_duration; left out where null or absent. */
  readonly durationMs?: number | null;
}

const MPU = 0x0c;
/** A descriptor holds 255 bytes; 20 are its own fields, 4 the UPID's identifier. */
const UPID_JSON_MOST_BYTES = 231;
const NO_UPID = { type: 0, type_name: 'not_used', length: 0, hex: '' };
/** 0x34, a provider's placement opportunity, is what a made cue opens. */
export const PLACEMENT_START = 0x34;
const TICKS_PER_MS = 90;

/** The bytes of a cue in a form, ready for the wire. */
export function makeCue(form: CueMake, order: CueOrder, text: ByteText): Uint8Array {
  const json = text.fromText(metadataJson(order.metadata));
  if (form === 'json') return json;
  if (form === 'legacy-json') return joinedBytes(made(NULL_SECTION), json);
  const cue = joinedBytes(made(segmentSection(order, NO_UPID, null)), json);
  if (form === 'scte35') return cue;
  return text.fromText(form === 'hex' ? text.hex(cue) : text.base64(cue));
}

/** An MPU under our own identifier that holds what a cue says. */
export interface CarriedUpid {
  readonly type: typeof MPU;
  readonly hex: string;
}

/**
 * What a cue says, as a UPID of a segmentation descriptor; a timestamp that has no room is left
 * out. Null where the rest has none either.
 */
export function carriedUpid(metadata: Metadata, text: ByteText): CarriedUpid | null {
  for (const timestampMs of [metadata.timestampMs, null]) {
    const json = text.fromText(metadataJson({ ...metadata, timestampMs }));
    if (json.length <= UPID_JSON_MOST_BYTES) return { type: MPU, hex: OWN_HEX + toHex(json) };
  }
  return null;
}

/** A section that says it all itself; `pts` (33 bit) is its splice, null for at once. */
export function makeSection(order: CueOrder, upid: CarriedUpid, pts: number | null): Uint8Array {
  const told = { ...upid, type_name: 'MPU', length: upid.hex.length / 2 };
  return made(segmentSection(order, told, pts));
}

/** What an encoder sends to show that it lives: a splice_null, counted and nothing more. */
export function makeHeartbeat(): Uint8Array {
  return made(NULL_SECTION);
}

const NULL_SECTION: SectionInput = {
  command_type: 0,
  command: 'splice_null',
  cmd: {},
  descriptors: [],
};

function segmentSection(order: CueOrder, upid: typeof NO_UPID, pts: number | null): SectionInput {
  const { eventId, segmentationType = PLACEMENT_START, durationMs = null } = order;
  return {
    command_type: 6,
    command: 'time_signal',
    cmd: { pts },
    descriptors: [
      {
        tag: 2,
        identifier: 'CUEI',
        kind: 'segmentation',
        event_id: eventId,
        event_id_compliance_flag: 1,
        cancel: false,
        program_segmentation: true,
        delivery_not_restricted: true,
        ...(durationMs === null ? {} : { duration: Math.round(durationMs * TICKS_PER_MS) }),
        upid,
        type_id: segmentationType,
        segment_num: 1,
        segments_expected: 1,
      },
    ],
  };
}

function made(input: SectionInput): Uint8Array {
  const encoded = encodeSection(input);
  return must(encoded.ok ? encoded.value : null, 'a made section fits its fields');
}
