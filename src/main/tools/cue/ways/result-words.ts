// Owns the words in which an injector's result codes are told to a person (ANSI/SCTE 104 2023 table
// 14-1). Refuses to leave a code out: one that has no words is told as its number.
import { RESULTS, type ResultName } from '../../../core/codec/scte104/results';

const WORDS: Record<ResultName, string> = {
  success: 'done',
  accessDenied: 'access denied',
  noControlWord: 'no such control word',
  deprovisioned: 'the channel is not provisioned any more',
  notSupported: 'not supported',
  encryptionNotSupported: 'encryption not supported',
  inUse: 'another automation system holds this instance',
  invalidSize: 'the size of the message does not fit',
  invalidSyntax: 'the message cannot be read',
  invalidVersion: 'unknown version',
  requestFailed: 'the request failed',
  badParameter: 'a value is not allowed',
  preRollTooSmall: 'done, but the pre-roll was too small',
  timeTypeUnsupported: 'this kind of time is not supported',
  unknownFailure: 'failed for an unknown reason',
  unknownOpId: 'unknown operation',
  unknownPid: 'unknown DPI PID index',
  versionMismatch: 'another version of the protocol',
  proxy: 'the proxy could not reach its injector',
};
const BY_CODE = new Map(
  Object.entries(RESULTS).map(([name, code]) => [code as number, WORDS[name as ResultName]]),
);

/** A result in words with its number behind it. */
export function resultWords(code: number): string {
  return `${BY_CODE.get(code) ?? 'a result of its own'} (${code})`;
}
