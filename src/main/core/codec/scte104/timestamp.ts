// Owns timestamp(): when a multiple_operation_message is to be processed, both ways. Refuses to
// turn it into a time of ours; a VITC or a GPI line is none (ANSI/SCTE 104 2023 12.5).
import type { ByteReader } from '../../lib/byte-reader';
import type { ByteWriter } from '../../lib/byte-writer';
import { isLoose, readRun, writeRun, type Field } from './fields';

const UTC = [
  ['seconds', 4],
  ['microseconds', 2],
] as const satisfies readonly Field[];
const VITC = [
  ['hours', 1],
  ['minutes', 1],
  ['seconds', 1],
  ['frames', 1],
] as const satisfies readonly Field[];
const GPI = [
  ['number', 1],
  ['edge', 1],
] as const satisfies readonly Field[];

/** A timestamp as read. */
export type Timestamp =
  | { readonly type: 'none' }
  | { readonly type: 'utc'; readonly seconds: number; readonly microseconds: number }
  | {
      readonly type: 'vitc';
      readonly hours: number;
      readonly minutes: number;
      readonly seconds: number;
      readonly frames: number;
    }
  | { readonly type: 'gpi'; readonly number: number; readonly edge: number };

/** Reads time_type and what follows it; null where the type is none of the standard's. */
export function readTimestamp(from: ByteReader): Timestamp | null {
  switch (from.u8()) {
    case 0:
      return { type: 'none' };
    case 1:
      return { type: 'utc', ...readRun(from, UTC) };
    case 2:
      return { type: 'vitc', ...readRun(from, VITC) };
    case 3:
      return { type: 'gpi', ...readRun(from, GPI) };
    default:
      return null;
  }
}

/** Writes a timestamp given from outside. */
export function writeTimestamp(to: ByteWriter, given: unknown): void {
  const type = isLoose(given) ? given['type'] : null;
  const at = ['none', 'utc', 'vitc', 'gpi'].indexOf(String(type));
  const fields = [[], UTC, VITC, GPI][at];
  if (!isLoose(given) || fields === undefined) {
    to.unfit = true;
    return;
  }
  to.u8(at);
  writeRun(to, fields, given);
}
