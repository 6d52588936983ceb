// Owns splice_time() and break_duration(), the two small structures that commands share, and the
// 33-bit arithmetic of their clock (SCTE 35 2023r1 9.8.1, 9.8.2).
import type { ByteReader } from '../../lib/byte-reader';
import type { ByteWriter } from '../../lib/byte-writer';

/** PTS counts modulo this. */
export const PTS_MODULUS = 2 ** 33;
/** Ticks of the 90 kHz clock in a millisecond. */
export const TICKS_PER_MS = 90;

/** How long a break lasts (90 kHz ticks) and whether it ends by itself. */
export interface BreakDuration {
  readonly auto_return: boolean;
  readonly duration: number;
}

/** Reads splice_time(): the PTS, or null where time_specified_flag is 0. */
export function readSpliceTime(from: ByteReader): number | null {
  const first = from.u8();
  return first & 0x80 ? (first & 1) * 2 ** 32 + from.u32() : null;
}

/** Writes splice_time(); reserved bits are ones. */
export function writeSpliceTime(to: ByteWriter, pts: number | null): void {
  if (pts === null) to.u8(0x7f);
  else to.u33(pts, 0x7f);
}

/** Reads break_duration(). */
export function readBreakDuration(from: ByteReader): BreakDuration {
  const first = from.u8();
  const duration = (first & 1) * 2 ** 32 + from.u32();
  return { auto_return: (first & 0x80) !== 0, duration };
}

/** Writes break_duration(); reserved bits are ones. */
export function writeBreakDuration(to: ByteWriter, value: BreakDuration): void {
  to.u33(value.duration, value.auto_return ? 0x7f : 0x3f);
}

/** pts_time + pts_adjustment, the carry ignored (SCTE 35 2023r1 9.6). */
export function effectivePts(pts: number, adjustment: number): number {
  return (pts + adjustment) % PTS_MODULUS;
}

/** Signed difference a - b of two PTS on the circle of 33 bits, in ticks. */
export function ptsDifference(a: number, b: number): number {
  const ahead = (((a - b) % PTS_MODULUS) + PTS_MODULUS) % PTS_MODULUS;
  return ahead >= PTS_MODULUS / 2 ? ahead - PTS_MODULUS : ahead;
}
