// A cue was held to the light: taken apart, or put together, for a person or a script. Nothing is
// recorded, counted or sold. Refuses to guess between two cues in one question.
import { fault } from '../../../contract/faults';
import type { DecodedCue, DecodeInput, EncodedCue } from '../../../contract/marker';
import { CUE_KEYS, decodeCue } from '../../core/codec/inspector/decode-cue';
import { encodeCue } from '../../core/codec/inspector/encode-cue';
import type { ByteText } from '../../core/lib/bytes';
import type { Answer } from '../ports';

const ONE_OF = `Give exactly one of ${CUE_KEYS.join(', ')}.`;

/** Takes the cue apart that stands under the one key that was given. */
export function cueDecoded(text: ByteText, ask: DecodeInput): Answer<DecodedCue> {
  const given = CUE_KEYS.filter((key) => ask[key] !== undefined);
  const [key] = given;
  if (key === undefined || given.length > 1)
    return { ok: false, fault: fault('bad_request', ONE_OF) };
  const inspected = decodeCue({ key, value: ask[key] ?? '' }, { text });
  if (!inspected.ok) {
    const { ok: _, ...data } = inspected;
    return { ok: false, fault: fault('undecodable', undefined, data) };
  }
  const { form, messages, warnings } = inspected;
  return { ok: true, value: { ok: true, form, messages: [...messages], warnings: [...warnings] } };
}

/** Writes a message as bytes. */
export function cueEncoded(text: ByteText, message: Record<string, unknown>): Answer<EncodedCue> {
  const encoded = encodeCue(message, text);
  if (encoded.ok) return encoded;
  const { ok: _, ...data } = encoded;
  return { ok: false, fault: fault('unencodable', undefined, data) };
}
