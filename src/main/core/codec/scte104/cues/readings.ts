// Owns what cues an SCTE 104 message brings: one reading for each section it stands for, with the
// time to its splice. Refuses single messages: those are the session's and no cues. A message that
// is to be processed by VITC or a GPI line is refused, since a cue must not fire at another time,
// and so is one that asks for too much at once. Each reading shows its own operations only.
import type { MarkerReason } from '../../../../../contract/reasons';
import { fromHex } from '../../../lib/hex';
import { readJson } from '../../json-cue';
import { badReading, type CueReading, type ReadingKit } from '../../reading';
import { readSectionCue } from '../../section-cue';
import type { MessageFaultCode } from '../fault';
import { decodeMessage, type MultipleMessage } from '../message';
import { PAST_MOST_MS, processInMs } from './process-at';
import { asksTooMuch, sectionsOf, type StoodFor } from './sections';

const OPEN_BRACE = '7b';
const SIZES: readonly MessageFaultCode[] = [
  'too_short',
  'message_size_too_small',
  'incomplete',
  'extra_bytes',
];

function reasonOf(code: MessageFaultCode): MarkerReason {
  if (code === 'time_type') return 'time_type';
  return SIZES.includes(code) ? 'message_size' : 'message';
}

/** The cues of one whole message that arrived at `receivedAtMs`; none for a single message. */
export function readMessage(
  bytes: Uint8Array,
  text: ReadingKit,
  receivedAtMs: number,
): readonly CueReading[] {
  const decoded = decodeMessage(bytes);
  if (!decoded.ok) {
    const { code, offset } = decoded;
    return [badReading('scte104', bytes, { reason: reasonOf(code), offset })];
  }
  const { message } = decoded;
  if (message.kind === 'single') return [];
  if (asksTooMuch(message)) return [badReading('scte104', bytes, { reason: 'message' })];
  const waitsMs = processInMs(message.timestamp, receivedAtMs);
  if (waitsMs === null) return [badReading('scte104', bytes, { reason: 'time_type', offset: 10 })];
  const told = { bytes, message, waitsMs };
  return sectionsOf(told.message).map((stood) => readingOf(stood, told, text));
}

interface Told {
  readonly bytes: Uint8Array;
  readonly message: MultipleMessage;
  readonly waitsMs: number;
}

function readingOf(
  stood: StoodFor,
  { bytes, message, waitsMs }: Told,
  text: ReadingKit,
): CueReading {
  const scte104 = { ...message, ops: stood.ops };
  const own104 = { form: 'scte104', raw: bytes, scte104 } as const;
  const spliceInMs = spliceInMsOf(stood, waitsMs);
  const more = { ...own104, ...(spliceInMs === null ? {} : { spliceInMs }) };
  if (stood.section === null) {
    const bare = { section: null, sectionRaw: null, metadata: null, heartbeat: false } as const;
    return { ok: true, ...bare, ...more, trust: 'high', warnings: [] };
  }
  const read = readSectionCue(stood.section, text, 'scte104');
  if (!read.ok) return { ...read, raw: bytes, offset: null };
  const own = stood.opID === 0x010c ? metadataOf(stood, text) : null;
  return { ...read, ...more, metadata: own ?? read.metadata };
}

/** At once (null) is no splice time: the slot then has as long as one without a pre-roll. */
function spliceInMsOf({ preRollMs }: StoodFor, waitsMs: number): number | null {
  const atOnce = preRollMs === 0 && waitsMs <= 0 && waitsMs >= -PAST_MOST_MS;
  return atOnce ? null : waitsMs + preRollMs;
}

/** A proprietary command may carry our own metadata as JSON; anything else in it is silent. */
function metadataOf({ ops }: StoodFor, text: ReadingKit) {
  const hex = String(ops.find(({ opID }) => opID === 0x010c)?.['data_hex']);
  const bytes = hex.startsWith(OPEN_BRACE) ? fromHex(hex) : null;
  const json = bytes === null ? null : readJson(bytes, text);
  return json?.ok === true ? json.value : null;
}
