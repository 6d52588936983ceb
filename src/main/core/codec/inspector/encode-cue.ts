// Owns the inspector's answer the other way: a decoded object, or one written by hand, checked
// field by field and written as a section. Lengths, CRC_32 and derived fields are reckoned anew.
import type { ByteText } from '../../lib/bytes';
import { fromHex } from '../../lib/hex';
import { good, type Result } from '../../lib/result';
import { keyBytes } from '../scte35/crypt/modes';
import { encodeSection, type SectionInput } from '../scte35/encode-section';
import { COMMANDS } from './shapes/commands';
import { descriptorShape, OWN_TAGS } from './shapes/descriptors';
import { fields, hex, list, objectOf, only, uint, type Flaw } from './shapes/shape';

/** A section as bytes in both texts. */
export interface EncodedCue {
  readonly base64: string;
  readonly hex: string;
}

/** Why an object cannot be written: a code, and the field where one is to blame. */
export interface Unencoded {
  readonly reason: Flaw['reason'] | 'oversize';
  readonly at?: string;
}

const DESCRIPTORS_MOST = 680;
const header = {
  sap_type: uint(2),
  protocol_version: uint(8),
  encryption_algorithm: uint(6),
  pts_adjustment: uint(33),
  cw_index: uint(8),
  tier: uint(12),
};
const sealed = fields(
  { encrypted: only(true), encrypted_hex: hex },
  { ...header, splice_command_length: uint(12) },
);
const clear = fields(
  { descriptors: list(descriptorShape, DESCRIPTORS_MOST) },
  { ...header, stuffing_bytes: uint(12), stuffing_hex: hex },
);

/**
 * Writes a message. One that is `encrypted` is written from its `encrypted_hex`; without that, it
 * is closed with the control word that stands in `control_words` under its cw_index.
 */
export function encodeCue(message: unknown, text: ByteText): Result<EncodedCue, Unencoded> {
  const object = objectOf(message);
  if (object === null) return { ok: false, reason: 'type', at: '' };
  const { encrypted, encrypted_hex, command } = object;
  const closed = encrypted === true && (encrypted_hex !== undefined || !command);
  const input = closed ? closedInput(object) : clearInput(object);
  if (!input.ok) return input;
  const seal = closed || encrypted !== true ? good(null) : controlWord(object);
  if (!seal.ok) return seal;
  const encoded = encodeSection(input.value, seal.value);
  if (!encoded.ok) return encoded;
  return good({ base64: text.base64(encoded.value), hex: text.hex(encoded.value) });
}

type Given = Readonly<Record<string, unknown>>;

function closedInput(object: Given): Result<SectionInput, Unencoded> {
  const flaw = sealed(object, '');
  return flaw === null ? good(object as unknown as SectionInput) : { ok: false, ...flaw };
}

function clearInput(object: Given): Result<SectionInput, Unencoded> {
  const command = commandOf(object);
  if (!command.ok) return command;
  const flaw = clear(object, '');
  if (flaw !== null) return { ok: false, ...flaw };
  const descriptors = (object['descriptors'] as readonly object[]).map(withHead);
  const given = { ...object, ...command.value, descriptors, encrypted: false };
  return good(given as unknown as SectionInput);
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

function unassigned(type: unknown): Flaw | null {
  const at = 'command_type';
  const taken = Object.values(COMMANDS).some(([known]) => known === type);
  return taken ? { at, reason: 'range' } : uint(8)(type, at);
}

/** The command's type, name and fields, with the bytes of one that nobody assigned. */
function commandOf(object: Given): Result<object, Unencoded> {
  const { command, cmd, command_type, command_hex = '' } = object;
  const row = Object.hasOwn(COMMANDS, String(command)) ? COMMANDS[String(command)] : undefined;
  if (row === undefined) return { ok: false, reason: 'range', at: 'command' };
  const [type, shape] = row;
  const flaw =
    shape(cmd, 'cmd') ??
    (type === null ? unassigned(command_type) : null) ??
    hex(command_hex, 'command_hex');
  if (flaw !== null) return { ok: false, ...flaw };
  return good({ command_type: type ?? command_type, command, cmd, command_hex });
}

function withHead(descriptor: object): object {
  const kind = 'kind' in descriptor ? String(descriptor.kind) : '';
  const tag = OWN_TAGS[kind];
  return tag === undefined ? descriptor : { tag, identifier: 'CUEI', ...descriptor };
}
