// Owns the door to the listeners for cues: how they stand, and their start and stop by a person.
// Refuses sockets; those are the adapter's own.
import type { Listener } from '../../../contract/status';

/** A listener to be started or stopped. */
export interface ListenerWish {
  readonly id: string;
  readonly to: 'started' | 'stopped';
  readonly why: string;
}

/** The listeners for cues: asked to start or stop, they answer with how they stand then. */
export interface Ears {
  readonly list: () => Listener[];
  /** Null where there is none with this id. A start that fails is a state, not a rejection. */
  readonly start: (id: string) => Promise<Listener | null>;
  readonly stop: (id: string) => Promise<Listener | null>;
}
