// Owns the host's byte and text services for tests of core: the same native calls that the engine
// hands in, so that a test sees what a truck would see.
import type { ByteText } from '../../../../src/main/core/lib/bytes';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** Node's own. */
export const text: ByteText = {
  utf8,
  latin1: (bytes) => view(bytes).toString('latin1'),
  base64: (bytes) => view(bytes).toString('base64'),
  hex: (bytes) => view(bytes).toString('hex'),
  fromText: (source) => new Uint8Array(Buffer.from(source, 'utf8')),
};

/** Bytes of hex text. */
export function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

/** Bytes one after another; a string stands for its UTF-8. */
export function joined(...parts: readonly (Uint8Array | string)[]): Uint8Array {
  const all = parts.map((part) => (typeof part === 'string' ? text.fromText(part) : part));
  return new Uint8Array(Buffer.concat(all));
}

/** A section that says nothing but that the line lives. */
export const NULL_SECTION = bytesOf('fc301100000000000000fff0000000007a4fbfff');
/** An OUT with a duration and an avail descriptor, 50 bytes. */
export const OUT_SECTION = bytesOf(
  'fc302f000000000000fffff014054800008f7feffe7369c02efe0052ccf500000000000a00' +
    '08435545490000013562dba30a',
);
