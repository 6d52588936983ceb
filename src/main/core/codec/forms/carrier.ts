// Owns the naming of carriers by their first bytes: XML, and MPEG-TS in packets of 188, 192 or 204
// bytes or RTP carrying it where no stream took them, so that a refusal says what it refuses.
// Refuses to look further than sync bytes, and to read them: that is the streams' and XML's own.
import type { CueForm } from '../../../../contract/marker';

const SYNC = 0x47;
const PACKET_BYTES = 188;
const LESS_THAN = 0x3c;
const RTP_HEADER_BYTES = 12;

/** The carrier's form, or null where the bytes are none that is known. */
export function carrierOf(bytes: Uint8Array): CueForm | null {
  if (bytes[0] === LESS_THAN) return 'xml';
  if (isTransport(bytes, 0) || isTransport(bytes, 4)) return 'mpegts';
  const rtp = ((bytes[0] ?? 0) & 0xc0) === 0x80 && bytes.length > RTP_HEADER_BYTES;
  return rtp && isTransport(bytes, rtpHeaderBytes(bytes)) ? 'rtp' : null;
}

function isTransport(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== SYNC || bytes.length - at < PACKET_BYTES) return false;
  const next = [188, 192, 204].some((size) => bytes[at + size] === SYNC);
  return (next || bytes.length - at <= 204) && bytes.some(isBinary);
}

/** No text has this byte; base64 of the right length may well have a G at the right place. */
export function isBinary(byte: number): boolean {
  return byte < 0x09 || byte > 0x7e;
}

function rtpHeaderBytes(bytes: Uint8Array): number {
  const first = bytes[0] ?? 0;
  const fixed = RTP_HEADER_BYTES + 4 * (first & 0x0f);
  if ((first & 0x10) === 0) return fixed;
  return fixed + 4 + 4 * (((bytes[fixed + 2] ?? 0) << 8) | (bytes[fixed + 3] ?? 0));
}
