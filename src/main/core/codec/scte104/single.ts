// Owns the single_operation_message, both ways: its header and which opID carries which data()
// (ANSI/SCTE 104 2023 8.2.2, tables 8-1 and 8-3). Refuses opIDs that belong into a multiple
// message.
import type { ByteReader } from '../../lib/byte-reader';
import type { ByteWriter } from '../../lib/byte-writer';
import { messageFault, type MessageFault } from './fault';
import { readRun, writeHex, writeRun, type Field, type Loose } from './fields';
import { plainOp, type OpCodec } from './ops/op';
import { aliveRequest, aliveResponse, bareOp, faultRequest, leftover } from './single-data';
import { provisioning } from './single-data';

const HEAD = [
  ['result', 2],
  ['result_extension', 2],
  ['protocol_version', 1],
  ['as_index', 1],
  ['message_number', 1],
  ['dpi_pid_index', 2],
] as const satisfies readonly Field[];

export const SINGLE_LEAST_BYTES = 13;

const SINGLES: Readonly<Record<number, OpCodec>> = {
  0x0000: bareOp('general_response'),
  0x0001: bareOp('init_request'),
  0x0002: bareOp('init_response'),
  0x0003: aliveRequest,
  0x0004: aliveResponse,
  0x0007: plainOp('inject_response', [['acked_message_number', 1]]),
  0x0008: plainOp('inject_complete_response', [
    ['acked_message_number', 1],
    ['cue_message_count', 1],
  ]),
  0x0009: plainOp('config_request', [
    ['as_ip', 4],
    ['as_port', 2],
    ['active', 1],
    ['proto', 1],
    ['last_as_index', 1],
    ['last_injector_count', 2],
    ['permanent', 1],
  ]),
  0x000a: plainOp('config_response', [
    ['assigned_as_index', 1],
    ['permanent', 1],
  ]),
  0x000b: provisioning,
  0x000c: bareOp('provisioning_response'),
  0x000f: faultRequest,
  0x0010: bareOp('fault_response'),
  0x0011: bareOp('AS_alive_request'),
  0x0012: bareOp('AS_alive_response'),
};

const USER_DEFINED = bareOp('user_defined');
const RESERVED = bareOp('reserved');

/** A single_operation_message as read, with the fields of its data(). */
export type SingleMessage = Loose & {
  readonly kind: 'single';
  readonly opID: number;
  readonly op: string;
  readonly result: number;
  readonly protocol_version: number;
  readonly as_index: number;
  readonly message_number: number;
  readonly dpi_pid_index: number;
};

/** The codec of a single opID, null where it can be none: 0x0100 to 0x7FFF and 0xC000 and above. */
export function singleOp(opID: number): OpCodec | null {
  const known = SINGLES[opID];
  if (known !== undefined) return known;
  if (opID === 5 || opID === 6 || (opID >= 0x8000 && opID <= 0xbfff)) return USER_DEFINED;
  return opID <= 0xff ? RESERVED : null;
}

/** Reads a whole message whose size has been checked; `from` stands behind messageSize. */
export function readSingle(
  from: ByteReader,
  opID: number,
): { readonly ok: true; readonly message: SingleMessage } | MessageFault {
  const codec = singleOp(opID);
  if (codec === null) return messageFault('opid', 0);
  const head = readRun(from, HEAD);
  const at = from.at;
  const data = codec.read(from);
  if (from.torn) return messageFault('truncated', at);
  return {
    ok: true,
    message: { kind: 'single', opID, op: codec.op, ...head, ...data, ...leftover(from) },
  };
}

/** Writes what follows messageSize. */
export function writeSingle(to: ByteWriter, given: Loose): void {
  const { opID, data_hex } = given;
  const codec = typeof opID === 'number' ? singleOp(opID) : null;
  if (codec === null) {
    to.unfit = true;
    return;
  }
  writeRun(to, HEAD, given);
  codec.write(to, given);
  if (data_hex !== undefined) writeHex(to, data_hex);
}
