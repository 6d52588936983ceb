// Owns the writing of a transport stream with one program that carries cues: packets of 188 bytes
// with a continuity counter for each PID, the tables, the clock, and sections over as many packets
// as they need. Refuses media: it is a stream to try a receiver with. ISO/IEC 13818-1 2.4.3.
import { PTS_MODULUS } from '../scte35/splice-time';
import { PACKET_BYTES } from './packet-cutter';
import { writePat, writePmt, type ProgramPlan } from './write-psi';

const SYNC = 0x47;
const HEAD_BYTES = 4;
const PAYLOAD_BYTES = PACKET_BYTES - HEAD_BYTES;
const STARTS = 0x40;
const PAYLOAD_ONLY = 0x10;
const FIELD_ONLY = 0x20;
const PCR_FLAG = 0x10;
const STUFFING = 0xff;
const PAT_PID = 0;

/** The numbers of a written program where nobody wants others. */
export const USUAL_PROGRAM: ProgramPlan = {
  program: 1,
  pmtPid: 0x100,
  clockPid: 0x101,
  splicePid: 0x1f0,
};

/** One stream as it is written. */
export class Multiplex {
  private readonly counters = new Map<number, number>();

  constructor(private readonly plan: ProgramPlan = USUAL_PROGRAM) {}

  /** The PAT, the PMT and a PCR of `nowTicks` (90 kHz; 33 bits of it are told), three packets. */
  beat(nowTicks: number): readonly Uint8Array[] {
    const { pmtPid } = this.plan;
    return [
      ...this.section(PAT_PID, writePat(this.plan)),
      ...this.section(pmtPid, writePmt(this.plan)),
      this.clock(nowTicks),
    ];
  }

  /** A splice_info_section on the splice PID. */
  cue(section: Uint8Array): readonly Uint8Array[] {
    return this.section(this.plan.splicePid, section);
  }

  private section(pid: number, section: Uint8Array): Uint8Array[] {
    // A pointer_field of 0: the section begins at once.
    const payload = new Uint8Array(section.length + 1);
    payload.set(section, 1);
    const packets: Uint8Array[] = [];
    for (let at = 0; at < payload.length; at += PAYLOAD_BYTES) {
      const packet = blank(pid, at === 0, PAYLOAD_ONLY | this.next(pid));
      packet.set(payload.subarray(at, at + PAYLOAD_BYTES), HEAD_BYTES);
      packets.push(packet);
    }
    return packets;
  }

  /** A packet without payload does not count its PID on, and this PID has no others. */
  private clock(nowTicks: number): Uint8Array {
    const packet = blank(this.plan.clockPid, false, FIELD_ONLY);
    const base = Math.floor(nowTicks) % PTS_MODULUS;
    const low = base % 2 ** 25;
    packet.set([PAYLOAD_BYTES - 1, PCR_FLAG, Math.floor(base / 2 ** 25)], HEAD_BYTES);
    // The base's last bit, six reserved ones, and a 27 MHz extension of 0.
    packet.set([low >> 17, (low >> 9) & 255, (low >> 1) & 255, ((low & 1) << 7) | 0x7e, 0], 7);
    return packet;
  }

  private next(pid: number): number {
    const counter = this.counters.get(pid) ?? 0;
    this.counters.set(pid, (counter + 1) & 0x0f);
    return counter;
  }
}

function blank(pid: number, starts: boolean, last: number): Uint8Array {
  const packet = new Uint8Array(PACKET_BYTES).fill(STUFFING);
  packet.set([SYNC, (starts ? STARTS : 0) | (pid >> 8), pid & 255, last]);
  return packet;
}
