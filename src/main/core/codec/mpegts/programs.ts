// Owns what the tables of one stream say now: the programs, their PMTs, and which PIDs follow from
// them. A program that is named no longer is forgotten with its PIDs; a PMT that moves is followed.
// Refuses a PMT on a PID that the PAT does not give to its program.
import { readPat, readPmt, type Pat, type Pmt } from './psi';

/** The tables of one stream. */
export class Programs {
  private readonly pats = new Map<number, Pat>();
  private readonly pmts = new Map<number, Pmt>();
  private pids = new Map<number, Set<number>>();

  /** Takes a section that may be a table: true where something changed. */
  table(pid: number, section: Uint8Array): boolean {
    if (pid === 0) return this.pat(section);
    const pmt = this.pids.has(pid) ? readPmt(section) : null;
    if (pmt === null || this.pids.get(pid)?.has(pmt.program) !== true) return false;
    const known = this.pmts.get(pmt.program);
    if (known !== undefined && sameTable(known, pmt)) return false;
    this.pmts.set(pmt.program, pmt);
    return true;
  }

  tablePids(): Iterable<number> {
    return this.pids.keys();
  }

  splicePids(): readonly number[] {
    return [...this.pmts.values()].flatMap(({ splicePids }) => splicePids);
  }

  clockPids(): readonly number[] {
    return [...this.pmts.values()].flatMap(({ clockPid, mediaPids }) => [clockPid, ...mediaPids]);
  }

  clockedBy(pid: number): readonly Pmt[] {
    return [...this.pmts.values()].filter(({ clockPid }) => clockPid === pid);
  }

  playing(pid: number): readonly Pmt[] {
    return [...this.pmts.values()].filter(({ mediaPids }) => mediaPids.includes(pid));
  }

  /** The program whose cues a PID carries; the first where several share it. */
  splicing(pid: number): Pmt | undefined {
    return [...this.pmts.values()].find(({ splicePids }) => splicePids.includes(pid));
  }

  private pat(section: Uint8Array): boolean {
    const pat = readPat(section);
    if (pat === null) return false;
    const known = this.pats.get(pat.number);
    if (known !== undefined && sameTable(known, pat)) return false;
    for (const [number, { version }] of this.pats) {
      if (version !== pat.version || number > pat.last) this.pats.delete(number);
    }
    this.pats.set(pat.number, pat);
    this.pids = new Map();
    const named = [...this.pats.values()].flatMap(({ programs }) => programs);
    for (const [program, pid] of named) {
      this.pids.set(pid, (this.pids.get(pid) ?? new Set<number>()).add(program));
    }
    this.forgetUnnamed(new Map(named));
    return true;
  }

  /** With every section of a version heard, what none of them names is gone. */
  private forgetUnnamed(named: ReadonlyMap<number, number>): void {
    const [first] = this.pats.values();
    if (first === undefined || this.pats.size <= first.last) return;
    for (const program of this.pmts.keys()) if (!named.has(program)) this.pmts.delete(program);
  }
}

function sameTable(a: Pat | Pmt, b: Pat | Pmt): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
