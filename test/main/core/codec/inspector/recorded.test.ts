// Owns the proof of the inspector against recorded cues: every field of the good ones, reason,
// scope and offset of the bad ones, and that a canonical one is written back byte for byte from
// nothing but what the inspector shows.
import { describe, expect, it } from 'vitest';
import { decodeCue } from '../../../../../src/main/core/codec/inspector/decode-cue';
import { encodeCue } from '../../../../../src/main/core/codec/inspector/encode-cue';
import { text } from '../byte-text';
import { sharedLines, type SectionVector } from '../vectors';

interface Vector extends SectionVector {
  readonly kind: string;
}

const vectors = sharedLines<Vector>('scte35-vectors.jsonl');
const absent = vectors === null;
const good = vectors?.filter((vector) => vector.expect.ok === true) ?? [];
const bad = vectors?.filter((vector) => vector.expect.ok !== true) ?? [];
/** Needs a control word; see the test of ciphers. */
const own = new Set(['ok', 'decrypt']);

const decode = (value: string) => decodeCue({ key: 'hex', value }, { text });

/** As it goes over HTTP and comes back. */
function overWire(message: unknown): unknown {
  return JSON.parse(JSON.stringify(message));
}

describe('recorded sections in the inspector', () => {
  it.skipIf(absent)('are shown as expected', () => {
    expect(good.length).toBeGreaterThan(100);
    for (const { id, hex, expect: wanted } of good) {
      const inspected = decode(hex);
      if (!inspected.ok) throw new Error(`${id}: refused with ${inspected.reason}`);
      const fields = Object.entries(wanted).filter(([key]) => !own.has(key));
      expect(inspected.messages[0], id).toMatchObject(Object.fromEntries(fields));
    }
  });

  it.skipIf(absent)('are refused as expected', () => {
    expect(bad.length).toBeGreaterThan(40);
    for (const { id, hex, expect: wanted } of bad) {
      const inspected = decode(hex);
      const { reason, scope, lenient } = wanted;
      expect(inspected, id).toMatchObject({ ok: false, reason, scope });
      expect(inspected, id).toHaveProperty('offset', expect.any(Number));
      if (lenient) expect(inspected, id).toMatchObject({ lenient });
    }
  });

  it.skipIf(absent)('are written back byte for byte where they are canonical', () => {
    let same = 0;
    for (const { id, kind, hex } of good) {
      const inspected = decode(hex);
      const message = inspected.ok ? overWire(inspected.messages[0]) : null;
      const encoded = encodeCue(message, text);
      if (!encoded.ok) throw new Error(`${id}: ${encoded.reason} at ${encoded.at ?? ''}`);
      const again = decode(encoded.value.hex);
      const { crc32: _a, ...after } = again.ok ? (again.messages[0] ?? {}) : {};
      const { crc32: _b, ...before } = message as Record<string, unknown>;
      expect(after, id).toEqual(before);
      if (kind === 'synthetic') expect(encoded.value.hex, id).toBe(hex);
      if (encoded.value.hex === hex) same += 1;
    }
    expect(same / good.length).toBeGreaterThan(0.8);
  });
});
