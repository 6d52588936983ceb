// Owns what stands in the clear between a section's header and its CRC_32: the command, whose told
// length must fit, the descriptor loop and the alignment_stuffing (SCTE 35 2023r1 9.6).
import { ByteReader } from '../../lib/byte-reader';
import type { ByteWriter } from '../../lib/byte-writer';
import { fromHex, hexOf } from '../../lib/hex';
import { good, type Result } from '../../lib/result';
import { needsLength, readCommand, writeCommand, type SpliceCommand } from './commands/command';
import type { SpliceDescriptor } from './descriptors/descriptor';
import { readDescriptorLoop, writeDescriptorLoop } from './descriptors/loop';
import { sectionFault, type SectionFault, type SectionFaultCode } from './fault';

/** Where the body begins: at splice_command_type. */
export const BODY_AT = 13;
/** A splice_command_length that says nothing: the command tells its own end. */
export const UNTOLD_LENGTH = 0xfff;

/** Command, descriptors and stuffing of a section in the clear. */
export type SectionBody = SpliceCommand & {
  readonly descriptors: readonly SpliceDescriptor[];
  readonly stuffing_bytes?: number;
  readonly stuffing_hex?: string;
};

/** The parts of a body, with the fault of its descriptor loop if that broke. */
export interface ReadBody {
  readonly command: SpliceCommand;
  readonly descriptors: readonly SpliceDescriptor[];
  /** alignment_stuffing as hex, null where there is none. */
  readonly stuffing: string | null;
  readonly fault: SectionFault | null;
}

interface BodyRefusal {
  readonly fault: SectionFault;
}

/** Reads bytes[BODY_AT, end), where the header told the command's length. */
export function readBody(
  bytes: Uint8Array,
  end: number,
  told: number,
): Result<ReadBody, BodyRefusal> {
  const type = bytes[BODY_AT] ?? 0;
  const untold = told === UNTOLD_LENGTH;
  if (untold && type === 255) return refuse('private_command_without_length', 11);
  if (untold && needsLength(type)) return refuse('command_length_mismatch', 11);
  const limit = untold ? end - 2 : BODY_AT + 1 + told;
  if (limit + 2 > end) return refuse('command_length_overrun', 11);
  const from = new ByteReader(bytes, BODY_AT + 1, limit);
  const command = readCommand(type, from);
  if (from.torn) return refuse('truncated_command', limit);
  if (!untold && from.at !== limit) return refuse('command_length_mismatch', from.at);
  return good(readTail(command, from, end));
}

function refuse(code: SectionFaultCode, offset: number): { ok: false } & BodyRefusal {
  return { ok: false, fault: sectionFault(code, offset) };
}

function readTail(command: SpliceCommand, { bytes, at }: ByteReader, end: number): ReadBody {
  const start = at + 2;
  const loopEnd = start + (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  if (loopEnd > end) {
    const fault = sectionFault('descriptor_loop_overrun', at);
    return { command, descriptors: [], stuffing: null, fault };
  }
  const { descriptors, fault } = readDescriptorLoop(bytes, start, loopEnd);
  const stuffing = loopEnd === end ? null : hexOf(bytes, loopEnd, end);
  return { command, descriptors, stuffing, fault };
}

/** Writes everything after splice_command_type; gives the command's length. */
export function writeBody(to: ByteWriter, body: SectionBody, loop: ByteWriter): number {
  const before = to.length;
  writeCommand(to, body);
  const commandLength = to.length - before;
  writeDescriptorLoop(loop, body.descriptors);
  if (loop.unfit) to.unfit = true;
  to.u16(loop.length);
  to.put(loop.bytes());
  const stuffing = fromHex(body.stuffing_hex ?? 'ff'.repeat(body.stuffing_bytes ?? 0));
  if (stuffing) to.put(stuffing);
  else to.unfit = true;
  return commandLength;
}
