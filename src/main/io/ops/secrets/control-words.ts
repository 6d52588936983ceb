// Owns the control words that open encrypted sections: from the secret store (controlWord.7) or
// the environment (CUEBID_CONTROL_WORD_7), as hex of 8 or 24 bytes. Refuses what is no such word,
// naming it and never showing it. SCTE 35 2023r1 11.
import { fromHex } from '../../../core/lib/hex';
import { StartFault } from '../start-fault';

const INDEXES = 256;
/** One word for DES, three for triple DES. */
const BYTES: ReadonlySet<number> = new Set([8, 24]);

/** Where values are looked up by name. */
export type Lookup = (name: string) => string | null | undefined;

/** The words that are set, by cw_index. Throws StartFault for one that is none. */
export function controlWordsOf(secret: Lookup, env: Lookup): ReadonlyMap<number, Uint8Array> {
  const words = new Map<number, Uint8Array>();
  for (let index = 0; index < INDEXES; index += 1) {
    const [own, other] = [`CUEBID_CONTROL_WORD_${index}`, `controlWord.${index}`];
    const given = env(own);
    const [name, hex] = given ? [own, given] : [other, secret(other)];
    if (hex === null || hex === undefined) continue;
    const word = fromHex(hex);
    if (word === null || !BYTES.has(word.length)) {
      throw new StartFault(`${name} is no control word: give 16 or 48 hex digits, or remove it.`);
    }
    words.set(index, word);
  }
  return words;
}
