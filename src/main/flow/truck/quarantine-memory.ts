// Owns the shape of what is known of quarantined markers: their own duplicate memory, so that a
// stranger's cue makes no copy of a real one, when they came, and releases under way. Refuses to
// outlive the engine's memory.
import type { Marker } from '../../../contract/marker';
import { createRecall, type Recall } from '../../core/marker/duplicates';
import type { Answer } from '../ports';

/** What is known of quarantined markers. */
export interface QuarantineMemory {
  readonly recall: Recall;
  /** Monotonic arrival by marker id; the oldest give way. */
  readonly arrivals: Map<string, number>;
  readonly releases: Map<string, Promise<Answer<Marker>>>;
}

/** Nothing quarantined yet. */
export function newQuarantine(rules: Parameters<typeof createRecall>[0]): QuarantineMemory {
  return { recall: createRecall(rules), arrivals: new Map(), releases: new Map() };
}
