// Owns the shape of what makes two cues the same marker, as it is journalled and compared again
// after a restart.

/** What makes two cues the same marker: the event a section names, or what JSON says. */
export type MarkerIdentity =
  | {
      readonly kind: 'section';
      /** splice_event_id or segmentation_event_id. */
      readonly eventId: number;
      /** 'splice', 'seg:<type>:<segment number>', 'seg:cancel', or 'crc:<length>' without an id. */
      readonly what: string;
      readonly direction: 'out' | 'in' | 'cancel' | null;
      /** unique_program_id, null where unknown (matches any). */
      readonly programId: number | null;
      /** Effective PTS (33 bit), null where there is none. */
      readonly pts: number | null;
      /** When the slot ends (epoch ms): before that an id is never new again. */
      readonly slotEndsAtMs: number;
      /** When the splice is (epoch ms) where SCTE 104 tells; absent in older journals. */
      readonly spliceAtMs?: number;
      /** The program of the stream that carried it; absent where there was none (matches any). */
      readonly carrierProgram?: number;
    }
  | {
      readonly kind: 'json';
      /** Game, event type, team, period and players, joined unambiguously. */
      readonly key: string;
      readonly timestampMs: number | null;
    };
