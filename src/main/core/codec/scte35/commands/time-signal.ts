// Owns time_signal(), the command that carries only a time; what it means stands in its
// segmentation descriptors (SCTE 35 2023r1 9.7.4).
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { readSpliceTime, writeSpliceTime } from '../splice-time';

/** The command; `pts` (33 bit) is null when immediate. */
export interface TimeSignal {
  readonly pts: number | null;
}

/** Reads the command; a short one leaves the reader torn. */
export function readTimeSignal(from: ByteReader): TimeSignal {
  return { pts: readSpliceTime(from) };
}

/** Writes the command. */
export function writeTimeSignal(to: ByteWriter, command: TimeSignal): void {
  writeSpliceTime(to, command.pts);
}
