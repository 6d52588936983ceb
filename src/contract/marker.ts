// Owns the marker as others see it: a decoded cue, what became of it and why. The wire forms
// themselves are the codec's business.
import * as z from 'zod';
import { MANUAL_PADS, PADS_WITH_EVENT } from './limits';
import { isoTime } from './page';
import { MARKER_REASONS, MARKER_WARNINGS, type MarkerReason, type MarkerWarning } from './reasons';

/** What may have become of a marker. */
export const MARKER_STATUSES = [
  'RECEIVED',
  'ACCEPTED',
  'DUPLICATE',
  'INVALID',
  'STALE',
  'QUARANTINED',
  'IGNORED',
] as const;
export const markerStatus = z.enum(MARKER_STATUSES);
export type MarkerStatus = z.infer<typeof markerStatus>;

/** The form a cue came in. */
export const CUE_FORMS = [
  'section',
  'section+json',
  'legacy-json',
  'json',
  'base64',
  'hex',
  'xml',
  'mpegts',
  'rtp',
  'scte104',
  'unknown',
] as const;
export const cueForm = z.enum(CUE_FORMS);
export type CueForm = z.infer<typeof cueForm>;

/** The facts of the moment as the marker itself states them; an absent key is silent. */
export const markerContext = z.object({
  isOvertime: z.boolean().optional(),
  isPlayoffs: z.boolean().optional(),
  isFinals: z.boolean().optional(),
  starPlayer: z.boolean().optional(),
  closeGame: z.boolean().optional(),
  rivalry: z.boolean().optional(),
  latePeriod: z.boolean().optional(),
});
export type MarkerContext = z.infer<typeof markerContext>;

const reasonCodes = Object.keys(MARKER_REASONS) as [MarkerReason, ...MarkerReason[]];
const warningCodes = Object.keys(MARKER_WARNINGS) as [MarkerWarning, ...MarkerWarning[]];

/** A marker row. `scte35` has the field names of the standard (snake_case). */
export const markerSchema = z.object({
  seq: z.number().int(),
  id: z.string(),
  receivedAt: isoTime,
  decidedAt: isoTime,
  recordedAt: isoTime,
  source: z.object({ address: z.string(), port: z.number().int(), protocol: z.string() }),
  form: cueForm,
  status: markerStatus,
  reason: z.enum(reasonCodes).nullable(),
  eventType: z.string().nullable(),
  gameId: z.string().nullable(),
  teamId: z.string().nullable(),
  playerIds: z.array(z.string()),
  period: z.string().nullable(),
  timestamp: isoTime.nullable(),
  /** When the splice is; absent where neither the cue nor a stream's clock tells. */
  spliceAt: isoTime.optional(),
  context: markerContext,
  /** Where in a transport stream it was found. */
  carrier: z.object({ pid: z.number().int(), program: z.number().int() }).optional(),
  scte35: z.record(z.string(), z.unknown()).optional(),
  scte104: z.record(z.string(), z.unknown()).optional(),
  rawBase64: z.string(),
  confirmation: z.enum(['CONFIRMED', 'UNCONFIRMED', 'CONTRADICTED']).nullable(),
  auctionId: z.string().nullable(),
  /** A quarantined marker that a person released: when, and who. */
  released: z.object({ at: isoTime, by: z.string() }).optional(),
  /** The auction whose slot it ended; absent where it ended none. */
  endsAuctionId: z.string().optional(),
  duplicateOf: z.string().nullable(),
  copies: z.number().int().min(0),
  trust: z.enum(['high', 'low']),
  warnings: z.array(z.enum(warningCodes)),
  /** How late the engine's loop ran when it came in (ms); absent in older rows. */
  loopDelayMs: z.number().min(0).optional(),
  /** The byte at which it could not be read on. */
  faultOffset: z.number().int().min(0).optional(),
});
export type Marker = z.infer<typeof markerSchema>;

/** A source whose clock is wrong: its cues count by their arrival, or by their own time again. */
export const trustChange = z.object({
  address: z.string().min(1).max(64),
  trusted: z.boolean(),
  why: z.string().max(200).default(''),
});
export type TrustChange = z.infer<typeof trustChange>;

/** A manual cue: the metadata of `domain.md` in camelCase. It goes the way every cue goes. */
export const testCueInput = z.object({
  eventType: z.string().min(1).max(64),
  gameId: z.string().max(128).optional(),
  teamId: z.string().max(64).optional(),
  period: z.union([z.number().int().min(1).max(20), z.string().max(8)]).optional(),
  playerIds: z.array(z.string().max(64)).max(32).optional(),
  ...markerContext.shape,
});
export type TestCueInput = z.infer<typeof testCueInput>;

/** A pad of a manual cue. */
export const manualPad = z.enum(MANUAL_PADS);
export type ManualPad = z.infer<typeof manualPad>;

const saysEvent: ReadonlySet<ManualPad> = new Set(PADS_WITH_EVENT);

/** The event and the cue that a pad was shown to act on, as the list of pads names them. */
export const padTarget = z.object({
  eventId: z.number().int().nullable(),
  markerId: z.string().nullable(),
});
export type PadTarget = z.infer<typeof padTarget>;

/**
 * What is asked of the engine: bare metadata, or a pad. `dryRun` answers the bytes and what would
 * happen, and writes nothing. A key that was used before is answered as it was then.
 */
export const manualCueInput = testCueInput
  .extend({
    eventType: testCueInput.shape.eventType.optional(),
    pad: manualPad.optional(),
    dryRun: z.boolean().optional(),
    idempotencyKey: z.string().min(1).max(128).optional(),
    /** Where the pad would act on anything else by now, nothing is fired (`pad_changed`). */
    target: padTarget.optional(),
    /** Asks what became of the key. Fires nothing; a key not known cannot fire from then on. */
    answerOnly: z.boolean().optional(),
  })
  .superRefine(({ answerOnly, idempotencyKey: input }, context) => {
    if (answerOnly !== true || input !== undefined) return;
    context.addIssue({ code: 'invalid_type', expected: 'string', input, path: ['idempotencyKey'] });
  })
  .superRefine(({ pad, eventType: input }, context) => {
    if (input !== undefined || (pad !== undefined && !saysEvent.has(pad))) return;
    context.addIssue({ code: 'invalid_type', expected: 'string', input, path: ['eventType'] });
  });
export type ManualCueInput = z.infer<typeof manualCueInput>;

/** The cue as it is sent: the very bytes, and what a person looks for in them. */
export const builtCue = z.object({
  hex: z.string(),
  form: cueForm,
  command: z.string(),
  segmentationType: z.number().int().nullable(),
  eventId: z.number().int().nullable(),
  durationMs: z.number().int().nullable(),
  crc32: z.string(),
});
export type BuiltCue = z.infer<typeof builtCue>;

/** What each pad could do now: why it is off, and which cue it follows from. */
export const manualPads = z.object({
  items: z.array(
    z.object({
      pad: manualPad,
      /** Why it cannot act, null where it can. */
      off: z.string().nullable(),
      /** The event id it ends or cancels. */
      eventId: z.number().int().nullable(),
      /** The cue it repeats, ends or cancels. */
      markerId: z.string().nullable(),
      heardAt: isoTime.nullable(),
    }),
  ),
});
export type ManualPads = z.infer<typeof manualPads>;

/**
 * A cue to take apart: exactly one of the four. `base64`, `hex` are bytes; `text` is whatever a cue
 * may be written as; `tsBase64` is a transport stream.
 */
export const decodeInput = z.object({
  base64: z.string().optional(),
  hex: z.string().optional(),
  text: z.string().optional(),
  tsBase64: z.string().optional(),
  /** Control words as hex by cw_index, to open encrypted sections. They are kept nowhere. */
  controlWords: z.record(z.string(), z.string()).optional(),
});
export type DecodeInput = z.infer<typeof decodeInput>;

/** A cue taken apart. Messages have the field names of the standards (snake_case). */
export const decodedCue = z.object({
  ok: z.literal(true),
  form: cueForm,
  messages: z.array(z.record(z.string(), z.unknown())),
  /** Codes; one about a name has it behind a colon. */
  warnings: z.array(z.string()),
});
export type DecodedCue = z.infer<typeof decodedCue>;

/** A message as `decode` gives it, or one written by hand; derived fields are passed over. */
export const encodeInput = z.record(z.string(), z.unknown());

/** The message as bytes, and as XML: in full where that says all of it, else as Binary. */
export const encodedCue = z.object({
  base64: z.string(),
  hex: z.string(),
  xml: z.string().optional(),
});
export type EncodedCue = z.infer<typeof encodedCue>;
