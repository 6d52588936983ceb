// Owns the closed list of faults that may cross a boundary: a code, the HTTP status that fits it
// and the sentence a producer reads. Refuses free-text codes: whoever needs a new one adds it
// here.
import * as z from 'zod';

/** Every fault: HTTP status and the sentence shown when nothing better is known. */
export const FAULTS = {
  bad_request: [400, 'The request is not well formed. Check it against /openapi.json.'],
  unauthenticated: [
    401,
    'No valid token. Open the address printed at start, or send Authorization: Bearer.',
  ],
  forbidden: [403, 'This is not allowed from here.'],
  foreign_host: [403, 'The Host header is not this engine. Use the address printed at start.'],
  foreign_origin: [403, 'The Origin header is not this engine. Use the console it serves.'],
  not_found: [404, 'There is nothing at this address.'],
  unknown_marker: [404, 'There is no marker with this id.'],
  unknown_auction: [404, 'There is no auction with this id.'],
  unknown_settlement: [404, 'There is no settlement with this id.'],
  unknown_source: [404, 'No cue with a time of its own has come from this address.'],
  unknown_listener: [404, 'There is no listener with this id.'],
  unknown_feed: [404, 'There is no feed with this name.'],
  too_large: [413, 'The request is larger than one mebibyte, the most that is read.'],
  unsupported_media: [415, 'Send the body as JSON, with Content-Type: application/json.'],
  unknown_event_type: [422, 'This event type is not in the price book.'],
  invalid_input: [422, 'A field has a wrong type or value.'],
  undecodable: [422, 'This is no cue that can be read. `data` says where it breaks off.'],
  unencodable: [422, 'This cannot be written as a section. `data` names the field.'],
  cursor: [422, 'The cursor is not one this engine gave out. Start again without it.'],
  stale_version: [409, 'Somebody changed this meanwhile. Read it again and repeat the change.'],
  mode_refused: [409, 'The engine cannot go into this mode now.'],
  not_quarantined: [409, 'This marker is not quarantined: there is nothing to release.'],
  pad_off: [409, 'This pad has nothing to act on now.'],
  pad_changed: [409, 'This pad would act on another cue by now. Nothing was fired.'],
  unknown_key: [404, 'No cue was fired under this key, and none will be.'],
  setup_mode: [409, 'SETUP starts no auctions. Go to REHEARSAL first.'],
  auction_closed: [409, 'This auction is no longer open.'],
  too_soon: [429, 'One manual cue a second. Wait a moment and repeat it.'],
  too_many: [429, 'Too many requests at once. Ask again in a moment.'],
  storage: [
    503,
    'The database does not take writes. Nothing sold is lost; see Health for how to mend it.',
  ],
  stopping: [503, 'The engine is stopping.'],
  internal: [
    500,
    'The engine made a mistake; this request did nothing. The log has it by request id.',
  ],
} as const satisfies Record<string, readonly [number, string]>;

/** A code of the closed list. */
export type FaultCode = keyof typeof FAULTS;

/** The codes as a list, for schemas and tests. */
export const FAULT_CODES = Object.keys(FAULTS) as [FaultCode, ...FaultCode[]];

/** What stands in the body of every refused call. */
export const faultSchema = z.object({
  code: z.enum(FAULT_CODES),
  message: z.string(),
  data: z.unknown().optional(),
});

/** A fault as a value: what flows and ports give back instead of throwing. */
export interface Fault {
  readonly code: FaultCode;
  readonly message: string;
  readonly data?: unknown;
}

/** Makes a fault with the list's own sentence, or a more exact one. */
export function fault(code: FaultCode, message?: string, data?: unknown): Fault {
  const sentence = message ?? FAULTS[code][1];
  return data === undefined ? { code, message: sentence } : { code, message: sentence, data };
}
