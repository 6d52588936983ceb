// Owns the host's byte, text, hash and randomness services, as core is handed them. Refuses
// lenient UTF-8: bytes that are not well formed give null.
import { hash, randomBytes } from 'node:crypto';
import { TextDecoder } from 'node:util';
import type { ByteText, Sha256 } from '../../core/lib/bytes';
import type { Random } from '../../flow/ports';

function buffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The native services. */
export function hostByteText(): ByteText {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return {
    utf8: (bytes) => {
      try {
        return strict.decode(bytes);
      } catch {
        return null;
      }
    },
    latin1: (bytes) => buffer(bytes).toString('latin1'),
    base64: (bytes) => buffer(bytes).toString('base64'),
    hex: (bytes) => buffer(bytes).toString('hex'),
    fromText: (text) => Buffer.from(text, 'utf8'),
  };
}

/** SHA-256 of a text, lower-case hex. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex');

/** Random bytes as hex, from the operating system. */
export const random: Random = (bytes) => randomBytes(bytes).toString('hex');
