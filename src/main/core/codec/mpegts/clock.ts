// Owns a program's clock: the PCR while it is fresh, else the PTS of its streams, in 90 kHz ticks
// of 33 bits, carried on by arrival for a few seconds, and whether it has run on without a jump.
// Refuses to tell the time of a clock that fell silent. ISO/IEC 13818-1 2.4.2, 2.7.2.
import { PTS_MODULUS, ptsDifference, TICKS_PER_MS } from '../scte35/splice-time';
import type { Pmt } from './psi';

const TICKS_A_SECOND = 90_000;
/** Frames are sent out of their order, and streams of a program apart from each other. */
const BACK_MOST = 2 * TICKS_A_SECOND;
/** Clock references come ten times a second; further on than this is another clock. */
const AHEAD_MOST = 10 * TICKS_A_SECOND;
/** For so long after a jump a cue may still mean the clock before it. */
const SETTLES_AFTER = 10 * TICKS_A_SECOND;
/** A PCR comes every 100 ms: after so long without one it is silent, and a PTS is better. */
const PCR_FRESH_MS = 1_000;
/** For so long a silent clock is carried on by arrival; then its time is not known. */
const CARRIED_ON_MS = 5_000;

/** One program's clock: what it said last and when that came; null where arrivals are not known. */
interface Clock {
  readonly clockPid: number;
  ticks: number;
  atMs: number | null;
  /** When the last PCR came; `never` before the first. */
  pcrAtMs: number | null | 'never';
  /** What it said when it last jumped; null where it runs on, or has settled since. */
  jumpedTo: number | null;
}

type Ticking = Pick<Pmt, 'program' | 'clockPid'>;

/** A time heard, null where a packet had none; `jumps`: it says so itself. */
export interface Tick {
  readonly ticks: number | null;
  /** When it came, monotonic; null where that is not known, and then nothing ages. */
  readonly atMs: number | null;
  readonly jumps: boolean;
}

type Told = Tick & { readonly ticks: number; readonly isPcr: boolean };

/** The clocks of a stream's programs. */
export class Clocks {
  private readonly clocks = new Map<number, Clock>();

  /** A program's time at `atMs`, 33 bits of 90 kHz; null before the first and after a silence. */
  now(program: number, atMs: number | null): number | null {
    const clock = this.clocks.get(program);
    if (clock === undefined) return null;
    const agoMs = ageMs(clock.atMs, atMs);
    if (agoMs > CARRIED_ON_MS) return null;
    return (clock.ticks + Math.round(agoMs * TICKS_PER_MS)) % PTS_MODULUS;
  }

  /** False for ten seconds after a jump: what lies near is measured, the rest means nothing. */
  settled(program: number): boolean {
    return (this.clocks.get(program)?.jumpedTo ?? null) === null;
  }

  /** Forgets the clocks of programs that are gone, or go by another clock now. */
  follow(programs: Iterable<Ticking>): void {
    const pids = new Map<number, number>();
    for (const { program, clockPid } of programs) pids.set(program, clockPid);
    for (const [program, { clockPid }] of this.clocks) {
      if (pids.get(program) !== clockPid) this.clocks.delete(program);
    }
  }

  /** A PCR of these programs. */
  pcr(programs: readonly Ticking[], tick: Tick): void {
    const { ticks } = tick;
    if (ticks === null) return;
    for (const one of programs) this.tick(one, { ...tick, ticks, isPcr: true });
  }

  /** A PTS of these programs: counts only where there is no PCR, or none lately. */
  pts(programs: readonly Ticking[], { ticks, atMs }: Omit<Tick, 'jumps'>): void {
    if (ticks === null) return;
    for (const one of programs) {
      const pcrAtMs = lastPcr(this.clocks.get(one.program));
      if (pcrAtMs !== 'never' && ageMs(pcrAtMs, atMs) <= PCR_FRESH_MS) continue;
      this.tick(one, { ticks, atMs, jumps: false, isPcr: false });
    }
  }

  private tick({ program, clockPid }: Ticking, { ticks, atMs, isPcr, jumps }: Told): void {
    const before = this.clocks.get(program);
    const onTicks = before === undefined ? 0 : ptsDifference(ticks, before.ticks);
    const quiet = before === undefined ? 0 : ageMs(before.atMs, atMs) * TICKS_PER_MS;
    const far = onTicks < -BACK_MOST || onTicks > AHEAD_MOST + quiet;
    const since = far || (jumps && before !== undefined) ? ticks : (before?.jumpedTo ?? null);
    const settles = since !== null && ptsDifference(ticks, since) > SETTLES_AFTER;
    const pcrAtMs = isPcr ? atMs : lastPcr(before);
    this.clocks.set(program, { clockPid, ticks, atMs, pcrAtMs, jumpedTo: settles ? null : since });
  }
}

function lastPcr(clock: Clock | undefined): Clock['pcrAtMs'] {
  return clock === undefined ? 'never' : clock.pcrAtMs;
}

/** Nothing ages where arrivals are not known; a packet put back into its order may be older. */
function ageMs(fromMs: number | null, toMs: number | null): number {
  return fromMs === null || toMs === null ? 0 : Math.max(0, toMs - fromMs);
}
