// Owns the splice commands as XML, the way back of read-commands (SCTE 35 2023r1 schema,
// SpliceCommandType and below). A reserved command has no element.
import type { SpliceCommand } from '../../scte35/commands/command';
import type { SpliceInsert } from '../../scte35/commands/splice-insert';
import type { ScheduledEvent } from '../../scte35/commands/splice-schedule';
import type { BreakDuration } from '../../scte35/splice-time';
import { GPS_EPOCH_SECONDS } from './read-commands';
import { tag } from './tag';

/** The element of a command; null where it has none. */
export function commandXml(command: SpliceCommand): string | null {
  switch (command.command) {
    case 'splice_null':
      return tag('SpliceNull', {});
    case 'bandwidth_reservation':
      return tag('BandwidthReservation', {});
    case 'time_signal':
      return tag('TimeSignal', {}, spliceTime(command.cmd.pts));
    case 'splice_insert':
      return insertXml(command.cmd);
    case 'splice_schedule':
      return tag('SpliceSchedule', {}, ...command.cmd.events.map(eventXml));
    case 'private_command': {
      const { identifier, private_hex } = command.cmd;
      return tag('PrivateCommand', { identifier }, tag('PrivateBytes', {}, private_hex));
    }
    default:
      return null;
  }
}

function spliceTime(pts: number | null | undefined): string {
  return tag('SpliceTime', { ptsTime: pts ?? undefined });
}

function breakXml(pause: BreakDuration | undefined): string {
  if (pause === undefined) return '';
  return tag('BreakDuration', { autoReturn: pause.auto_return, duration: pause.duration });
}

function headOf(event: SpliceInsert | ScheduledEvent) {
  const head = { spliceEventId: event.event_id, spliceEventCancelIndicator: event.cancel };
  if (event.cancel) return head;
  return {
    ...head,
    outOfNetworkIndicator: event.out_of_network,
    uniqueProgramId: event.unique_program_id,
    availNum: event.avail_num,
    availsExpected: event.avails_expected,
  };
}

function insertXml(insert: SpliceInsert): string {
  if (insert.cancel) return tag('SpliceInsert', headOf(insert));
  const { immediate, components, pts } = insert;
  const attributes = {
    ...headOf(insert),
    spliceImmediateFlag: immediate,
    eventIdComplianceFlag: insert.event_id_compliance_flag,
  };
  const time = (at: number | null | undefined): string => (immediate ? '' : spliceTime(at));
  const where = insert.program_splice
    ? [tag('Program', {}, time(pts))]
    : (components ?? []).map((one) => tag('Component', { componentTag: one.tag }, time(one.pts)));
  return tag('SpliceInsert', attributes, ...where, breakXml(insert.break_duration));
}

function utc(seconds: number | undefined): string {
  const ms = ((seconds ?? 0) + GPS_EPOCH_SECONDS) * 1000;
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function eventXml(event: ScheduledEvent): string {
  if (event.cancel) return tag('Event', headOf(event));
  const where = event.program_splice
    ? [tag('Program', { utcSpliceTime: utc(event.utc_splice_time) })]
    : (event.components ?? []).map((one) =>
        tag('Component', { componentTag: one.tag, utcSpliceTime: utc(one.utc_splice_time) }),
      );
  return tag('Event', headOf(event), ...where, breakXml(event.break_duration));
}
