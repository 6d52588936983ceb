// Owns which opID of a multiple_operation_message is which operation (ANSI/SCTE 104 2023 table 8-4)
// and whether it stands alone or adds to the one before it. Refuses to drop what it does not know.
import { componentMode, scheduleComponents } from './components';
import { availsOp, descriptorImages, dtmf } from './descriptors';
import { plainOp, type OpCodec } from './op';
import { segmentation } from './segmentation';
import { spliceRequest } from './splice-request';
import { injectSection, proprietary, rawOp, updateControlWord } from './tails';

const OPS: Readonly<Record<number, OpCodec>> = {
  0x0100: injectSection,
  0x0101: spliceRequest,
  0x0102: plainOp('splice_null', []),
  0x0103: availsOp('start_schedule_download'),
  0x0104: plainOp('time_signal_request', [['pre_roll_time_ms', 2]]),
  0x0105: plainOp('transmit_schedule', [['cancel', 1]]),
  0x0106: componentMode,
  0x0107: plainOp('encrypted_DPI', [
    ['encryption_algorithm', 1],
    ['cw_index', 1],
  ]),
  0x0108: descriptorImages,
  0x0109: dtmf,
  0x010a: availsOp('insert_avail_descriptor'),
  0x010b: segmentation,
  0x010c: proprietary,
  0x010d: scheduleComponents,
  0x010e: plainOp('schedule_definition', [
    ['command', 1],
    ['splice_event_id', 4],
    ['time', 4],
    ['unique_program_id', 2],
    ['auto_return', 1],
    ['break_duration_tenths', 2],
    ['avail_num', 1],
    ['avails_expected', 1],
  ]),
  0x010f: plainOp('insert_tier', [['tier', 2]]),
  0x0110: plainOp('insert_time_descriptor', [
    ['tai_seconds', 6],
    ['tai_ns', 4],
    ['utc_offset', 2],
  ]),
  0x0111: rawOp('insert_audio_descriptor'),
  0x0112: rawOp('insert_audio_provisioning'),
  0x0113: rawOp('insert_alternate_break_duration'),
  0x0300: plainOp('delete_ControlWord', [['cw_index', 1]]),
  0x0301: updateControlWord,
};

const NORMAL: ReadonlySet<number> = new Set([
  0x0100, 0x0101, 0x0102, 0x0103, 0x0104, 0x0105, 0x010c,
]);

const USER_DEFINED = rawOp('user_defined');
const RESERVED = rawOp('reserved');

/** The codec of an opID; what the standard does not assign is kept as bytes. */
export function opOf(opID: number): OpCodec {
  return OPS[opID] ?? (opID >= 0xc000 ? USER_DEFINED : RESERVED);
}

/** Whether an operation stands alone, so that a section of its own comes of it. */
export function isNormal(opID: number): boolean {
  return NORMAL.has(opID);
}

/** Whether the standard assigns this opID, or leaves it to users. */
export function isKnown(opID: number): boolean {
  return OPS[opID] !== undefined || opID >= 0xc000;
}
