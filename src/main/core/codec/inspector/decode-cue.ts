// Owns the inspector's question: a cue given as base64, hex or text, taken apart by content alone.
// Bytes are a section, told by 0xFC, else an SCTE 104 message; text is JSON, XML, hex or base64; a
// transport stream has a key of its own, since it begins like anything.
import { fromBase64 } from '../../lib/base64';
import { fromHex } from '../../lib/hex';
import { undecoded, type Inspected, type InspectorKit } from './answer';
import { inspectJson } from './inspect-json';
import { inspectMessage } from './inspect-message';
import { inspectSection } from './inspect-section';
import { inspectStream } from './inspect-stream';
import { inspectXml } from './inspect-xml';

/** The keys of the question, of which exactly one is given. */
export const CUE_KEYS = ['base64', 'hex', 'text', 'tsBase64'] as const;

/** The question. */
export interface CueQuestion {
  readonly key: (typeof CUE_KEYS)[number];
  readonly value: string;
}

const TABLE_ID = 0xfc;

/** Takes a cue apart. Never throws, whatever it is given. */
export function decodeCue({ key, value }: CueQuestion, kit: InspectorKit): Inspected {
  if (key === 'text') return inspectText(value, kit);
  const packed = value.replace(/\s+/gu, '');
  const bytes = key === 'hex' ? fromHex(packed.replace(/^0x/iu, '')) : fromBase64(packed);
  if (bytes === null) return undecoded('text', 'text');
  if (key === 'tsBase64') return inspectStream(bytes, kit);
  return inspectBytes(bytes, kit);
}

function inspectBytes(bytes: Uint8Array, kit: InspectorKit): Inspected {
  if (bytes.length === 0) return undecoded('too_short', 'section', { offset: 0 });
  if (bytes[0] === TABLE_ID) return inspectSection(bytes, { kit, form: 'section' });
  return inspectMessage(bytes);
}

function inspectText(source: string, kit: InspectorKit): Inspected {
  const plain = source.replace(/^\s+|[\s\0]+$/gu, '');
  if (/^[[{]/u.test(plain)) return inspectJson(plain, kit);
  if (plain.startsWith('<')) return inspectXml(plain, kit);
  const packed = plain.replace(/\s+/gu, '');
  const hex = fromHex(packed.replace(/^0x/iu, ''));
  const bytes = hex ?? fromBase64(packed);
  if (packed === '' || bytes === null) return undecoded('text', 'text', { offset: 0 });
  if (bytes[0] !== TABLE_ID) return inspectMessage(bytes);
  return inspectSection(bytes, { kit, form: hex === null ? 'base64' : 'hex' });
}
