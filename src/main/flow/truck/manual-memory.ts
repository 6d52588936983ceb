// Owns the shape of what manual cues need to know of each other: when the last was fired, which id
// is next, and what was answered under which key. Refuses to outlive the engine's memory.
import type { TestCueResult } from '../../../contract/auction';
import type { Answer } from '../ports';

/** What manual cues need to know of each other. */
export interface ManualMemory {
  lastMonoMs: number;
  /** The number of the next event id; null until the first is asked for. */
  next: number | null;
  /** Epoch ms since when every key is known; later than the start once the oldest gave way. */
  keysSinceMs: number;
  /** Answers by person and key; the oldest give way. */
  readonly answers: Map<string, Promise<Answer<TestCueResult>>>;
}
