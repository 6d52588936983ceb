// Owns the door to the host: what was last read of the machine, the paces of the threads and the
// last lines of the log. Refuses to read anything itself: each answer is at hand, none waits.
import type { LogLine, Machine } from '../../../contract/host/machine';
import type { Pace } from '../../core/lib/series/pace';

/** What was last read of the machine. */
export type HostFacts = Pick<Machine, 'cards' | 'clock' | 'disk' | 'host'>;

/** What the host knows at any moment. */
export interface Host {
  readonly facts: () => HostFacts;
  /** How long the engine's own loop was held. */
  readonly pace: () => Pace;
  /** The last lines of the log, oldest first. */
  readonly logLines: () => readonly LogLine[];
}
