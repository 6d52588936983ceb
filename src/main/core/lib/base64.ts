// Owns decoding of base64 text: RFC 4648 clauses 4 and 5 (standard and URL alphabets), padding
// optional. Refuses foreign characters, padding in the middle and a lone last character.

const UNKNOWN = 255;

function makeTable(): Uint8Array {
  const table = new Uint8Array(256).fill(UNKNOWN);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  for (let index = 0; index < 64; index += 1) table[letters.charCodeAt(index)] = index;
  table['-'.charCodeAt(0)] = 62;
  table['_'.charCodeAt(0)] = 63;
  return table;
}

const TABLE = makeTable();

/** The bytes of base64 text (no white space), or null where it is not base64. */
export function fromBase64(text: string): Uint8Array | null {
  let digits = text.length;
  while (digits > 0 && text.length - digits < 2 && text[digits - 1] === '=') digits -= 1;
  const padded = digits !== text.length;
  if (digits % 4 === 1 || (padded && text.length % 4 !== 0)) return null;
  const bytes = new Uint8Array(Math.floor((digits * 3) / 4));
  let held = 0;
  let at = 0;
  for (let index = 0; index < digits; index += 1) {
    const code = text.charCodeAt(index);
    const value = code < 256 ? (TABLE[code] ?? UNKNOWN) : UNKNOWN;
    if (value === UNKNOWN) return null;
    held = ((held << 6) | value) & 0xff_ffff;
    const bits = (index % 4) * 2;
    if (bits > 0) bytes[at++] = (held >> (6 - bits)) & 0xff;
  }
  return bytes;
}
