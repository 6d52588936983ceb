// Owns the messages an automation system sends, as bytes: init, alive, and a cue as time_signal
// with one segmentation descriptor. Refuses to choose numbers: they are handed in. ANSI/SCTE 104
// 2023 9.1, 9.2, 9.3.3 and 9.8.7.
import { must } from '../../../lib/assert';
import { encodeMessage } from '../message';
import { NO_RESULT } from '../results';

/** Whose message it is; both numbers belong to the sender and its injector's operator. */
export interface Sender {
  readonly asIndex: number;
  readonly dpiPidIndex: number;
}

/** A cue to be written. `upidHex` is of the type `upidType`. */
export interface CueRequest {
  readonly eventId: number;
  readonly segmentationType: number;
  /** From processing to the splice; 0 is at once, at most 65,535. */
  readonly preRollMs: number;
  /** Told in whole seconds; null is not told. */
  readonly durationMs: number | null;
  readonly upidType: number;
  readonly upidHex: string;
}

const INIT_REQUEST = 1;
const ALIVE_REQUEST = 3;
const TIME_SIGNAL = 0x0104;
const SEGMENTATION = 0x010b;
/** All devices: nothing is restricted. */
const UNRESTRICTED = 3;

function single(opID: number, { asIndex, dpiPidIndex }: Sender, messageNumber: number) {
  return written({
    kind: 'single',
    opID,
    result: NO_RESULT,
    result_extension: NO_RESULT,
    protocol_version: 0,
    as_index: asIndex,
    message_number: messageNumber,
    dpi_pid_index: dpiPidIndex,
  });
}

function written(message: object): Uint8Array {
  return must(encodeMessage(message), 'a message made here fits its fields');
}

/** An init_request. `messageNumber` has 8 bits. */
export function writeInit(sender: Sender, messageNumber: number): Uint8Array {
  return single(INIT_REQUEST, sender, messageNumber);
}

/** An alive_request, without a time. */
export function writeAlive(sender: Sender, messageNumber: number): Uint8Array {
  return single(ALIVE_REQUEST, sender, messageNumber);
}

/** A multiple_operation_message that is to be processed at once and stands for one cue. */
export function writeCue(cue: CueRequest, sender: Sender, messageNumber: number): Uint8Array {
  return written({
    kind: 'multiple',
    protocol_version: 0,
    as_index: sender.asIndex,
    message_number: messageNumber,
    dpi_pid_index: sender.dpiPidIndex,
    scte35_protocol_version: 0,
    timestamp: { type: 'none' },
    ops: [
      { opID: TIME_SIGNAL, pre_roll_time_ms: cue.preRollMs },
      { opID: SEGMENTATION, ...segmentation(cue) },
    ],
  });
}

function segmentation({ eventId, segmentationType, durationMs, upidType, upidHex }: CueRequest) {
  return {
    segmentation_event_id: eventId,
    cancel: 0,
    duration_s: Math.round((durationMs ?? 0) / 1_000),
    upid_type: upidType,
    upid_hex: upidHex,
    segmentation_type_id: segmentationType,
    segment_num: 1,
    segments_expected: 1,
    duration_extension_frames: 0,
    delivery_not_restricted: 1,
    web_delivery_allowed: 1,
    no_regional_blackout: 1,
    archive_allowed: 1,
    device_restrictions: UNRESTRICTED,
  };
}
