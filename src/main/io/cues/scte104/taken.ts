// Owns the words that the parts of the SCTE 104 port share: a message as it was taken from the
// socket, and how it is answered. Refuses behaviour; the session has it.
import type { ResultName } from '../../../core/codec/scte104/results';

/** A message with the moment it was taken from the socket. */
export interface Taken {
  readonly bytes: Uint8Array;
  readonly receivedAtMs: number;
  readonly receivedMonoMs: number;
}

/** How a message is answered, the first time and each time it comes again. */
export interface Answer {
  readonly result: ResultName;
  /** Sections it stands for; none means that no inject_complete_response follows. */
  readonly sections: number;
}
