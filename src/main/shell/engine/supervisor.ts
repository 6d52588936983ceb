// Owns the life of the engine's process: forks it, watches its pulse, starts it anew after any end
// nobody asked for, asks it to end before it kills it, and tells what it does. Refuses to know what
// kind of process it is. Only an engine that cannot even start the first time is given up.
import {
  engineWordSchema,
  type EngineNews,
  type EngineWord,
  type Mode,
} from '../../../contract/status';
import { pauseMs } from './back-off';
import type { Forked } from './forked';
import { startPulse, type Pulse } from './pulse';

/** How long things may take. */
export const TIMES = {
  beatMs: 500,
  missedMost: 10,
  /** From fork to ready: a journal of a whole season is read and checked in it. */
  startMs: 60_000,
  /** From the asked end to the kill: open auctions close in it. */
  endMs: 5_000,
  /** An engine that was up for this long starts the counting of failures anew. */
  steadyMs: 30_000,
  leastMs: 250,
  mostMs: 10_000,
} as const;

/** What a supervisor is given. */
export interface Supervision<Port> {
  readonly fork: () => Forked<Port>;
  readonly tell: (news: EngineNews) => void;
  /** Told the engine's mode with every beat. One that fell keeps its mode; null once it ended. */
  readonly mode: (mode: Mode | null) => void;
  /** Whether the machine is kept awake; told with every beat. */
  readonly awake?: () => boolean;
  readonly times?: Partial<Record<keyof typeof TIMES, number>>;
}

/** How an asked end went. */
export type Ended = 'clean' | 'not clean' | 'killed' | 'was down';

/** One process, from its fork to its exit. */
interface Run<Port> {
  readonly child: Forked<Port>;
  readonly late: NodeJS.Timeout;
  pulse: Pulse | null;
  upAtMs: number | null;
  refused: boolean;
  killed: boolean;
  why: string | null;
}

/** Supervises one engine. */
export class Supervisor<Port> {
  private readonly times: Record<keyof typeof TIMES, number>;
  private run: Run<Port> | null = null;
  private again: NodeJS.Timeout | undefined;
  private everUp = false;
  private restarts = 0;
  private failures = 0;
  private ending: { readonly resolve: (how: Ended) => void } | null = null;
  private end$: Promise<Ended> | null = null;
  private waitingPort: Port | null = null;
  private told: EngineNews = { state: 'starting', restarts: 0, why: null, nextTryMs: null };

  constructor(private readonly given: Supervision<Port>) {
    this.times = { ...TIMES, ...given.times };
  }

  /** The last thing told. */
  get news(): EngineNews {
    return this.told;
  }

  /** Forks the engine. */
  start(): void {
    this.tell('starting', this.told.why);
    const child = this.given.fork();
    const run: Run<Port> = {
      child,
      late: setTimeout(
        () => this.kill(run, 'The engine did not start in time.'),
        this.times.startMs,
      ),
      pulse: null,
      upAtMs: null,
      refused: false,
      killed: false,
      why: null,
    };
    this.run = run;
    child.onWord((word) => this.hear(run, word));
    child.onExit((code) => this.exited(run, code));
  }

  /** Gives the engine one more port; while it is down the newest one waits for it. */
  serve(port: Port): void {
    if (this.run === null || this.run.upAtMs === null) this.waitingPort = port;
    else this.run.child.post({ kind: 'window' }, [port]);
  }

  /** Asks the engine to end, waits, and kills it last. Asked twice it is still one end. */
  end(): Promise<Ended> {
    this.end$ ??= new Promise((resolve) => {
      clearTimeout(this.again);
      const { run } = this;
      if (run === null) {
        this.given.mode(null);
        resolve('was down');
        return;
      }
      this.ending = { resolve };
      run.pulse?.stop();
      clearTimeout(run.late);
      const late = setTimeout(() => this.kill(run, 'The end took too long.'), this.times.endMs);
      run.child.onExit(() => clearTimeout(late));
      run.child.post({ kind: 'end' });
    });
    return this.end$;
  }

  private hear(run: Run<Port>, raw: unknown): void {
    const word = engineWordSchema.safeParse(raw);
    if (!word.success) {
      this.kill(run, 'The engine said something that is no word of ours.');
      return;
    }
    this.obey(run, word.data);
  }

  private obey(run: Run<Port>, word: EngineWord): void {
    switch (word.kind) {
      case 'ready':
        this.up(run);
        return;
      case 'beat':
        run.pulse?.heard(word.beat);
        this.given.mode(word.mode);
        return;
      case 'refused':
        run.refused = true;
        run.why = word.line;
        return;
      case 'failing':
        run.why = word.why;
    }
  }

  private up(run: Run<Port>): void {
    // A word said twice must not start a second pulse.
    if (this.ending !== null || run.upAtMs !== null) return;
    clearTimeout(run.late);
    this.everUp = true;
    run.upAtMs = performance.now();
    run.pulse = startPulse({
      everyMs: this.times.beatMs,
      missedMost: this.times.missedMost,
      ask: (beat) => run.child.post({ kind: 'beat', beat, awake: this.given.awake?.() ?? false }),
      lost: () => this.kill(run, 'The engine did not answer any more.'),
    });
    if (this.waitingPort !== null) run.child.post({ kind: 'window' }, [this.waitingPort]);
    this.waitingPort = null;
    this.tell('up', null);
  }

  private kill(run: Run<Port>, why: string): void {
    run.pulse?.stop();
    run.killed = true;
    run.why ??= why;
    run.child.kill();
  }

  private exited(run: Run<Port>, code: number | null): void {
    run.pulse?.stop();
    clearTimeout(run.late);
    this.run = null;
    if (this.ending !== null) {
      this.given.mode(null);
      const how = run.killed ? 'killed' : code === 0 ? 'clean' : 'not clean';
      this.tell('ended', run.why);
      this.ending.resolve(how);
      return;
    }
    const why = run.why ?? `The engine ended with code ${code ?? 'unknown'}.`;
    if (!run.refused || this.everUp) {
      this.startAgain(run, why);
      return;
    }
    this.given.mode(null);
    this.tell('ended', why);
  }

  private startAgain(run: Run<Port>, why: string): void {
    const heldMs = run.upAtMs === null ? 0 : performance.now() - run.upAtMs;
    this.failures = heldMs >= this.times.steadyMs ? 1 : this.failures + 1;
    this.restarts += 1;
    const nextTryMs = pauseMs(this.failures, this.times);
    this.again = setTimeout(() => this.start(), nextTryMs);
    this.tell('restarting', why, nextTryMs);
  }

  private tell(state: EngineNews['state'], why: string | null, nextTryMs: number | null = null) {
    this.told = { state, restarts: this.restarts, why, nextTryMs };
    this.given.tell(this.told);
  }
}
