// Owns the signature in front of a JSON cue: one line `CUEBID1 TIME NONCE HMAC`, then the JSON. The
// HMAC-SHA256 (64 hex digits) covers `CUEBID1 TIME NONCE`, LF and the JSON's bytes; TIME is epoch
// milliseconds. Refuses a time outside the window and a nonce used before: a copy to the last byte
// passes for three seconds, since encoders repeat a cue.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Seal } from '../../../flow/ports';

/** What a datagram is without its signature's line. */
export interface Unsealed {
  readonly bytes: Uint8Array;
  /** Null where it has no signature. */
  readonly seal: Seal | null;
}

/** Opens signed cues of one listener. `nowMs` is wall time. */
export type Unseal = (bytes: Uint8Array, nowMs: number) => Unsealed;

const MARK = Buffer.from('CUEBID1 ');
const HEAD = /^CUEBID1 (\d{1,15}) ([A-Za-z0-9_-]{8,64}) ([0-9a-f]{64})\r?\n/u;
const HEAD_MOST_BYTES = 192;
const REPEAT_MS = 3_000;
const NONCES_MOST = 65_536;
/** NUL, LF and CR may trail any cue; they are no part of what was signed. */
const TRAILS: ReadonlySet<number> = new Set([0, 10, 13]);

function trimmed(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && TRAILS.has(bytes[end - 1] ?? -1)) end -= 1;
  return bytes.subarray(0, end);
}

/** The first line of a signed cue, for the JSON behind it. */
export function sealLine(
  key: string,
  body: Uint8Array,
  { timeMs, nonce }: { readonly timeMs: number; readonly nonce: string },
): string {
  const head = `CUEBID1 ${timeMs} ${nonce}`;
  const mac = createHmac('sha256', key).update(`${head}\n`).update(trimmed(body)).digest('hex');
  return `${head} ${mac}\n`;
}

/** Which nonces were used, and when first; the oldest give way. */
class Nonces {
  private readonly used = new Map<string, { readonly mac: string; readonly atMs: number }>();

  constructor(private readonly keepMs: number) {}

  isFresh(nonce: string, mac: string, nowMs: number): boolean {
    for (const [old, { atMs }] of this.used) {
      if (nowMs - atMs <= this.keepMs && this.used.size < NONCES_MOST) break;
      this.used.delete(old);
    }
    const known = this.used.get(nonce);
    if (known !== undefined) return known.mac === mac && nowMs - known.atMs <= REPEAT_MS;
    this.used.set(nonce, { mac, atMs: nowMs });
    return true;
  }
}

/** Makes the opener for a key; `windowMs` is how far a signature's time may lie from ours. */
export function unsealer(key: string, windowMs: number): Unseal {
  const nonces = new Nonces(2 * windowMs);
  const sealOf = (bytes: Uint8Array, nowMs: number): Unsealed => {
    const no = (reason: 'signature' | 'replayed'): Unsealed => ({
      bytes,
      seal: { ok: false, reason },
    });
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const head = HEAD.exec(text.toString('latin1', 0, Math.min(bytes.length, HEAD_MOST_BYTES)));
    if (head === null) return no('signature');
    const [line = '', time = '', nonce = '', mac = ''] = head;
    const body = bytes.subarray(line.length);
    const timeMs = Number(time);
    const due = sealLine(key, body, { timeMs, nonce }).trimEnd().slice(-mac.length);
    if (!timingSafeEqual(Buffer.from(due), Buffer.from(mac))) return no('signature');
    if (String(timeMs) !== time || Math.abs(nowMs - timeMs) > windowMs) return no('replayed');
    if (!nonces.isFresh(nonce, mac, nowMs)) return no('replayed');
    return { bytes: body, seal: { ok: true, signedAtMs: timeMs } };
  };
  return (bytes, nowMs) => {
    const marked = bytes.length >= MARK.length && MARK.every((byte, at) => bytes[at] === byte);
    return marked ? sealOf(bytes, nowMs) : { bytes, seal: null };
  };
}
