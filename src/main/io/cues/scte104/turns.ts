// Owns the order in which whole messages are run: one of each connection in its turn, a few in a
// turn of the loop, so that a flood delays nobody's cue. Refuses to read ahead: a connection with
// messages waiting is paused by its owner until they are run.
import type { Taken } from './taken';

/** Messages run in one turn of the loop, over all connections. */
export const MESSAGES_A_TURN = 4;

/** A connection's messages that wait. */
interface Waiting {
  readonly queue: Taken[];
}

interface Acts<Line> {
  readonly each: (line: Line, taken: Taken) => void;
  readonly drained: (line: Line) => void;
}

/** The turns of one port's connections. */
export class Turns<Line extends Waiting> {
  private readonly busy: Line[] = [];
  private done = 0;
  private scheduled = false;

  constructor(private readonly acts: Acts<Line>) {}

  /** Takes whole messages of a connection; the first are run at once where the turn has room. */
  add(line: Line, taken: readonly Taken[]): void {
    if (line.queue.length === 0) this.busy.push(line);
    line.queue.push(...taken);
    this.go();
  }

  private go(): void {
    while (this.done < MESSAGES_A_TURN && this.runOne()) this.done += 1;
    if (this.done === 0 || this.scheduled) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      this.done = 0;
      this.go();
    });
  }

  private runOne(): boolean {
    const line = this.busy.shift();
    const taken = line?.queue.shift();
    if (line === undefined || taken === undefined) return false;
    this.acts.each(line, taken);
    if (line.queue.length > 0) this.busy.push(line);
    else this.acts.drained(line);
    return true;
  }
}
