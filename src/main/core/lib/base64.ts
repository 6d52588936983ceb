// Owns decoding of base64 text: RFC 4648 clauses 4 and 5 (standard and URL alphabets), padding
// optional. Refuses foreign characters, padding in the middle and a lone last character.

/** No digit: the highest bit is set, which no digit's value has. */
const UNKNOWN = 0x80;
const CODES = 65_536;

function makeTable(): Uint8Array {
  const table = new Uint8Array(CODES).fill(UNKNOWN);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let index = 0; index < 64; index += 1) table[letters.charCodeAt(index)] = index;
  table['-'.charCodeAt(0)] = 62;
  table['_'.charCodeAt(0)] = 63;
  return table;
}

/** The value of each character code there is, so that no code needs a check of its own. */
const TABLE = makeTable();

/** The bytes of base64 text (no white space), or null where it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  let digits = text.length;
  while (digits > 0 && text.length - digits < 2 && text[digits - 1] === '=') digits -= 1;
  const padded = digits !== text.length;
  if (digits % 4 === 1 || (padded && text.length % 4 !== 0)) return null;
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  const whole = digits & ~3;
  let seen = 0;
  let at = 0;
  for (let index = 0; index < whole; index += 4) {
    const a = valueAt(text, index);
    const b = valueAt(text, index + 1);
    const c = valueAt(text, index + 2);
    const d = valueAt(text, index + 3);
    seen |= a | b | c | d;
    bytes[at] = (a << 2) | (b >> 4);
    bytes[at + 1] = (b << 4) | (c >> 2);
    bytes[at + 2] = (c << 6) | d;
    at += 3;
  }
  if (whole < digits) {
    const a = valueAt(text, whole);
    const b = valueAt(text, whole + 1);
    const c = whole + 2 < digits ? valueAt(text, whole + 2) : 0;
    seen |= a | b | c;
    bytes[at] = (a << 2) | (b >> 4);
    if (whole + 2 < digits) bytes[at + 1] = (b << 4) | (c >> 2);
  }
  return seen & UNKNOWN ? null : bytes;
}

function valueAt(text: string, index: number): number {
  return TABLE[text.charCodeAt(index)] ?? UNKNOWN;
}
