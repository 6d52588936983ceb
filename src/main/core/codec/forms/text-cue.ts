// Owns the forms that are a section written as text: hex (either case, 0x allowed) and base64 (both
// alphabets, padding optional), white space anywhere. Refuses text whose bytes begin unlike a
// section: a short English word is good base64 too.
import { fromBase64 } from '../../lib/base64';
import { fromHex } from '../../lib/hex';
import type { CueReading, ReadingKit } from '../reading';
import { readSectionCue } from '../section-cue';

/** A section of 4,096 bytes and the largest JSON, as hex with a space between two bytes. */
const TEXT_MOST_BYTES = 62_000;
const TABLE_ID = 0xfc;

/** Reads text bytes as hex or base64; null where they are neither, or of something else. */
export function readTextCue(bytes: Uint8Array, text: ReadingKit): CueReading | null {
  if (bytes.length > TEXT_MOST_BYTES) return null;
  const packed = text.latin1(bytes).replace(/[ \t\r\n]+/g, '');
  const hex = fromHex(packed.replace(/^0x/i, ''));
  const form = hex === null ? 'base64' : 'hex';
  const decoded = hex ?? fromBase64(packed);
  return decoded?.[0] === TABLE_ID ? readSectionCue(decoded, text, form) : null;
}
