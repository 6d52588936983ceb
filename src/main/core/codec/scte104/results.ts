// Owns the result codes an injector answers with (ANSI/SCTE 104 2023 table 14-1) and the sentences
// people read for them. Refuses codes of its own.

/** The codes this injector uses or shows. */
export const RESULTS = {
  success: 100,
  accessDenied: 101,
  noControlWord: 102,
  deprovisioned: 103,
  notSupported: 104,
  encryptionNotSupported: 107,
  inUse: 110,
  invalidSize: 114,
  invalidSyntax: 115,
  invalidVersion: 116,
  requestFailed: 120,
  badParameter: 121,
  preRollTooSmall: 122,
  timeTypeUnsupported: 123,
  unknownFailure: 124,
  unknownOpId: 125,
  unknownPid: 126,
  versionMismatch: 127,
  proxy: 128,
} as const;
export type ResultName = keyof typeof RESULTS;

/** The field's value where a message is no response, and where an extension says nothing. */
export const NO_RESULT = 0xffff;
