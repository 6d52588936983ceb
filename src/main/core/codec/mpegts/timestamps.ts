// Owns where a packet tells the time: the PCR in its adaptation field and the PTS in a PES header,
// 33 bits of 90 kHz. Refuses the 27 MHz extension; a cue is not cut that fine. ISO/IEC 13818-1
// 2.4.3.5, 2.4.3.7.

/** The PCR base in a packet's adaptation field, or null. */
export function pcrOf(bytes: Uint8Array, packet: number): number | null {
  const length = bytes[packet + 4] ?? 0;
  if (length < 7 || ((bytes[packet + 5] ?? 0) & 0x10) === 0) return null;
  const at = packet + 6;
  const high = (bytes[at] ?? 0) * 2 ** 25 + ((bytes[at + 1] ?? 0) << 17);
  const low = ((bytes[at + 2] ?? 0) << 9) | ((bytes[at + 3] ?? 0) << 1);
  return high + low + ((bytes[at + 4] ?? 0) >> 7);
}

const PTS_BYTES = 14;

/** The PTS of a PES packet that begins at `at`, or null. */
export function ptsOf(bytes: Uint8Array, at: number, end: number): number | null {
  if (end - at < PTS_BYTES) return null;
  if (bytes[at] !== 0 || bytes[at + 1] !== 0 || bytes[at + 2] !== 1) return null;
  const marked = ((bytes[at + 6] ?? 0) & 0xc0) === 0x80;
  if (!marked || ((bytes[at + 7] ?? 0) & 0x80) === 0) return null;
  const high = ((bytes[at + 9] ?? 0) & 0x0e) * 2 ** 29;
  const middle = ((bytes[at + 10] ?? 0) << 22) + (((bytes[at + 11] ?? 0) & 0xfe) << 14);
  return high + middle + (((bytes[at + 12] ?? 0) << 7) | ((bytes[at + 13] ?? 0) >> 1));
}
