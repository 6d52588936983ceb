// Owns what is to be sent and when, as data. Refuses bytes and sockets: they are the sender's
// business.
import type { TestCueInput } from '../../../contract/marker';

/** One cue: when (from the beginning), what, and a line about it for the person watching. */
export interface PlannedCue {
  readonly atMs: number;
  readonly input: TestCueInput;
  readonly line: string | null;
}

/** Cues in the order of their times; may be long, so it is made while it is sent. */
export type Plan = Iterable<PlannedCue>;
