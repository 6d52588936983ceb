// Owns what the tables of one stream say now: the programs, their PMTs, and which PIDs follow from
// them. A program that is named no longer is forgotten with its PIDs; a PMT that moves is followed.
// Refuses a PMT on a PID that the PAT does not give to its program, and programs beyond a bound;
// those are counted.
import { keptPat, readPat, readPmt, sameTable, type KeptPat, type Pat, type Pmt } from './psi';

/** Programs by a PID of theirs. */
type Placed = Map<number, Pmt[]>;

const NONE: readonly Pmt[] = [];
/** More than any multiplex on air has. */
const PROGRAMS_MOST = 256;

/** The tables of one stream. */
export class Programs {
  private readonly pats = new Map<number, KeptPat>();
  private readonly pmts = new Map<number, Pmt>();
  private pids = new Map<number, Set<number>>();
  private readonly clocks: Placed = new Map();
  private readonly media: Placed = new Map();
  private readonly splices: Placed = new Map();

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

  /** How many programs are named and not followed. */
  get beyond(): number {
    return [...this.pats.values()].reduce((sum, { beyond }) => sum + beyond, 0);
  }

  /** The programs that are followed. */
  all(): Iterable<Pmt> {
    return this.pmts.values();
  }

  tablePids(): Iterable<number> {
    return this.pids.keys();
  }

  splicePids(): Iterable<number> {
    return this.splices.keys();
  }

  *clockPids(): Iterable<number> {
    yield* this.clocks.keys();
    yield* this.media.keys();
  }

  clockedBy(pid: number): readonly Pmt[] {
    return this.clocks.get(pid) ?? NONE;
  }

  playing(pid: number): readonly Pmt[] {
    return this.media.get(pid) ?? NONE;
  }

  /** The program whose cues a PID carries; the first where several share it. */
  splicing(pid: number): Pmt | undefined {
    return this.splices.get(pid)?.[0];
  }

  /** Lays out anew which PID is whose: once a change, so that no packet looks through programs. */
  place(): void {
    for (const placed of [this.clocks, this.media, this.splices]) placed.clear();
    for (const pmt of this.pmts.values()) {
      put(this.clocks, pmt.clockPid, pmt);
      for (const pid of new Set(pmt.mediaPids)) put(this.media, pid, pmt);
      for (const pid of pmt.splicePids) put(this.splices, pid, pmt);
    }
  }

  private pat(section: Uint8Array): boolean {
    const whole = readPat(section);
    if (whole === null) return false;
    const pat = keptPat(whole, this.room(whole));
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

  /** Programs there is room for beside those of the other sections. */
  private room({ number, version }: Pat): number {
    const others = [...this.pats.values()].filter(
      (other) => other.number !== number && other.version === version,
    );
    return others.reduce((room, { programs }) => room - programs.length, PROGRAMS_MOST);
  }

  /** With every section of a version heard, what none of them names is gone. */
  private forgetUnnamed(named: ReadonlyMap<number, number>): void {
    const [first] = this.pats.values();
    if (first === undefined || this.pats.size <= first.last) return;
    for (const program of this.pmts.keys()) if (!named.has(program)) this.pmts.delete(program);
  }
}

function put(placed: Placed, pid: number, pmt: Pmt): void {
  const there = placed.get(pid);
  if (there === undefined) placed.set(pid, [pmt]);
  else there.push(pmt);
}
