// Owns the splice commands in XML: each element as the object that decoding the same command gives
// (SCTE 35 2023r1 schema, SpliceCommandType and below).
import { readInstant } from '../../metadata/instant';
import type { Given } from '../../scte35/input/section-input';
import {
  bitOf,
  childOf,
  childrenOf,
  flagOf,
  numberOf,
  privateHex,
  stated,
  tellUnknown,
  type Unknowns,
} from './element';
import type { XmlElement } from './xml-text';

/** Seconds from 1970-01-01 to 1980-01-06, where utc_splice_time begins. */
export const GPS_EPOCH_SECONDS = 315_964_800;

type Reader = (element: XmlElement, tell: Unknowns) => object;

/** The elements that are commands: the name of the command and how its fields are read. */
export const XML_COMMANDS: Readonly<Record<string, readonly [command: string, read: Reader]>> = {
  SpliceNull: ['splice_null', () => ({})],
  BandwidthReservation: ['bandwidth_reservation', () => ({})],
  TimeSignal: ['time_signal', timeSignal],
  SpliceInsert: ['splice_insert', spliceInsert],
  SpliceSchedule: ['splice_schedule', spliceSchedule],
  PrivateCommand: ['private_command', privateCommand],
};

function timeSignal(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['SpliceTime'], tell);
  return { pts: ptsOf(element) };
}

function ptsOf(element: XmlElement | undefined): unknown {
  const time = element && childOf(element, 'SpliceTime');
  return (time && numberOf(time, 'ptsTime')) ?? null;
}

function eventOf(element: XmlElement): Given {
  return {
    event_id: numberOf(element, 'spliceEventId'),
    cancel: flagOf(element, 'spliceEventCancelIndicator') ?? false,
  };
}

function availOf(element: XmlElement): Given {
  const pause = childOf(element, 'BreakDuration');
  return {
    out_of_network: flagOf(element, 'outOfNetworkIndicator'),
    unique_program_id: numberOf(element, 'uniqueProgramId') ?? 0,
    avail_num: numberOf(element, 'availNum') ?? 0,
    avails_expected: numberOf(element, 'availsExpected') ?? 0,
    break_duration: pause && {
      auto_return: flagOf(pause, 'autoReturn') ?? true,
      duration: numberOf(pause, 'duration'),
    },
  };
}

function spliceInsert(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['Program', 'Component', 'BreakDuration'], tell);
  const event = eventOf(element);
  if (event['cancel'] === true) return stated(event);
  const immediate = flagOf(element, 'spliceImmediateFlag') ?? false;
  const components = childrenOf(element, 'Component');
  const program_splice = components.length === 0;
  const timed = immediate === false;
  const event_id_compliance_flag = bitOf(element, 'eventIdComplianceFlag') ?? 1;
  const flags = { ...event, ...availOf(element), immediate, program_splice };
  if (program_splice) {
    const pts = timed ? ptsOf(childOf(element, 'Program')) : undefined;
    return stated({ ...flags, event_id_compliance_flag, pts });
  }
  const parts = components.map((one) => {
    return stated({ tag: numberOf(one, 'componentTag'), pts: timed ? ptsOf(one) : undefined });
  });
  return stated({ ...flags, event_id_compliance_flag, components: parts });
}

function spliceSchedule(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['Event'], tell);
  return { events: childrenOf(element, 'Event').map((event) => scheduled(event, tell)) };
}

function scheduled(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['Program', 'Component', 'BreakDuration'], tell);
  const event = eventOf(element);
  if (event['cancel'] === true) return stated(event);
  const program = childOf(element, 'Program');
  const common = { ...event, ...availOf(element), program_splice: program !== undefined };
  if (program !== undefined) return stated({ ...common, utc_splice_time: utcOf(program) });
  const components = childrenOf(element, 'Component').map((one) => {
    return stated({ tag: numberOf(one, 'componentTag'), utc_splice_time: utcOf(one) });
  });
  return stated({ ...common, components });
}

function utcOf(element: XmlElement): unknown {
  const text = element.attributes.get('utcSpliceTime');
  const instant = readInstant(text);
  return instant.ok ? Math.floor(instant.value / 1000) - GPS_EPOCH_SECONDS : text;
}

function privateCommand(element: XmlElement, tell: Unknowns): Given {
  tellUnknown(element, ['PrivateBytes'], tell);
  return { identifier: numberOf(element, 'identifier'), private_hex: privateHex(element) };
}
