// Owns the shape of what hears for a capture, over whichever protocol. Refuses to know what is kept
// of it.
import type { CaptureEntry } from './format';

/** Told of everything that is heard. */
export type Keep = (heard: Omit<CaptureEntry, 'ms'>) => void;

/** Something that hears, and where. */
export interface Ear {
  readonly port: number;
  /** Resolves once nothing more is heard; tells what went wrong on the way, null for nothing. */
  readonly close: () => Promise<string | null>;
}
