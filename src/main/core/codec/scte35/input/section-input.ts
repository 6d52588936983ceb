// Owns the checking of a section given as an object: decoded, written by hand or read from another
// form. What fits is an input for the encoder; what does not is told by its path.
import { good, type Result } from '../../../lib/result';
import type { SectionInput } from '../encode-section';
import { COMMANDS } from './commands';
import { descriptorShape, OWN_TAGS } from './descriptors';
import { fields, hex, list, only, uint, type Flaw } from './shape';

/** An object from outside. */
export type Given = Readonly<Record<string, unknown>>;

/** The field that does not fit. */
export type InputFlaw = Flaw;

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

/** A section that stays closed: its header and its hidden bytes. */
export function closedInput(object: Given): Result<SectionInput, InputFlaw> {
  const flaw = sealed(object, '');
  return flaw === null ? good(object as unknown as SectionInput) : { ok: false, ...flaw };
}

/** A section in the clear: command, descriptors, and a header that may be left out. */
export function clearInput(object: Given): Result<SectionInput, InputFlaw> {
  const command = commandOf(object);
  if (!command.ok) return command;
  const flaw = clear(object, '');
  if (flaw !== null) return { ok: false, ...flaw };
  const descriptors = (object['descriptors'] as readonly object[]).map(withHead);
  const given = { ...object, ...command.value, descriptors, encrypted: false };
  return good(given as unknown as SectionInput);
}

function unassigned(type: unknown): Flaw | null {
  const at = 'command_type';
  const taken = Object.values(COMMANDS).some(([known]) => known === type);
  return taken ? { at, reason: 'range' } : uint(8)(type, at);
}

/** The command's type, name and fields, with the bytes of one that nobody assigned. */
function commandOf(object: Given): Result<object, InputFlaw> {
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
