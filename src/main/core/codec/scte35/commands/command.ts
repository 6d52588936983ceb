// Owns which splice_command_type is which command (SCTE 35 2023r1 9.6.1, table 7), both ways.
// splice_null and bandwidth_reservation have no fields; an unassigned type is kept as bytes.
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { fromHex } from '../../../lib/hex';
import { readPrivateCommand, writePrivateCommand, type PrivateCommand } from './private-command';
import { readSpliceInsert, writeSpliceInsert, type SpliceInsert } from './splice-insert';
import { readSpliceSchedule, writeSpliceSchedule, type SpliceSchedule } from './splice-schedule';
import { readTimeSignal, writeTimeSignal, type TimeSignal } from './time-signal';

type Empty = Readonly<Record<never, never>>;

/** A command by name. `reserved` stands for every unassigned type. */
export type SpliceCommand =
  | { readonly command_type: 0; readonly command: 'splice_null'; readonly cmd: Empty }
  | { readonly command_type: 4; readonly command: 'splice_schedule'; readonly cmd: SpliceSchedule }
  | { readonly command_type: 5; readonly command: 'splice_insert'; readonly cmd: SpliceInsert }
  | { readonly command_type: 6; readonly command: 'time_signal'; readonly cmd: TimeSignal }
  | { readonly command_type: 7; readonly command: 'bandwidth_reservation'; readonly cmd: Empty }
  | {
      readonly command_type: 255;
      readonly command: 'private_command';
      readonly cmd: PrivateCommand;
    }
  | {
      readonly command_type: number;
      readonly command: 'reserved';
      readonly cmd: null;
      /** To be ignored, as the standard asks of unassigned types. */
      readonly ignore: true;
      readonly command_hex: string;
    };

/** The types whose length only splice_command_length tells. */
export function needsLength(type: number): boolean {
  return type === 255 || ![0, 4, 5, 6, 7].includes(type);
}

/** Reads the command of a type; the reader ends where the command may end at the latest. */
export function readCommand(type: number, from: ByteReader): SpliceCommand {
  switch (type) {
    case 0:
      return { command_type: type, command: 'splice_null', cmd: {} };
    case 4:
      return { command_type: type, command: 'splice_schedule', cmd: readSpliceSchedule(from) };
    case 5:
      return { command_type: type, command: 'splice_insert', cmd: readSpliceInsert(from) };
    case 6:
      return { command_type: type, command: 'time_signal', cmd: readTimeSignal(from) };
    case 7:
      return { command_type: type, command: 'bandwidth_reservation', cmd: {} };
    case 255:
      return { command_type: type, command: 'private_command', cmd: readPrivateCommand(from) };
    default: {
      const command_hex = from.hex(from.left());
      return { command_type: type, command: 'reserved', cmd: null, ignore: true, command_hex };
    }
  }
}

/** Writes the command's own bytes, without type and length. */
export function writeCommand(to: ByteWriter, command: SpliceCommand): void {
  switch (command.command) {
    case 'splice_schedule':
      return writeSpliceSchedule(to, command.cmd);
    case 'splice_insert':
      return writeSpliceInsert(to, command.cmd);
    case 'time_signal':
      return writeTimeSignal(to, command.cmd);
    case 'private_command':
      return writePrivateCommand(to, command.cmd);
    case 'reserved': {
      const bytes = fromHex(command.command_hex);
      if (bytes) to.put(bytes);
      else to.unfit = true;
      return;
    }
    default:
      return;
  }
}
