// Owns reading of the two tables that lead to the cues: which programs there are, and which PIDs
// of a program carry its clock and its splice information. Refuses a table whose CRC_32 does not
// fit or that is not in force yet. ISO/IEC 13818-1 2.4.4.3 and 2.4.4.8, SCTE 35 2023r1 8.1.
import { wordAt } from '../../lib/byte-reader';
import { crc32 } from '../../lib/crc32';

const SPLICE_STREAM = 0x86;
const REGISTRATION = 0x05;
const CUEI = 0x43554549;
const HEAD_BYTES = 8;
const CRC_BYTES = 4;

/** The programs one section of the PAT names: PMT PID by program_number. */
export interface Pat {
  readonly version: number;
  readonly number: number;
  readonly last: number;
  readonly programs: readonly (readonly [program: number, pid: number])[];
}

/** A section of the PAT as far as it is followed, and how many programs are not. */
export interface KeptPat extends Pat {
  readonly beyond: number;
}

/** What a PMT says of a program. */
export interface Pmt {
  readonly program: number;
  readonly version: number;
  readonly clockPid: number;
  readonly splicePids: readonly number[];
  /** Where a PTS may be found, should there be no PCR. */
  readonly mediaPids: readonly number[];
  /** Whether the program says CUEI: without it, only a good section counts as one. */
  readonly registered: boolean;
}

/** Whether a section is a whole table of this id that is in force now. */
function inForce(section: Uint8Array, tableId: number): boolean {
  if (section[0] !== tableId || section.length < HEAD_BYTES + CRC_BYTES) return false;
  return ((section[5] ?? 0) & 1) === 1 && crc32(section, 0, section.length) === 0;
}

function versionOf(section: Uint8Array): number {
  return ((section[5] ?? 0) >> 1) & 0x1f;
}

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Reads a section of the PAT; null where it is none in force. */
export function readPat(section: Uint8Array): Pat | null {
  if (!inForce(section, 0x00)) return null;
  const programs: [number, number][] = [];
  for (let at = HEAD_BYTES; at + 4 <= section.length - CRC_BYTES; at += 4) {
    const program = u16(section, at);
    // Program 0 names the network's own tables.
    if (program !== 0) programs.push([program, u16(section, at + 2) & 0x1fff]);
  }
  return { version: versionOf(section), number: section[6] ?? 0, last: section[7] ?? 0, programs };
}

/** Reads a PMT; null where it is none in force. */
export function readPmt(section: Uint8Array): Pmt | null {
  if (!inForce(section, 0x02)) return null;
  const end = section.length - CRC_BYTES;
  const infoEnd = 12 + (u16(section, 10) & 0x0fff);
  if (infoEnd > end) return null;
  const splicePids: number[] = [];
  const mediaPids: number[] = [];
  for (let at = infoEnd; at + 5 <= end; at += 5 + (u16(section, at + 3) & 0x0fff)) {
    const pid = u16(section, at + 1) & 0x1fff;
    (section[at] === SPLICE_STREAM ? splicePids : mediaPids).push(pid);
  }
  return {
    program: u16(section, 3),
    version: versionOf(section),
    clockPid: u16(section, 8) & 0x1fff,
    splicePids,
    mediaPids,
    registered: saysCuei(section, 12, infoEnd),
  };
}

function saysCuei(section: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at + 2 <= to; at += 2 + (section[at + 1] ?? 0)) {
    const long = (section[at + 1] ?? 0) >= 4;
    if (section[at] === REGISTRATION && long && wordAt(section, at + 2) === CUEI) return true;
  }
  return false;
}

/** A section of the PAT with its first programs, as many as there is room for. */
export function keptPat(pat: Pat, room: number): KeptPat {
  const programs = pat.programs.slice(0, Math.max(0, room));
  return { ...pat, programs, beyond: pat.programs.length - programs.length };
}

/** Whether two tables say the same. */
export function sameTable(a: Pat | Pmt, b: Pat | Pmt): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
