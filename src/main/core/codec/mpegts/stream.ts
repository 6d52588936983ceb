// Owns one transport stream on its way to cues: bytes in, however they were cut, readings out,
// each with its PID and program and, by the program's clock, the time to its splice. Refuses to
// show what an unregistered PID carries unless it is a good section. SCTE 35 2023r1 8.1 and 9.6.
import type { CueForm } from '../../../../contract/marker';
import { crc32 } from '../../lib/crc32';
import type { CueReading, ReadingKit } from '../reading';
import type { SpliceInfoSection } from '../scte35/section';
import { effectivePts, ptsDifference, TICKS_PER_MS } from '../scte35/splice-time';
import { readSectionCue } from '../section-cue';
import { Demux, type FoundSection } from './demux';
import { PacketCutter } from './packet-cutter';

const TABLE_ID = 0xfc;
/** A splice further away than this is not measured but mistaken. */
const FAR_MS = 3_600_000;
/** Right after a jump of the clock only a usual pre-roll is believed. */
const NEAR_MS = 60_000;

/** One stream. */
export class TransportStream {
  private readonly cutter: PacketCutter;
  private readonly demux: Demux;
  private found: CueReading[] = [];

  constructor(
    private readonly text: ReadingKit,
    private readonly form: Extract<CueForm, 'mpegts' | 'rtp'>,
  ) {
    this.demux = new Demux((one) => this.section(one));
    this.cutter = new PacketCutter((bytes, at) => this.demux.packet(bytes, at));
  }

  /** What went by. */
  get counts(): Demux['counts'] & { readonly skipped: number } {
    return { ...this.demux.counts, skipped: this.cutter.skipped };
  }

  /** Whether these bytes go on where the stream stopped. */
  continues(bytes: Uint8Array): boolean {
    return this.cutter.continues(bytes);
  }

  /** Takes the next bytes; the cues they completed. `atMs`: see Demux. */
  push(bytes: Uint8Array, atMs: number | null = null): readonly CueReading[] {
    this.demux.atMs = atMs;
    this.cutter.push(bytes);
    const { found } = this;
    if (found.length > 0) this.found = [];
    return found;
  }

  private section(found: FoundSection): void {
    const { section, pid, program, registered } = found;
    const good = section[0] === TABLE_ID && crc32(section, 0, section.length) === 0;
    if (!registered && !good) return;
    const reading = readSectionCue(section, this.text, this.form);
    if (!reading.ok) {
      this.found.push(reading);
      return;
    }
    const aheadMs = spliceInMs(reading.section, found);
    const splice = aheadMs === null ? {} : { spliceInMs: aheadMs };
    this.found.push({ ...reading, ...splice, carrier: { pid, program } });
  }
}

/**
 * From now to the splice by the stream's own clock; null where either is not known. A cue around a
 * jump of the clock may mean the time before it or after it, so none is called late by that.
 */
function spliceInMs(
  section: SpliceInfoSection | null,
  { nowTicks, settled }: FoundSection,
): number | null {
  const pts = section === null ? null : splicePts(section);
  if (pts === null || nowTicks === null) return null;
  const aheadMs = Math.round(ptsDifference(pts, nowTicks) / TICKS_PER_MS);
  if (!settled && (aheadMs < 0 || aheadMs > NEAR_MS)) return null;
  return Math.abs(aheadMs) > FAR_MS ? null : aheadMs;
}

function splicePts(section: SpliceInfoSection): number | null {
  if (section.encrypted) return null;
  if (section.command !== 'time_signal' && section.command !== 'splice_insert') return null;
  const { cmd } = section;
  const told = 'cancel' in cmd && cmd.cancel ? null : timeOf(cmd);
  return told === null ? null : effectivePts(told, section.pts_adjustment);
}

interface Timed {
  readonly pts?: number | null;
  readonly components?: readonly { readonly pts?: number | null }[];
}

function timeOf({ pts, components = [] }: Timed): number | null {
  return pts ?? components.find((one) => typeof one.pts === 'number')?.pts ?? null;
}
