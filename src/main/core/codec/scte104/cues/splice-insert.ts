// Owns which splice_insert a splice_request stands for (ANSI/SCTE 104 2023 9.3.2, table 9-7), in
// component mode too. Refuses the reserved types: nothing comes of them.
import type { SpliceCommand } from '../../scte35/commands/command';
import type { Operation } from '../multiple';
import type { SpliceRequest } from '../ops/splice-request';

const START_NORMAL = 1;
const START_IMMEDIATE = 2;
const END_NORMAL = 3;
const END_IMMEDIATE = 4;
const CANCEL = 5;
const TICKS_PER_TENTH = 9_000;

/** The command, or null for a reserved type. */
export function spliceInsertOf(op: Operation, added: readonly Operation[]): SpliceCommand | null {
  const request = op as unknown as SpliceRequest;
  const { splice_insert_type: type, splice_event_id: event_id } = request;
  const wrap = { command_type: 5, command: 'splice_insert' } as const;
  if (type === CANCEL) return { ...wrap, cmd: { event_id, cancel: true } };
  if (type < START_NORMAL || type > END_IMMEDIATE) return null;
  const tags = tagsOf(added);
  const atOnce = type === START_IMMEDIATE || type === END_IMMEDIATE;
  const immediate = atOnce || (request.pre_roll_time_ms === 0 && tags === null);
  const components = tags?.map((tag) => (immediate ? { tag } : { tag, pts: null })) ?? null;
  return {
    ...wrap,
    cmd: {
      event_id,
      cancel: false,
      out_of_network: type !== END_NORMAL && type !== END_IMMEDIATE,
      program_splice: components === null,
      immediate,
      event_id_compliance_flag: 1,
      ...(components === null ? {} : { components }),
      ...duration(request),
      unique_program_id: request.unique_program_id,
      avail_num: request.avail_num,
      avails_expected: request.avails_expected,
    },
  };
}

function duration({ splice_insert_type: type, ...request }: SpliceRequest) {
  const { break_duration_tenths: tenths, auto_return_flag } = request;
  if (tenths === 0 || (type !== START_NORMAL && type !== START_IMMEDIATE)) return {};
  const told = { auto_return: auto_return_flag !== 0, duration: tenths * TICKS_PER_TENTH };
  return { break_duration: told };
}

function tagsOf(added: readonly Operation[]): readonly number[] | null {
  const given = added.find(({ opID }) => opID === 0x0106)?.['components'];
  if (!Array.isArray(given) || given.length === 0) return null;
  return (given as readonly { tag: number }[]).map(({ tag }) => tag);
}
