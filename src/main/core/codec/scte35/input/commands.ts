// Owns the shapes of the splice commands as they may be given for encoding: which fields each needs
// and how wide they are (SCTE 35 2023r1 9.7).
import { byField, fields, flag, hex, list, only, orNull, uint, type Shape } from './shape';

const COUNT_MOST = 255;
const pts = uint(33);
const breakDuration = fields({ auto_return: flag, duration: pts });
const which = { unique_program_id: uint(16), avail_num: uint(8), avails_expected: uint(8) };
const cancelled = fields({ event_id: uint(32), cancel: only(true) });

const splice = fields(
  {
    event_id: uint(32),
    out_of_network: flag,
    program_splice: flag,
    immediate: flag,
    ...which,
  },
  {
    event_id_compliance_flag: uint(1),
    pts: orNull(pts),
    components: list(fields({ tag: uint(8) }, { pts: orNull(pts) }), COUNT_MOST),
    break_duration: breakDuration,
  },
);

const scheduled = fields(
  { event_id: uint(32), out_of_network: flag, program_splice: flag, ...which },
  {
    utc_splice_time: uint(32),
    components: list(fields({ tag: uint(8), utc_splice_time: uint(32) }), COUNT_MOST),
    break_duration: breakDuration,
  },
);

const event = byField('cancel', { true: cancelled, false: scheduled });

/** The shape of `cmd` for each command. */
export const COMMANDS: Readonly<Record<string, readonly [type: number | null, cmd: Shape]>> = {
  splice_null: [0, fields({})],
  splice_schedule: [4, fields({ events: list(event, COUNT_MOST) })],
  splice_insert: [5, byField('cancel', { true: cancelled, false: splice })],
  time_signal: [6, fields({ pts: orNull(pts) })],
  bandwidth_reservation: [7, fields({})],
  private_command: [255, fields({ identifier: uint(32), private_hex: hex })],
  reserved: [null, only(null)],
};
