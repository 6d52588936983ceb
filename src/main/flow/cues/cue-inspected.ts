// A cue was held to the light: taken apart, or put together, for a person or a script. Nothing is
// recorded, counted or sold. Refuses to guess between two cues in one question.
import { fault } from '../../../contract/faults';
import type { DecodedCue, DecodeInput, EncodedCue } from '../../../contract/marker';
import { CUE_KEYS, decodeCue } from '../../core/codec/inspector/decode-cue';
import { encodeCue } from '../../core/codec/inspector/encode-cue';
import type { ControlWords } from '../../core/codec/scte35/crypt/open-section';
import type { ByteText } from '../../core/lib/bytes';
import { fromHex } from '../../core/lib/hex';
import type { Answer } from '../ports';

const WORDS = 'controlWords takes a cw_index from 0 to 255 and the word as hex.';
const ONE_OF = `Give exactly one of ${CUE_KEYS.join(', ')}.`;

/** Takes the cue apart that stands under the one key that was given. */
export function cueDecoded(text: ByteText, ask: DecodeInput): Answer<DecodedCue> {
  const given = CUE_KEYS.filter((key) => ask[key] !== undefined);
  const [key] = given;
  if (key === undefined || given.length > 1)
    return { ok: false, fault: fault('bad_request', ONE_OF) };
  const controlWords = readControlWords(ask.controlWords ?? {});
  if (controlWords === null) return { ok: false, fault: fault('bad_request', WORDS) };
  const inspected = decodeCue({ key, value: ask[key] ?? '' }, { text, controlWords });
  if (!inspected.ok) {
    const { ok: _, ...data } = inspected;
    return { ok: false, fault: fault('undecodable', undefined, data) };
  }
  const { form, messages, warnings } = inspected;
  return { ok: true, value: { ok: true, form, messages: [...messages], warnings: [...warnings] } };
}

/** Control words as bytes by cw_index; null where one is no hex or no index. */
function readControlWords(given: Readonly<Record<string, string>>): ControlWords | null {
  const words = new Map<number, Uint8Array>();
  for (const [index, hex] of Object.entries(given)) {
    const word = fromHex(hex);
    if (!/^\d{1,3}$/u.test(index) || Number(index) > 255 || word === null) return null;
    words.set(Number(index), word);
  }
  return words;
}

/** Writes a message as bytes. */
export function cueEncoded(text: ByteText, message: Record<string, unknown>): Answer<EncodedCue> {
  const encoded = encodeCue(message, text);
  if (encoded.ok) return encoded;
  const { ok: _, ...data } = encoded;
  return { ok: false, fault: fault('unencodable', undefined, data) };
}
