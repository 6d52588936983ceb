// Owns reading of an RTP packet's header: sequence, source and where its payload lies, past CSRCs,
// extension and padding. Refuses other versions and packets cut short. RFC 3550 5.1, RFC 2250.

/** An RTP packet. The payload is a view. */
export interface RtpPacket {
  readonly sequence: number;
  readonly timestamp: number;
  readonly ssrc: number;
  readonly payload: Uint8Array;
}

const HEAD_BYTES = 12;

function u16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Reads a packet; null where it is none. */
export function readRtp(bytes: Uint8Array): RtpPacket | null {
  const first = bytes[0] ?? 0;
  if (bytes.length < HEAD_BYTES || first >> 6 !== 2) return null;
  let from = HEAD_BYTES + 4 * (first & 0x0f);
  if ((first & 0x10) !== 0) from += 4 + 4 * u16(bytes, from + 2);
  const padding = (first & 0x20) === 0 ? 0 : (bytes[bytes.length - 1] ?? 0);
  const to = bytes.length - padding;
  if (from > to) return null;
  return {
    sequence: u16(bytes, 2),
    timestamp: u16(bytes, 4) * 0x1_0000 + u16(bytes, 6),
    ssrc: u16(bytes, 8) * 0x1_0000 + u16(bytes, 10),
    payload: bytes.subarray(from, to),
  };
}

/** How far `a` lies behind `b`, over the wrap: -32768 to 32767. */
export function sequenceAfter(a: number, b: number): number {
  const apart = (a - b) & 0xffff;
  return apart < 0x8000 ? apart : apart - 0x1_0000;
}
