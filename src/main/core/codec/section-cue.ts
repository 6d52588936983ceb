// Owns the forms that begin with 0xFC: a section, a section followed by JSON, and the legacy form
// of 20 opaque bytes followed by JSON, told apart in that order. A section counts as one only with
// a good CRC_32.
import type { CueForm } from '../../../contract/marker';
import type { MarkerWarning } from '../../../contract/reasons';
import type { ByteText } from '../lib/bytes';
import { carriedMetadata } from './forms/carried-json';
import { jsonReading, readJson } from './json-cue';
import { badReading, type CueReading, type ReadingKit } from './reading';
import { openSection } from './scte35/crypt/open-section';
import { decodeSection, type DecodedSection } from './scte35/decode-section';
import type { SectionFaultCode } from './scte35/fault';
import { trimEnd } from './forms/trim';

/** Where the legacy form's JSON begins. */
export const OPAQUE_BYTES = 20;
/** Fewer bytes than any section's header has. */
const LEAST_BYTES = 15;
/** Faults by which bytes are no section at all; later ones are faults of a real section. */
const NO_SECTION: ReadonlySet<SectionFaultCode> = new Set([
  'section_syntax_indicator',
  'section_length_too_small',
  'section_length_too_large',
  'truncated_section',
  'crc',
]);
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;

/** Reads bytes that begin with 0xFC; `form` is the carrier's, where there is one. */
export function readSectionCue(
  bytes: Uint8Array,
  text: ReadingKit,
  form: CueForm = 'section',
): CueReading {
  if (bytes.length < LEAST_BYTES) {
    return badReading(form, bytes, { reason: 'too_short', offset: bytes.length });
  }
  const decoded = decodeSection(bytes);
  if (decoded.ok)
    return sectionReading(bytes, text, { form, ...opened(bytes, decoded.value, text) });
  const { code, reason, offset } = decoded.fault;
  const opaque = NO_SECTION.has(code) && bytes[OPAQUE_BYTES] === OPEN_BRACE;
  if (opaque && form === 'section') return readLegacy(trimEnd(bytes), text);
  return badReading(form, bytes, { reason, offset });
}

interface Opened extends DecodedSection {
  readonly wasClosed: boolean;
}

/** An encrypted section for which there is the right control word is read; others stay closed. */
function opened(bytes: Uint8Array, decoded: DecodedSection, { controlWords }: ReadingKit): Opened {
  const { section, bytes: length } = decoded;
  const stays = { ...decoded, wasClosed: false };
  if (!section.encrypted || controlWords?.has(section.cw_index) !== true) return stays;
  const open = openSection(bytes, length, controlWords);
  return open.ok ? { ...open.value, bytes: length, wasClosed: true } : stays;
}

function sectionReading(
  bytes: Uint8Array,
  text: ByteText,
  { form, section, fault, bytes: length, wasClosed }: Opened & { form: CueForm },
): CueReading {
  const sectionRaw = bytes.subarray(0, length);
  const rest = trimEnd(bytes.subarray(length));
  const warnings: MarkerWarning[] = fault === null ? [] : ['descriptor'];
  if (wasClosed) warnings.push('decrypted');
  const common = { ok: true, section, sectionRaw, trust: 'high', warnings } as const;
  if (rest[0] !== OPEN_BRACE && rest[0] !== OPEN_BRACKET) {
    if (rest.length > 0) warnings.push('trailing_bytes');
    const carried = carriedMetadata(section, text);
    if (carried?.ok === false) return badReading(form, sectionRaw, { reason: carried.reason });
    const metadata = carried?.value ?? null;
    const heartbeat = section.command === 'splice_null' && metadata === null;
    return { ...common, form, raw: sectionRaw, metadata, heartbeat };
  }
  const raw = bytes.subarray(0, length + rest.length);
  const both = form === 'section' ? 'section+json' : form;
  const json = readJson(rest, text);
  if (!json.ok) return badReading(both, raw, { reason: json.reason, offset: length });
  return { ...common, form: both, raw, metadata: json.value, heartbeat: false };
}

function readLegacy(bytes: Uint8Array, text: ByteText): CueReading {
  const reading = jsonReading('legacy-json', bytes, readJson(bytes.subarray(OPAQUE_BYTES), text));
  if (!reading.ok) return { ...reading, offset: OPAQUE_BYTES };
  return { ...reading, warnings: ['opaque_header'] };
}
