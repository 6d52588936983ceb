// Owns what supervision needs of a process: words both ways, its end, and a kill that cannot be
// refused. Electron's utility process fits, and so does a plain child of Node.
// Refuses to know which it is.
import type { HostWord } from '../../../contract/status';

/** A running child process. `Port` is what travels with a word. */
export interface Forked<Port> {
  readonly post: (word: HostWord, ports?: readonly Port[]) => void;
  /** Told of every word as it came, unchecked. */
  readonly onWord: (tell: (word: unknown) => void) => void;
  /** Told once when it has ended; null where a signal ended it. */
  readonly onExit: (tell: (code: number | null) => void) => void;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void;
}
