// Owns what the inspector says of a cue: its messages with every field, or why there are none and
// what of it can still be read. Refuses sentences: reasons are codes of closed lists.
import type { CueForm } from '../../../../contract/marker';
import type { ByteText } from '../../lib/bytes';
import type { ControlWords } from '../scte35/crypt/open-section';
import type { FaultScope } from '../scte35/fault';

/** What the inspector is handed besides the cue. */
export interface InspectorKit {
  readonly text: ByteText;
  /** Control words that open encrypted sections; none unless given. */
  readonly controlWords?: ControlWords;
}

/** A message as plain JSON: a section, or the metadata that came along. */
export type Message = Readonly<Record<string, unknown>>;

/** A cue taken apart. `warnings` are codes; one about a name has it behind a colon. */
export interface DecodedCue {
  readonly ok: true;
  readonly form: CueForm;
  readonly messages: readonly Message[];
  readonly warnings: readonly string[];
}

/** How far the damage reaches: as in the sections' faults, or the JSON, or the text around it. */
export type Scope = FaultScope | 'message' | 'text';

/** Why a cue cannot be taken apart, at which byte or character, and what can still be read. */
export interface Undecoded {
  readonly ok: false;
  readonly reason: string;
  readonly scope: Scope;
  readonly offset?: number;
  /** The field to blame, where it is one of an XML text. */
  readonly at?: string;
  readonly lenient?: Message;
}

/** Either. */
export type Inspected = DecodedCue | Undecoded;

/** A refusal. */
export function undecoded(
  reason: string,
  scope: Scope,
  more: Pick<Undecoded, 'offset' | 'at' | 'lenient'> = {},
): Undecoded {
  return { ok: false, reason, scope, ...more };
}
