// Owns splice_insert(), the command that opens and closes an avail, in program and component mode,
// with break_duration, and its cancel form (SCTE 35 2023r1 9.7.3).
import type { ByteReader, Draft } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import {
  readBreakDuration,
  readSpliceTime,
  writeBreakDuration,
  writeSpliceTime,
  type BreakDuration,
} from '../splice-time';

/** One elementary stream's splice; `pts` absent when immediate, null without a time. */
export interface SpliceComponent {
  readonly tag: number;
  readonly pts?: number | null;
}

/** The command. `pts` (33 bit) is absent when immediate or in component mode. */
export type SpliceInsert =
  | { readonly event_id: number; readonly cancel: true }
  | {
      readonly event_id: number;
      readonly cancel: false;
      readonly out_of_network: boolean;
      readonly program_splice: boolean;
      readonly immediate: boolean;
      readonly event_id_compliance_flag: number;
      readonly pts?: number | null;
      readonly components?: readonly SpliceComponent[];
      readonly break_duration?: BreakDuration;
      readonly unique_program_id: number;
      readonly avail_num: number;
      readonly avails_expected: number;
    };

/** Reads the command; a short one leaves the reader torn. */
export function readSpliceInsert(from: ByteReader): SpliceInsert {
  const event_id = from.u32();
  if (from.u8() & 0x80) return { event_id, cancel: true };
  const flags = from.u8();
  const immediate = (flags & 0x10) !== 0;
  const insert: Draft<Extract<SpliceInsert, { cancel: false }>> = {
    event_id,
    cancel: false,
    out_of_network: (flags & 0x80) !== 0,
    program_splice: (flags & 0x40) !== 0,
    immediate,
    event_id_compliance_flag: (flags >> 3) & 1,
    unique_program_id: 0,
    avail_num: 0,
    avails_expected: 0,
  };
  if (!insert.program_splice) insert.components = readComponents(from, immediate);
  else if (!immediate) insert.pts = readSpliceTime(from);
  if (flags & 0x20) insert.break_duration = readBreakDuration(from);
  insert.unique_program_id = from.u16();
  insert.avail_num = from.u8();
  insert.avails_expected = from.u8();
  return insert;
}

function readComponents(from: ByteReader, immediate: boolean): SpliceComponent[] {
  const components: SpliceComponent[] = [];
  for (let left = from.u8(); left > 0 && !from.torn; left -= 1) {
    const tag = from.u8();
    components.push(immediate ? { tag } : { tag, pts: readSpliceTime(from) });
  }
  return components;
}

/** Writes the command; reserved bits are ones. */
export function writeSpliceInsert(to: ByteWriter, command: SpliceInsert): void {
  to.u32(command.event_id);
  to.u8(command.cancel ? 0xff : 0x7f);
  if (command.cancel) return;
  const { out_of_network, program_splice, immediate, event_id_compliance_flag } = command;
  const timed = command.break_duration !== undefined;
  const compliance = event_id_compliance_flag;
  to.flags(out_of_network, program_splice, timed, immediate, compliance, 1, 1, 1);
  if (program_splice && !immediate) writeSpliceTime(to, command.pts ?? null);
  if (!program_splice) writeComponents(to, command.components ?? [], immediate);
  if (command.break_duration) writeBreakDuration(to, command.break_duration);
  to.u16(command.unique_program_id);
  to.u8(command.avail_num);
  to.u8(command.avails_expected);
}

function writeComponents(
  to: ByteWriter,
  components: readonly SpliceComponent[],
  immediate: boolean,
): void {
  to.u8(components.length);
  for (const component of components) {
    to.u8(component.tag);
    if (!immediate) writeSpliceTime(to, component.pts ?? null);
  }
}
