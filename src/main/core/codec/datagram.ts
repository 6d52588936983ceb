// Owns the telling apart of what a datagram may hold, by content alone and in a fixed order: 0xFC,
// JSON, XML, MPEG-TS, RTP, text, and nothing known. Refuses to guess by port or sender.
import { carrierOf } from './forms/carrier';
import { readBareJson } from './json-cue';
import { badReading, type CueReading, type ReadingKit } from './reading';
import { readSectionCue } from './section-cue';
import { readTextCue } from './forms/text-cue';
import { trimEnd, trimStart } from './forms/trim';
import { readXmlCue } from './forms/xml-cue';

export type { BadReading, CueReading, GoodReading } from './reading';

const TABLE_ID = 0xfc;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;

/**
 * Reads a datagram: one reading for each cue in it, never none. Never throws. The readings hold
 * views of `bytes`, which must not be altered afterwards.
 */
export function readDatagram(bytes: Uint8Array, text: ReadingKit): readonly CueReading[] {
  if (bytes[0] === TABLE_ID) return [readSectionCue(bytes, text)];
  const plain = trimStart(trimEnd(bytes));
  const first = plain[0];
  if (first === OPEN_BRACE || first === OPEN_BRACKET) return readBareJson(plain, text);
  const carrier = carrierOf(bytes) ?? carrierOf(plain);
  if (carrier === 'xml') return [readXmlCue(plain, text)];
  if (carrier !== null) return [badReading(carrier, bytes, { reason: 'unsupported_form' })];
  const reason = bytes.length === 0 ? 'too_short' : 'table_id';
  return [readTextCue(plain, text) ?? badReading('unknown', bytes, { reason, offset: 0 })];
}
