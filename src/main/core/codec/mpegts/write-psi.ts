// Owns writing of the two tables of a stream with one program that carries cues: the PAT, and a PMT
// with the CUEI registration, a clock PID and a splice PID of type 0x86. Refuses other programs and
// media. ISO/IEC 13818-1 2.4.4.3 and 2.4.4.8, SCTE 35 2023r1 8.1.
import { ByteWriter } from '../../lib/byte-writer';
import { crc32 } from '../../lib/crc32';

/** Which numbers a written program has. */
export interface ProgramPlan {
  readonly program: number;
  readonly pmtPid: number;
  /** Carries the PCR and nothing else. */
  readonly clockPid: number;
  readonly splicePid: number;
}

const PAT_ID = 0x00;
const PMT_ID = 0x02;
const SPLICE_STREAM = 0x86;
const STREAM_ID = 1;
/** registration_descriptor 'CUEI'. */
const CUEI = Uint8Array.of(0x05, 0x04, 0x43, 0x55, 0x45, 0x49);
/** What section_length counts around a body: five bytes of head and the CRC_32. */
const AROUND_BYTES = 9;

/** The program association section. */
export function writePat({ program, pmtPid }: ProgramPlan): Uint8Array {
  const body = new ByteWriter();
  body.u16(program);
  body.u16(0xe000 | pmtPid);
  return table(PAT_ID, STREAM_ID, body.bytes());
}

/** The program map section. */
export function writePmt({ program, clockPid, splicePid }: ProgramPlan): Uint8Array {
  const body = new ByteWriter();
  body.u16(0xe000 | clockPid);
  body.u16(0xf000 | CUEI.length);
  body.put(CUEI);
  body.u8(SPLICE_STREAM);
  body.u16(0xe000 | splicePid);
  body.u16(0xf000);
  return table(PMT_ID, program, body.bytes());
}

function table(tableId: number, extension: number, body: Uint8Array): Uint8Array {
  const to = new ByteWriter();
  to.u8(tableId);
  to.u16(0xb000 | (body.length + AROUND_BYTES));
  to.u16(extension);
  // Version 0, in force now, the only section of its table.
  to.put(Uint8Array.of(0xc1, 0, 0));
  to.put(body);
  to.u32(crc32(to.bytes(), 0, to.length) >>> 0);
  return to.bytes();
}
