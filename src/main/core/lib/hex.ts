// Owns hex text, both ways. Pure, because the core is handed no host service where one byte string
// of a descriptor is all there is to write. Refuses separators: who allows them strips them first.

const PAIRS: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, '0'),
);

/** Lower-case hex of bytes[from, to). */
export function hexOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += 1) text += PAIRS[bytes[at] ?? 0] ?? '';
  return text;
}

/** Lower-case hex of the bytes. */
export function toHex(bytes: Uint8Array): string {
  return hexOf(bytes, 0, bytes.length);
}

/** Lower-case hex of an unsigned 32-bit number, eight digits. */
export function hex32(value: number): string {
  const pair = (shift: number): string => PAIRS[(value >>> shift) & 0xff] ?? '';
  return pair(24) + pair(16) + pair(8) + pair(0);
}

/** The value of a hex digit by its character code, or -1. */
export function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** The bytes of hex text of either case; null where it is not whole pairs of hex digits. */
export function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1) {
    const high = hexDigit(text.charCodeAt(2 * index));
    const low = hexDigit(text.charCodeAt(2 * index + 1));
    if (high < 0 || low < 0) return null;
    bytes[index] = high * 16 + low;
  }
  return bytes;
}
