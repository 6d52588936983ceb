// Owns splice_request_data, of 14 bytes or, with not_an_entry_flag, of 15, both ways (ANSI/SCTE 104
// 2023 9.3.1, tables 9-5 and 9-6). Refuses to infer the splice_insert that it stands for.
import { readRun, writeRun, writeUint, type Field } from '../fields';
import type { OpCodec } from './op';

const FIELDS = [
  ['splice_insert_type', 1],
  ['splice_event_id', 4],
  ['unique_program_id', 2],
  ['pre_roll_time_ms', 2],
  ['break_duration_tenths', 2],
  ['avail_num', 1],
  ['avails_expected', 1],
  ['auto_return_flag', 1],
] as const satisfies readonly Field[];

const TYPE_NAMES = [
  'reserved',
  'spliceStart_normal',
  'spliceStart_immediate',
  'spliceEnd_normal',
  'spliceEnd_immediate',
  'splice_cancel',
] as const;

/** A splice_request as read. */
export type SpliceRequest = {
  readonly [K in (typeof FIELDS)[number] as K[0]]: number;
} & {
  readonly splice_insert_type_name: (typeof TYPE_NAMES)[number];
  readonly not_an_entry_flag?: number;
};

/** The codec of opID 0x0101. */
export const spliceRequest: OpCodec = {
  op: 'splice_request',
  read: (from) => {
    const run = readRun(from, FIELDS);
    const splice_insert_type_name = TYPE_NAMES[run.splice_insert_type] ?? 'reserved';
    const entry = from.left() > 0 ? { not_an_entry_flag: from.u8() } : {};
    return { ...run, splice_insert_type_name, ...entry } satisfies SpliceRequest;
  },
  write: (to, given) => {
    writeRun(to, FIELDS, given);
    const entry = given['not_an_entry_flag'];
    if (entry !== undefined) writeUint(to, entry, 1);
  },
};
