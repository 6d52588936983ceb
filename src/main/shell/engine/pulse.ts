// Owns the heartbeat: asks at a steady pace and counts the beats in a row that were not answered.
// Counts turns of the host's own loop, not time: after a stall of the host (a dragged window, a
// sleeping machine) its own silence must not be held against the engine.

/** What a pulse needs. */
export interface PulseSettings {
  readonly everyMs: number;
  /** Unanswered beats in a row after which the engine counts as hung. */
  readonly missedMost: number;
  readonly ask: (beat: number) => void;
  readonly lost: () => void;
}

/** A running pulse. */
export interface Pulse {
  /** The engine answered this beat. An old answer proves life as well as a new one. */
  readonly heard: (beat: number) => void;
  readonly stop: () => void;
}

/** Starts asking; `lost` is called once, and then it asks no more. */
export function startPulse({ everyMs, missedMost, ask, lost }: PulseSettings): Pulse {
  let asked = 0;
  let answered = 0;
  const turn = (): void => {
    if (asked - answered >= missedMost) {
      clearInterval(timer);
      lost();
      return;
    }
    asked += 1;
    ask(asked);
  };
  const timer = setInterval(turn, everyMs);
  turn();
  return {
    heard: (beat) => {
      // From 1 up to what was asked; anything else is not an answer.
      if (beat > answered && beat <= asked) answered = asked;
    },
    stop: () => clearInterval(timer),
  };
}
