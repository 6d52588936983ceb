// Owns the inspector's answer the other way: a decoded object, or one written by hand, checked
// field by field and written as a section. Lengths, CRC_32 and derived fields are reckoned anew.
import type { ByteText } from '../../lib/bytes';
import { fromHex } from '../../lib/hex';
import { good, type Result } from '../../lib/result';
import { sectionXml } from '../forms/xml/write-section';
import { readMetadata } from '../metadata/metadata';
import { metadataObject } from '../metadata/write-metadata';
import { encodeMessage } from '../scte104/message';
import { keyBytes } from '../scte35/crypt/modes';
import { encodeSection } from '../scte35/encode-section';
import { clearInput, closedInput, type Given } from '../scte35/input/section-input';
import { objectOf, type Flaw } from '../scte35/input/shape';

/** A section as text of three kinds. */
export interface EncodedCue {
  readonly base64: string;
  readonly hex: string;
  /** A section in full where XML can say all of it, else as Binary; other messages have none. */
  readonly xml?: string;
}

/** Why an object cannot be written: a code, and the field where one is to blame. */
export interface Unencoded {
  readonly reason: Flaw['reason'] | 'oversize';
  readonly at?: string;
}

/**
 * Writes a message. One that is `encrypted` is written from its `encrypted_hex`; without that, it
 * is closed with the control word that stands in `control_words` under its cw_index.
 */
export function encodeCue(message: unknown, text: ByteText): Result<EncodedCue, Unencoded> {
  const object = objectOf(message);
  if (object === null) return { ok: false, reason: 'type', at: '' };
  if (object['kind'] === 'single' || object['kind'] === 'multiple') return message104(object, text);
  if (object['kind'] === 'metadata') return messageJson(object, text);
  const { encrypted, encrypted_hex, command } = object;
  const closed = encrypted === true && (encrypted_hex !== undefined || !command);
  const input = closed ? closedInput(object) : clearInput(object);
  if (!input.ok) return input;
  const seal = closed || encrypted !== true ? good(null) : controlWord(object);
  if (!seal.ok) return seal;
  const encoded = encodeSection(input.value, seal.value);
  if (!encoded.ok) return encoded;
  const { value: bytes } = encoded;
  return good({ base64: text.base64(bytes), hex: text.hex(bytes), xml: sectionXml(bytes, text) });
}

/** Metadata is written as its JSON, with the keys that are known; what stood before it is not. */
function messageJson(object: Given, text: ByteText): Result<EncodedCue, Unencoded> {
  const metadata = readMetadata(object['json']);
  if (!metadata.ok) {
    return { ok: false, reason: metadata.reason === 'range' ? 'range' : 'type', at: 'json' };
  }
  const bytes = text.fromText(JSON.stringify(metadataObject(metadata.value)));
  return good({ base64: text.base64(bytes), hex: text.hex(bytes) });
}

/** An SCTE 104 message has no XML. */
function message104(object: Given, text: ByteText): Result<EncodedCue, Unencoded> {
  const bytes = encodeMessage(object);
  if (bytes === null) return { ok: false, reason: 'range' };
  return good({ base64: text.base64(bytes), hex: text.hex(bytes) });
}

function controlWord(object: Given): Result<Uint8Array, Unencoded> {
  const { cw_index = 0, encryption_algorithm = 0, control_words } = object;
  const at = `control_words.${Number(cw_index)}`;
  const word = objectOf(control_words)?.[String(Number(cw_index))];
  if (word === undefined) return { ok: false, reason: 'missing', at };
  const key = typeof word === 'string' ? fromHex(word) : null;
  const fits =
    key !== null && key.length > 0 && key.length === keyBytes(Number(encryption_algorithm));
  return fits ? good(key) : { ok: false, reason: 'range', at };
}
