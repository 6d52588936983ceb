// Owns what may stand around a cue and means nothing: NUL, CR and LF behind it, white space before
// text. Refuses to look inside a section: its last byte may well be one of these.

/** The bytes without the NUL, CR and LF at their end. */
export function trimEnd(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && trails(bytes[end - 1] ?? 0)) end -= 1;
  return end === bytes.length ? bytes : bytes.subarray(0, end);
}

/** The bytes without the space, TAB, CR and LF at their start. */
export function trimStart(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && leads(bytes[start] ?? 0)) start += 1;
  return start === 0 ? bytes : bytes.subarray(start);
}

function trails(byte: number): boolean {
  return byte === 0x00 || byte === 0x0a || byte === 0x0d;
}

function leads(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
