// Owns splice_schedule(), splices told hours ahead in UTC (SCTE 35 2023r1 9.7.2). utc_splice_time
// counts seconds since 1980-01-06 as it stands on the wire; nothing is converted here.
import type { ByteReader } from '../../../lib/byte-reader';
import type { ByteWriter } from '../../../lib/byte-writer';
import { readBreakDuration, writeBreakDuration, type BreakDuration } from '../splice-time';

/** One elementary stream's scheduled splice. */
export interface ScheduledComponent {
  readonly tag: number;
  readonly utc_splice_time: number;
}

/** One scheduled event, or its cancel. */
export type ScheduledEvent =
  | { readonly event_id: number; readonly cancel: true }
  | {
      readonly event_id: number;
      readonly cancel: false;
      readonly out_of_network: boolean;
      readonly program_splice: boolean;
      readonly utc_splice_time?: number;
      readonly components?: readonly ScheduledComponent[];
      readonly break_duration?: BreakDuration;
      readonly unique_program_id: number;
      readonly avail_num: number;
      readonly avails_expected: number;
    };

/** The command. */
export interface SpliceSchedule {
  readonly events: readonly ScheduledEvent[];
}

/** Reads the command; a short one leaves the reader torn. */
export function readSpliceSchedule(from: ByteReader): SpliceSchedule {
  const events: ScheduledEvent[] = [];
  for (let left = from.u8(); left > 0 && !from.torn; left -= 1) events.push(readEvent(from));
  return { events };
}

function readEvent(from: ByteReader): ScheduledEvent {
  const event_id = from.u32();
  if (from.u8() & 0x80) return { event_id, cancel: true };
  const flags = from.u8();
  const program = (flags & 0x40) !== 0;
  const when = program ? { utc_splice_time: from.u32() } : { components: readComponents(from) };
  return {
    event_id,
    cancel: false,
    out_of_network: (flags & 0x80) !== 0,
    program_splice: program,
    ...when,
    ...(flags & 0x20 ? { break_duration: readBreakDuration(from) } : {}),
    unique_program_id: from.u16(),
    avail_num: from.u8(),
    avails_expected: from.u8(),
  };
}

function readComponents(from: ByteReader): ScheduledComponent[] {
  const components: ScheduledComponent[] = [];
  for (let left = from.u8(); left > 0 && !from.torn; left -= 1) {
    components.push({ tag: from.u8(), utc_splice_time: from.u32() });
  }
  return components;
}

/** Writes the command; reserved bits are ones. */
export function writeSpliceSchedule(to: ByteWriter, command: SpliceSchedule): void {
  to.u8(command.events.length);
  for (const event of command.events) writeEvent(to, event);
}

function writeEvent(to: ByteWriter, event: ScheduledEvent): void {
  to.u32(event.event_id);
  to.u8(event.cancel ? 0xff : 0x7f);
  if (event.cancel) return;
  const timed = event.break_duration !== undefined;
  to.flags(event.out_of_network, event.program_splice, timed, 1, 1, 1, 1, 1);
  if (event.program_splice) to.u32(event.utc_splice_time ?? 0);
  else writeComponents(to, event.components ?? []);
  if (event.break_duration) writeBreakDuration(to, event.break_duration);
  to.u16(event.unique_program_id);
  to.u8(event.avail_num);
  to.u8(event.avails_expected);
}

function writeComponents(to: ByteWriter, components: readonly ScheduledComponent[]): void {
  to.u8(components.length);
  for (const { tag, utc_splice_time } of components) {
    to.u8(tag);
    to.u32(utc_splice_time);
  }
}
