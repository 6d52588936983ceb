// Owns data() of each single_operation_message that has any, both ways: alive, inject responses,
// configuration, provisioning and faults (ANSI/SCTE 104 2023 9.2, 9.6 and 10). What is left over,
// or belongs to an operation that has none, is kept as data_hex.
import type { ByteReader } from '../../lib/byte-reader';
import type { ByteWriter } from '../../lib/byte-writer';
import { toHex } from '../../lib/hex';
import { lengthOf, readList, readRun, restHex, writeEntries, writeHex, writeRun } from './fields';
import { isLoose, writeUint, type Field, type Loose } from './fields';
import type { OpCodec } from './ops/op';
import { plainOp } from './ops/op';

const TIME = [
  ['seconds', 4],
  ['microseconds', 4],
] as const satisfies readonly Field[];
const TIME_BYTES = 8;

/** time() is optional in both alive messages. */
function aliveOp(op: string): OpCodec {
  return {
    op,
    read: (from) => (from.left() >= TIME_BYTES ? { time: readRun(from, TIME) } : {}),
    write: (to, { time }) => {
      if (isLoose(time)) writeRun(to, TIME, time);
      else if (time !== undefined) to.unfit = true;
    },
  };
}

const SERVICE: readonly Field[] = [
  ['injector_ip', 4],
  ['injector_port', 2],
];
const SERVICE_NAME_BYTES = 32;
const PID: readonly Field[] = [
  ['dpi_pid_index', 2],
  ['shared_pid', 1],
  ['event_id_compliance_flag', 1],
];

function readComponents(from: ByteReader): Loose {
  const video_tag = from.u8();
  const audio_tags = readList(from, from.u8(), () => from.u8());
  return { video_tag, audio_tags, data_tags: readList(from, from.u8(), () => from.u8()) };
}

function writeTags(to: ByteWriter, tags: unknown): void {
  writeUint(to, lengthOf(tags), 1);
  if (Array.isArray(tags)) for (const tag of tags) writeUint(to, tag, 1);
}

function readService(from: ByteReader): Loose {
  const head = readRun(from, SERVICE);
  const service_name_hex = toHex(from.take(SERVICE_NAME_BYTES));
  const pids = readList(from, from.u8(), () => readRun(from, PID));
  const component_mode = from.u8();
  const components = component_mode === 0 ? {} : { components: readComponents(from) };
  return { ...head, service_name_hex, pids, component_mode, ...components };
}

function writeService(to: ByteWriter, given: Loose): void {
  writeRun(to, SERVICE, given);
  writeHex(to, given['service_name_hex']);
  writeUint(to, lengthOf(given['pids']), 1);
  writeEntries(to, given['pids'], (pid) => writeRun(to, PID, pid));
  writeUint(to, given['component_mode'], 1);
  const { components } = given;
  if (!isLoose(components)) return;
  writeUint(to, components['video_tag'], 1);
  writeTags(to, components['audio_tags']);
  writeTags(to, components['data_tags']);
}

/** The codec of provisioning_request (10.5.1). */
export const provisioning: OpCodec = {
  op: 'provisioning_request',
  read: (from) => ({ services: readList(from, from.u8(), () => readService(from)) }),
  write: (to, { services }) => {
    writeUint(to, lengthOf(services), 1);
    writeEntries(to, services, (service) => writeService(to, service));
  },
};

/** The codec of fault_request (10.6.1). */
export const faultRequest: OpCodec = {
  op: 'fault_request',
  read: (from) => {
    const head = readRun(from, SERVICE);
    const service_name_hex = toHex(from.take(SERVICE_NAME_BYTES));
    return { ...head, service_name_hex, failed_dpi_pid_index: from.u16() };
  },
  write: (to, given) => {
    writeRun(to, SERVICE, given);
    writeHex(to, given['service_name_hex']);
    writeUint(to, given['failed_dpi_pid_index'], 2);
  },
};

export const aliveRequest = aliveOp('alive_request');
export const aliveResponse = aliveOp('alive_response');

/** An operation without data(). */
export function bareOp(op: string): OpCodec {
  return plainOp(op, []);
}

/** What is left over, as data_hex. */
export function leftover(from: ByteReader): Loose {
  return from.left() > 0 ? { data_hex: restHex(from) } : {};
}
