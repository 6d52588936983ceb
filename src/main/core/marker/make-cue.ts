// Owns the making of cues from metadata, in the forms that the cue sender offers and this version
// reads. The section is a real one: time_signal, immediate, with a segmentation descriptor.
import { joinedBytes, type ByteText } from '../lib/bytes';
import { must } from '../lib/assert';
import type { Metadata } from '../codec/metadata/metadata';
import { metadataJson } from '../codec/metadata/write-metadata';
import { encodeSection, type SectionInput } from '../codec/scte35/encode-section';

/** Forms in which a cue can be made. */
export const CUE_MAKES = ['json', 'legacy-json', 'scte35', 'base64'] as const;
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

const PLACEMENT_START = 0x34;
const TICKS_PER_MS = 90;

/** The bytes of a cue in a form, ready for the wire. */
export function makeCue(form: CueMake, order: CueOrder, text: ByteText): Uint8Array {
  const json = text.fromText(metadataJson(order.metadata));
  if (form === 'json') return json;
  if (form === 'legacy-json') return joinedBytes(made(NULL_SECTION), json);
  const cue = joinedBytes(made(segmentSection(order)), json);
  return form === 'base64' ? text.fromText(text.base64(cue)) : cue;
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

function segmentSection(order: CueOrder): SectionInput {
  const { eventId, segmentationType = PLACEMENT_START, durationMs = null } = order;
  return {
    command_type: 6,
    command: 'time_signal',
    cmd: { pts: null },
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
        upid: { type: 0, type_name: 'not_used', length: 0, hex: '' },
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
