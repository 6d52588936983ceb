// Owns what somebody pasted: what the engine is asked about it, the bytes it stands for where it is
// bytes, and what a refusal says. Pure. Refuses to decode: the engine does.
import type { CueForm, DecodeInput } from '../../../../contract/marker';
import { MARKER_REASONS, MARKER_WARNINGS } from '../../../../contract/reasons';
import { fieldsOf, type Field } from '../inspect/fields';

/** How what is pasted is to be read; `text` is told apart by its content. */
export const PASTE_FORMS = [
  ['text', 'Told apart'],
  ['hex', 'hex'],
  ['base64', 'base64'],
  ['tsBase64', 'TS base64'],
] as const;
export type PasteForm = (typeof PASTE_FORMS)[number][0];

/** A message as the engine gives it. */
export type Message = Readonly<Record<string, unknown>>;

/** Why a cue could not be taken apart. */
export interface Refusal {
  readonly reason: string;
  readonly scope: string;
  /** The byte it breaks off at; of a text the character. */
  readonly offset: number | null;
  /** The field to blame, where it is one of a text. */
  readonly at: string | null;
  /** What could be read all the same. */
  readonly lenient: Message | null;
}

/** The question for what was pasted. */
export function questionOf(text: string, form: PasteForm): DecodeInput {
  return { [form]: text };
}

function ofBase64(packed: string): Uint8Array | null {
  const plain = packed.replace(/-/gu, '+').replace(/_/gu, '/').replace(/=+$/u, '');
  if (plain === '' || !/^[A-Za-z\d+/]+$/u.test(plain) || plain.length % 4 === 1) return null;
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

function ofHex(packed: string): Uint8Array | null {
  const digits = packed.replace(/^0x/iu, '');
  if (!/^(?:[\da-f]{2})+$/iu.test(digits)) return null;
  return Uint8Array.from({ length: digits.length / 2 }, (_, at) =>
    Number.parseInt(digits.slice(2 * at, 2 * at + 2), 16),
  );
}

/** The very bytes that were pasted; null for XML, a stream, and what is no bytes at all. */
export function pastedBytes(text: string, form: PasteForm): Uint8Array | null {
  if (form === 'tsBase64') return null;
  const packed = text.replace(/[\s\0]+/gu, '');
  if (form === 'hex') return ofHex(packed);
  if (form === 'base64') return ofBase64(packed);
  if (packed.startsWith('<')) return null;
  if (/^[[{]/u.test(packed)) return new TextEncoder().encode(text.trim());
  return ofHex(packed) ?? ofBase64(packed);
}

function known(value: unknown): Message | null {
  const is = typeof value === 'object' && value !== null && !Array.isArray(value);
  return is ? (value as Message) : null;
}

/** A refusal as the engine's fault says it; null where the fault is another one. */
export function refusalOf(data: unknown): Refusal | null {
  const { reason, scope, offset, at, lenient } = known(data) ?? {};
  if (typeof reason !== 'string' || typeof scope !== 'string') return null;
  return {
    reason,
    scope,
    offset: typeof offset === 'number' ? offset : null,
    at: typeof at === 'string' ? at : null,
    lenient: known(lenient),
  };
}

const SENTENCES: Readonly<Record<string, string>> = { ...MARKER_REASONS, ...MARKER_WARNINGS };

/** A code in words: its sentence where it has one, and what it is about. */
export function codeText(code: string): string {
  const [name = '', ...about] = code.split(':');
  const words = SENTENCES[name] ?? `${name.replace(/_/gu, ' ')}.`;
  return about.length === 0 ? words : `${name.replace(/_/gu, ' ')}: ${about.join(':')}`;
}

/** What a message is called among others. */
export function messageName(message: Message): string {
  const { kind, command, op, encrypted } = message;
  if (kind === 'metadata') return 'metadata';
  if (kind === 'multiple') return 'multiple operations';
  if (kind === 'single') return typeof op === 'string' ? op : 'single';
  if (typeof command === 'string') return command;
  return encrypted === true ? 'encrypted section' : 'section';
}

/** The tree of a message over its bytes. */
export function messageFields(message: Message, bytes: Uint8Array): readonly Field[] {
  const { kind } = message;
  const json: CueForm = bytes[0] === 0xfc ? 'legacy-json' : 'json';
  if (kind === 'metadata') return fieldsOf({ form: json }, bytes);
  if (kind === 'single' || kind === 'multiple') {
    return fieldsOf({ form: 'scte104', scte104: message }, bytes);
  }
  return fieldsOf({ form: 'section', scte35: message }, bytes);
}
