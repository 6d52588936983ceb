// Owns what sockets may ask of the flows: to hear a datagram, with the moment it came and how far
// its listener vouches for it. Refuses clients; they give commands.
import type { CueForm } from '../../../contract/marker';

/** What a signature in front of a cue came to. */
export type Seal =
  | { readonly ok: true; readonly signedAtMs: number }
  | { readonly ok: false; readonly reason: 'signature' | 'replayed' };

/** How far a listener's settings let a datagram be believed. */
export interface Vouched {
  /** Its source is outside the allow list: what is well formed in it is quarantined. */
  readonly stranger: boolean;
  /** Trust by form, where it is not the form's own; `off`: not taken here. */
  readonly trust: Partial<Record<CueForm, 'high' | 'low' | 'off'>>;
  /** Its signature; null where it has none. */
  readonly seal: Seal | null;
  /** JSON alone must be signed. */
  readonly needsSeal: boolean;
}

/** A datagram with the moment it was taken from the socket. */
export interface Datagram {
  readonly bytes: Uint8Array;
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
  readonly receivedAtMs: number;
  readonly receivedMonoMs: number;
  /** The id of the listener that heard it, where one did. */
  readonly listener?: string;
  /** Absent: from anybody, in any form, as the form itself is trusted. */
  readonly vouched?: Vouched;
}

/** What a listener counts of its datagrams; `carried` is one that only carries its stream on. */
export type Heard = 'accepted' | 'duplicate' | 'heartbeat' | 'rejected' | 'carried';

/** What sockets may ask of the flows. Synchronous: it decides in memory and never waits. */
export interface Intake {
  readonly hear: (datagram: Datagram) => readonly Heard[];
  /** Cues the listener refused before decoding (over the rate, oversize). */
  readonly refuse: (address: string, why: 'rate' | 'oversize') => void;
}
