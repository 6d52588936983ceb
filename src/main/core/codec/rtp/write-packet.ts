// Owns the writing of RTP packets that carry a transport stream: sequence numbers, timestamps of
// the 90 kHz clock, one source. Refuses CSRCs, extensions and padding. RFC 3550 5.1, RFC 2250 2,
// RFC 3551 6.
import { ByteWriter } from '../../lib/byte-writer';
import { must } from '../../lib/assert';

/** Where a stream of packets begins. All are unsigned; a receiver expects them to be random. */
export interface RtpStart {
  /** 16 bits. */
  readonly sequence: number;
  /** 32 bits. */
  readonly ssrc: number;
}

const VERSION_2 = 0x80;
/** The payload type of MPEG-TS. */
const MP2T = 33;

/** One stream of packets. */
export class RtpWriter {
  private sequence: number;

  constructor(private readonly start: RtpStart) {
    this.sequence = start.sequence;
  }

  /** The next packet, sent at `nowTicks` (90 kHz; 32 bits of it are told). */
  packet(payload: Uint8Array, nowTicks: number): Uint8Array {
    const to = new ByteWriter();
    to.u8(VERSION_2);
    to.u8(MP2T);
    to.u16(this.sequence);
    to.u32(Math.floor(nowTicks) % 2 ** 32);
    to.u32(this.start.ssrc);
    to.put(payload);
    this.sequence = (this.sequence + 1) & 0xffff;
    return must(to.unfit ? null : to.bytes(), 'an RTP header fits its fields');
  }
}
