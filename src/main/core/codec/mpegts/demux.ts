// Owns finding the splice information in one transport stream: PAT to PMT to PIDs, followed
// through every change of version, continuity and duplicates by the standard, with the program's
// clock at the moment. Refuses scrambled and errored packets. ISO/IEC 13818-1 2.4.3, SCTE 35
// 2023r1 8.
import { Clocks } from './clock';
import { Continuity } from './continuity';
import { PACKET_BYTES } from './packet-cutter';
import { Programs } from './programs';
import { SectionAssembler } from './section-assembler';
import { pcrOf, ptsOf } from './timestamps';
import { newStreamCounts, type StreamCounts } from './stream-counts';

/** A section found on a splice PID. */
export interface FoundSection {
  readonly section: Uint8Array;
  readonly pid: number;
  readonly program: number;
  /** Whether the program says CUEI; otherwise only a good section is one. */
  readonly registered: boolean;
  /** The program's clock, 90 kHz, null where none was heard yet. */
  readonly nowTicks: number | null;
  /** False where that clock jumped a moment ago. */
  readonly settled: boolean;
}

const PIDS = 8_192;
const PAT_PID = 0;
/** What a PID is looked at for. */
const SECTIONS = 1;
const CLOCK = 2;

/** One transport stream. */
export class Demux {
  readonly counts: StreamCounts = newStreamCounts();
  /** When these bytes arrived, monotonic; null for a recording, which does not age. */
  atMs: number | null = null;
  private readonly wanted = new Uint8Array(PIDS);
  private readonly assemblers = new Map<number, SectionAssembler>();
  private readonly continuity = new Continuity();
  private readonly clocks = new Clocks();
  private readonly programs = new Programs();

  constructor(private readonly onSection: (found: FoundSection) => void) {
    this.follow();
  }

  /** Takes the packet at bytes[at, at + PACKET_BYTES). */
  packet(bytes: Uint8Array, at: number): void {
    this.counts.packets += 1;
    const second = bytes[at + 1] ?? 0;
    const pid = ((second & 0x1f) << 8) | (bytes[at + 2] ?? 0);
    const wanted = this.wanted[pid] ?? 0;
    if (wanted === 0) return;
    const last = bytes[at + 3] ?? 0;
    if ((second & 0x80) !== 0) this.counts.errored += 1;
    else if ((last & 0xc0) !== 0) this.counts.scrambled += 1;
    else return this.clear(bytes, at, pid);
    this.assemblers.get(pid)?.drop();
    this.continuity.forget(pid);
  }

  private clear(bytes: Uint8Array, at: number, pid: number): void {
    const last = bytes[at + 3] ?? 0;
    const wanted = this.wanted[pid] ?? 0;
    const hasField = (last & 0x20) !== 0;
    const jumps = hasField && (bytes[at + 4] ?? 0) > 0 && ((bytes[at + 5] ?? 0) & 0x80) !== 0;
    const { atMs } = this;
    if (hasField && (wanted & CLOCK) !== 0)
      this.clocks.pcr(this.programs.clockedBy(pid), { ticks: pcrOf(bytes, at), atMs, jumps });
    if ((last & 0x10) === 0) return;
    const from = at + 4 + (hasField ? 1 + (bytes[at + 4] ?? 0) : 0);
    if (from >= at + PACKET_BYTES) return;
    const starts = ((bytes[at + 1] ?? 0) & 0x40) !== 0;
    const end = at + PACKET_BYTES;
    if ((wanted & CLOCK) !== 0 && starts) {
      this.clocks.pts(this.programs.playing(pid), { ticks: ptsOf(bytes, from, end), atMs });
    }
    if ((wanted & SECTIONS) === 0) return;
    const assembler = this.assemblers.get(pid);
    const follows = this.continuity.follows(pid, { bytes, at, jumps });
    if (follows === 'duplicate') this.counts.duplicates += 1;
    if (follows === 'duplicate' || assembler === undefined) return;
    if (follows === 'lost') {
      this.counts.continuityErrors += 1;
      assembler.drop();
    } else if (follows === 'jumped') assembler.drop();
    assembler.take(bytes, { from, end, starts });
  }

  private section(pid: number, section: Uint8Array): void {
    if (this.programs.table(pid, section)) return this.follow();
    const pmt = this.programs.splicing(pid);
    if (pmt === undefined) return;
    const { program, registered } = pmt;
    const nowTicks = this.clocks.now(program, this.atMs);
    const settled = this.clocks.settled(program);
    this.onSection({ section, pid, program, registered, nowTicks, settled });
  }

  /** Looks at what the tables name now, and at nothing else. */
  private follow(): void {
    this.programs.place();
    this.clocks.follow(this.programs.all());
    this.counts.programsBeyond = this.programs.beyond;
    const tables = [PAT_PID, ...this.programs.tablePids()];
    const wantsSections = new Set([...tables, ...this.programs.splicePids()]);
    this.wanted.fill(0);
    for (const pid of wantsSections) this.wanted[pid] = SECTIONS;
    for (const pid of this.programs.clockPids()) this.wanted[pid] = (this.wanted[pid] ?? 0) | CLOCK;
    for (const pid of this.assemblers.keys()) {
      if (wantsSections.has(pid)) continue;
      this.assemblers.delete(pid);
      this.continuity.forget(pid);
    }
    for (const pid of wantsSections) {
      if (this.assemblers.has(pid)) continue;
      this.assemblers.set(pid, new SectionAssembler((section) => this.section(pid, section)));
    }
  }
}
