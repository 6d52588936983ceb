// Owns a program's clock: the PCR where there is one, else the PTS of its streams, in 90 kHz ticks
// of 33 bits, and whether it has run on without a jump. Refuses the 27 MHz extension; a cue is not
// cut that fine. ISO/IEC 13818-1 2.4.3.5, 2.4.3.7.
import { ptsDifference } from '../scte35/splice-time';

const TICKS_A_SECOND = 90_000;
/** Frames are sent out of their order, and streams of a program apart from each other. */
const BACK_MOST = 2 * TICKS_A_SECOND;
/** Clock references come ten times a second; further on than this is another clock. */
const AHEAD_MOST = 10 * TICKS_A_SECOND;
/** For so long after a jump a cue may still mean the clock before it. */
const SETTLES_AFTER = 10 * TICKS_A_SECOND;

/** The PCR base in a packet's adaptation field, or null. */
export function pcrOf(bytes: Uint8Array, packet: number): number | null {
  const length = bytes[packet + 4] ?? 0;
  if (length < 7 || ((bytes[packet + 5] ?? 0) & 0x10) === 0) return null;
  const at = packet + 6;
  const high = (bytes[at] ?? 0) * 2 ** 25 + ((bytes[at + 1] ?? 0) << 17);
  const low = ((bytes[at + 2] ?? 0) << 9) | ((bytes[at + 3] ?? 0) << 1);
  return high + low + ((bytes[at + 4] ?? 0) >> 7);
}

const PTS_BYTES = 14;

/** The PTS of a PES packet that begins at `at`, or null. */
export function ptsOf(bytes: Uint8Array, at: number, end: number): number | null {
  if (end - at < PTS_BYTES) return null;
  if (bytes[at] !== 0 || bytes[at + 1] !== 0 || bytes[at + 2] !== 1) return null;
  const marked = ((bytes[at + 6] ?? 0) & 0xc0) === 0x80;
  if (!marked || ((bytes[at + 7] ?? 0) & 0x80) === 0) return null;
  const high = ((bytes[at + 9] ?? 0) & 0x0e) * 2 ** 29;
  const middle = ((bytes[at + 10] ?? 0) << 22) + (((bytes[at + 11] ?? 0) & 0xfe) << 14);
  return high + middle + (((bytes[at + 12] ?? 0) << 7) | ((bytes[at + 13] ?? 0) >> 1));
}

/** One program's clock. */
interface Clock {
  ticks: number;
  hasPcr: boolean;
  /** What it said when it last jumped; null where it runs on, or has settled since. */
  jumpedTo: number | null;
}

interface Ticking {
  readonly program: number;
}

interface Tick {
  readonly ticks: number;
  readonly hasPcr: boolean;
  readonly jumps: boolean;
}

/** The clocks of a stream's programs. */
export class Clocks {
  private readonly clocks = new Map<number, Clock>();

  /** The last time heard of a program, 33 bits of 90 kHz; null before the first. */
  now(program: number): number | null {
    return this.clocks.get(program)?.ticks ?? null;
  }

  /** False for ten seconds after a jump: what lies near is measured, the rest means nothing. */
  settled(program: number): boolean {
    return (this.clocks.get(program)?.jumpedTo ?? null) === null;
  }

  /** A PCR of these programs; null where the packet had none. `jumps`: it says so itself. */
  pcr(programs: readonly Ticking[], base: number | null, jumps: boolean): void {
    if (base === null) return;
    for (const { program } of programs) this.tick(program, { ticks: base, hasPcr: true, jumps });
  }

  /** A PTS of these programs: counts only as long as there is no PCR. */
  pts(programs: readonly Ticking[], pts: number | null): void {
    if (pts === null) return;
    for (const { program } of programs) {
      if (this.clocks.get(program)?.hasPcr === true) continue;
      this.tick(program, { ticks: pts, hasPcr: false, jumps: false });
    }
  }

  private tick(program: number, { ticks, hasPcr, jumps }: Tick): void {
    const before = this.clocks.get(program);
    const onTicks = before === undefined ? 0 : ptsDifference(ticks, before.ticks);
    const jumped = onTicks < -BACK_MOST || onTicks > AHEAD_MOST || (jumps && before !== undefined);
    const since = jumped ? ticks : (before?.jumpedTo ?? null);
    const settles = since !== null && ptsDifference(ticks, since) > SETTLES_AFTER;
    this.clocks.set(program, { ticks, hasPcr, jumpedTo: settles ? null : since });
  }
}
