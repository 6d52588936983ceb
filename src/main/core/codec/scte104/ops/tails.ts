// Owns the requests whose last field takes all bytes that are left, both ways: inject_section,
// proprietary_command, update_ControlWord, and those kept as they are: user defined and unassigned
// ones, and the audio and break duration requests, whose tables we have not read (raw_hex).
import { restHex, readRun, writeHex, writeRun, writeUint, type Field } from '../fields';
import type { OpCodec } from './op';

/** A run of fields, then bytes to the end. */
function tailOp(op: string, fields: readonly Field[], rest: string): OpCodec {
  return {
    op,
    read: (from) => ({ ...readRun(from, fields), [rest]: restHex(from) }),
    write: (to, given) => {
      writeRun(to, fields, given);
      writeHex(to, given[rest]);
    },
  };
}

/** An operation of which only the bytes are known. */
export function rawOp(op: string): OpCodec {
  return tailOp(op, [], 'raw_hex');
}

/** The codec of opID 0x010C (9.8.8). */
export const proprietary = tailOp(
  'proprietary_command',
  [
    ['proprietary_id', 4],
    ['proprietary_command', 1],
  ],
  'data_hex',
);

const SECTION: readonly Field[] = [
  ['scte35_protocol_version', 1],
  ['scte35_command_type', 1],
];

/** The codec of opID 0x0100 (9.8.3); its command length is that of the contents. */
export const injectSection: OpCodec = {
  op: 'inject_section',
  read: (from) => {
    const bytes = from.u16();
    const head = readRun(from, SECTION);
    if (bytes !== from.left()) from.torn = true;
    return { ...head, contents_hex: restHex(from) };
  },
  write: (to, given) => {
    const { contents_hex } = given;
    writeUint(to, typeof contents_hex === 'string' ? contents_hex.length / 2 : null, 2);
    writeRun(to, SECTION, given);
    writeHex(to, contents_hex);
  },
};

const CONTROL_WORD_BYTES = 24;

/** The codec of opID 0x0301 (9.4.3): three words of eight bytes. */
export const updateControlWord: OpCodec = {
  op: 'update_ControlWord',
  read: (from) => {
    const head = readRun(from, [['cw_index', 1]] as const);
    if (from.left() !== CONTROL_WORD_BYTES) from.torn = true;
    return { ...head, cw_hex: restHex(from) };
  },
  write: (to, given) => {
    writeUint(to, given['cw_index'], 1);
    const { cw_hex } = given;
    if (typeof cw_hex !== 'string' || cw_hex.length !== 2 * CONTROL_WORD_BYTES) to.unfit = true;
    else writeHex(to, cw_hex);
  },
};
