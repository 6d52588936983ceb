// Owns finding a cue's metadata inside its section: JSON in a segmentation descriptor's UPID (MPU,
// URI or user-defined text) or in a private descriptor. Refuses nothing of others: JSON that does
// not name an event_type, and bytes that only look like JSON, are somebody else's and silent
// (SCTE 35 2023r1 10.3.3.1).
import type { ByteText } from '../../lib/bytes';
import { fromHex } from '../../lib/hex';
import type { MetadataFault } from '../metadata/fields';
import { readMetadata, type Metadata } from '../metadata/metadata';
import type { Result } from '../../lib/result';
import type { SpliceDescriptor, SpliceInfoSection } from '../scte35/section';

const USER_TEXT = 0x01;
const MPU = 0x0c;
const URI = 0x0f;
/** An MPU begins with its format_identifier. */
const FORMAT_BYTES = 4;
const OPEN_BRACE = 0x7b;

/** The first metadata a section carries; null where it carries none. */
export function carriedMetadata(
  section: SpliceInfoSection,
  text: ByteText,
): Result<Metadata, { readonly reason: MetadataFault }> | null {
  for (const descriptor of section.descriptors) {
    const bytes = payloadOf(descriptor);
    const json = bytes?.[0] === OPEN_BRACE ? parsed(bytes, text) : null;
    if (json !== null && Object.hasOwn(json, 'event_type')) return readMetadata(json);
  }
  return null;
}

function payloadOf(descriptor: SpliceDescriptor): Uint8Array | null {
  if (descriptor.kind === 'private') return fromHex(descriptor.data_hex);
  if (descriptor.kind !== 'segmentation' || descriptor.cancel) return null;
  const { type, hex } = descriptor.upid;
  const bytes = fromHex(hex);
  if (type === MPU) return bytes?.subarray(FORMAT_BYTES) ?? null;
  return type === URI || type === USER_TEXT ? bytes : null;
}

function parsed(bytes: Uint8Array, text: ByteText): object | null {
  const source = text.utf8(bytes);
  if (source === null) return null;
  try {
    const json: unknown = JSON.parse(source);
    return typeof json === 'object' ? json : null;
  } catch {
    // A UPID of another maker may begin with a brace; the cue itself is real.
    return null;
  }
}
