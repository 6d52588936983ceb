// Owns the names of the byte-to-text services that core is handed, because the language's pure part
// has none, and the joining of bytes. Refuses to implement the services: the host's are passed in.

/** Byte and text services of the host. All are pure functions of their arguments. */
export interface ByteText {
  /** Strict UTF-8; null where the bytes are not well formed. */
  readonly utf8: (bytes: Uint8Array) => string | null;
  /** One character a byte; never fails. Good as a map key for exact bytes. */
  readonly latin1: (bytes: Uint8Array) => string;
  /** Standard base64 with padding. */
  readonly base64: (bytes: Uint8Array) => string;
  /** Lower-case hex. */
  readonly hex: (bytes: Uint8Array) => string;
  /** UTF-8 bytes of a text. */
  readonly fromText: (text: string) => Uint8Array;
}

/** SHA-256 of a UTF-8 text as lower-case hex, handed in by the host. */
export type Sha256 = (text: string) => string;

/** Two stretches of bytes as one; where one is empty, the other itself. */
export function joinedBytes(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
