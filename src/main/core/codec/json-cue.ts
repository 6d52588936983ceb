// Owns the forms that are JSON: a bare object, a bare array of them (one marker an element), and
// the JSON that follows a section or an opaque header. Refuses more than CUE_JSON_MOST_BYTES.
import type { CUE_JSON_MOST_BYTES } from '../../../contract/limits';
import type { CueForm } from '../../../contract/marker';
import type { ByteText } from '../lib/bytes';
import { good, type Result } from '../lib/result';
import { readMetadata, type Metadata, type MetadataFault } from './metadata/metadata';
import { splitArray } from './metadata/split-array';
import { badReading, type CueReading } from './reading';

/** Tied by its type to the limit that others know. */
const JSON_MOST_BYTES: typeof CUE_JSON_MOST_BYTES = 16_384;
/** Elements of a bare array that may become markers. */
export const ELEMENTS_MOST = 64;

type JsonFault = 'json' | 'oversize' | MetadataFault;

/** Metadata from JSON bytes; the reason otherwise. */
export function readJson(
  bytes: Uint8Array,
  text: ByteText,
): Result<Metadata, { readonly reason: JsonFault }> {
  const parsed = parse(bytes, text);
  return parsed.ok ? readMetadata(parsed.value.json) : parsed;
}

/** A bare JSON object or array; `raw` must already be free of what may trail. */
export function readBareJson(raw: Uint8Array, text: ByteText): readonly CueReading[] {
  const parsed = parse(raw, text);
  if (!parsed.ok) return [badReading('json', raw, parsed)];
  const { json, source } = parsed.value;
  if (!Array.isArray(json)) return [jsonReading('json', raw, readMetadata(json))];
  if (json.length === 0) return [badReading('json', raw, { reason: 'not_object' })];
  if (json.length > ELEMENTS_MOST) return [badReading('json', raw, { reason: 'oversize' })];
  const sources = splitArray(source);
  return json.map((element: unknown, index) =>
    jsonReading('json', text.fromText(sources[index] ?? ''), readMetadata(element)),
  );
}

/** The reading of metadata that stands alone, with no section to trust. */
export function jsonReading(
  form: CueForm,
  raw: Uint8Array,
  metadata: Result<Metadata, { readonly reason: JsonFault }>,
): CueReading {
  if (!metadata.ok) return badReading(form, raw, metadata);
  return {
    ok: true,
    form,
    section: null,
    metadata: metadata.value,
    raw,
    sectionRaw: null,
    trust: 'low',
    warnings: [],
    heartbeat: false,
  };
}

function parse(
  bytes: Uint8Array,
  text: ByteText,
): Result<{ json: unknown; source: string }, { readonly reason: 'json' | 'oversize' }> {
  if (bytes.length > JSON_MOST_BYTES) return { ok: false, reason: 'oversize' };
  const source = text.utf8(bytes);
  if (source === null) return { ok: false, reason: 'json' };
  try {
    return good({ json: JSON.parse(source) as unknown, source });
  } catch {
    return { ok: false, reason: 'json' };
  }
}
