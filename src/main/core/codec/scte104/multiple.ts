// Owns the multiple_operation_message, both ways: header, timestamp, and the operations one after
// another, each bounded by its data_length (ANSI/SCTE 104 2023 8.2.3, table 8-2). What an operation
// holds beyond its table is kept as extra_hex.
import { ByteReader } from '../../lib/byte-reader';
import { ByteWriter } from '../../lib/byte-writer';
import { messageFault, type MessageFault } from './fault';
import { readRun, restHex, writeEntries, writeHex, writeRun, writeUint } from './fields';
import { lengthOf, type Field, type Loose } from './fields';
import { opOf } from './ops/op-table';
import { readTimestamp, writeTimestamp, type Timestamp } from './timestamp';

const HEAD = [
  ['protocol_version', 1],
  ['as_index', 1],
  ['message_number', 1],
  ['dpi_pid_index', 2],
  ['scte35_protocol_version', 1],
] as const satisfies readonly Field[];

export const MULTIPLE = 0xffff;
/** Header, a time_type of none, and num_ops. */
export const MULTIPLE_LEAST_BYTES = 12;

/** One operation: its number, its name and its fields. */
export type Operation = Loose & { readonly opID: number; readonly op: string };

/** A multiple_operation_message as read. */
export interface MultipleMessage {
  readonly kind: 'multiple';
  readonly protocol_version: number;
  readonly as_index: number;
  readonly message_number: number;
  readonly dpi_pid_index: number;
  readonly scte35_protocol_version: number;
  readonly timestamp: Timestamp;
  readonly ops: readonly Operation[];
}

/** Reads a whole message whose size has been checked; `from` stands behind messageSize. */
export function readMultiple(
  from: ByteReader,
): { readonly ok: true; readonly message: MultipleMessage } | MessageFault {
  const head = readRun(from, HEAD);
  const at = from.at;
  const timestamp = readTimestamp(from);
  if (timestamp === null) return messageFault('time_type', at);
  const count = from.u8();
  if (from.torn) return messageFault('truncated', from.at);
  const ops: Operation[] = [];
  while (ops.length < count) {
    const opAt = from.at;
    const op = readOperation(from);
    if (op === null) return messageFault('truncated', opAt);
    ops.push(op);
  }
  if (from.left() > 0) return messageFault('trailing_in_message', from.at);
  return { ok: true, message: { kind: 'multiple', ...head, timestamp, ops } };
}

function readOperation(from: ByteReader): Operation | null {
  const opID = from.u16();
  const bytes = from.u16();
  if (from.torn || bytes > from.left()) return null;
  const data = new ByteReader(from.bytes, from.at, from.at + bytes);
  const { op, read } = opOf(opID);
  const fields = read(data);
  if (data.torn) return null;
  const extra = data.left() > 0 ? { extra_hex: restHex(data) } : {};
  from.take(bytes);
  return { opID, op, ...fields, ...extra };
}

/** Writes what follows messageSize. */
export function writeMultiple(to: ByteWriter, given: Loose): void {
  writeRun(to, HEAD, given);
  writeTimestamp(to, given['timestamp']);
  writeUint(to, lengthOf(given['ops']), 1);
  writeEntries(to, given['ops'], (op) => {
    const { opID, extra_hex } = op;
    writeUint(to, opID, 2);
    const data = new ByteWriter();
    if (typeof opID === 'number') opOf(opID).write(data, op);
    if (extra_hex !== undefined) writeHex(data, extra_hex);
    to.u16(data.length);
    to.put(data.bytes());
    if (data.unfit) to.unfit = true;
  });
}
