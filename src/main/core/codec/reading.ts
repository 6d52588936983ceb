// Owns what a cue in a datagram is once it has been read: one marker's worth of section and
// metadata, or the reason why there is none. Refuses meaning: that is the event map's.
import type { CueForm } from '../../../contract/marker';
import type { MarkerReason, MarkerWarning } from '../../../contract/reasons';
import type { ByteText } from '../lib/bytes';
import type { Metadata } from './metadata/metadata';
import type { ControlWords } from './scte35/crypt/open-section';
import type { SpliceInfoSection } from './scte35/section';
import type { MultipleMessage } from './scte104/multiple';

/** What reading is handed besides the bytes: the host's text services, and keys, if any. */
export interface ReadingKit extends ByteText {
  /** Control words that open encrypted sections, by cw_index. */
  readonly controlWords?: ControlWords;
}

/** A cue that could be read. Byte fields are views of the datagram: it must not be altered. */
export interface GoodReading {
  readonly ok: true;
  readonly form: CueForm;
  /** The section, null for forms that have none (an opaque header is none). */
  readonly section: SpliceInfoSection | null;
  readonly metadata: Metadata | null;
  /** The section, message or text exactly as extracted, never the carrier. */
  readonly raw: Uint8Array;
  /** The section's own bytes, without JSON behind them. */
  readonly sectionRaw: Uint8Array | null;
  readonly trust: 'high' | 'low';
  readonly warnings: readonly MarkerWarning[];
  /** A splice_null that carries no metadata: it only says that the line lives. */
  readonly heartbeat: boolean;
  /** From its arrival to the splice, ms, where the cue or its stream's clock tells. */
  readonly spliceInMs?: number;
  /** When it was signed (epoch ms), where nothing else tells how old it is. */
  readonly signedAtMs?: number;
  /** Where in a transport stream it was found. */
  readonly carrier?: { readonly pid: number; readonly program: number };
  /** The SCTE 104 message that the section was made from. */
  readonly scte104?: MultipleMessage;
}

/** A cue that could not be read: why, and at which byte where that is known. */
export interface BadReading {
  readonly ok: false;
  readonly form: CueForm;
  readonly reason: MarkerReason;
  readonly offset: number | null;
  readonly raw: Uint8Array;
}

/** One cue of a datagram. */
export type CueReading = GoodReading | BadReading;

/** A cue of a stream, and the datagram whose bytes completed it. */
export interface CompletedCue<D> {
  readonly reading: CueReading;
  readonly datagram: D;
}

/** A refusal as a reading. */
export function badReading(
  form: CueForm,
  raw: Uint8Array,
  { reason, offset = null }: { reason: MarkerReason; offset?: number | null },
): BadReading {
  return { ok: false, form, reason, offset, raw };
}
