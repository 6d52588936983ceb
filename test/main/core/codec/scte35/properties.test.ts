// Owns the properties of the section codec: what was encoded is read back the same, and no damage
// to a section goes unnoticed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeSection } from '../../../../../src/main/core/codec/scte35/decode-section';
import { encodeSection } from '../../../../../src/main/core/codec/scte35/encode-section';
import { must } from '../../../../../src/main/core/lib/assert';
import { joined } from '../byte-text';
import { anySection } from './arbitrary';

const anyBytes = anySection.map((section) => {
  const encoded = encodeSection(section);
  return must(encoded.ok ? encoded.value : null, 'an arbitrary section can be encoded');
});

describe('any section', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anySection, (section) => {
        const encoded = encodeSection(section);
        if (!encoded.ok) throw new Error(encoded.reason);
        const decoded = decodeSection(encoded.value);
        if (!decoded.ok) throw new Error(decoded.fault.code);
        expect(decoded.value.fault).toBeNull();
        expect(decoded.value.section).toMatchObject(section);
        expect(encodeSection(decoded.value.section)).toEqual(encoded);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused with up to three bits flipped', () => {
    const flips = fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(anyBytes, flips, (bytes, places) => {
        const broken = new Uint8Array(bytes);
        const bits = new Set(places.map((place) => 24 + (place % (8 * (bytes.length - 3)))));
        for (const bit of bits) {
          broken[bit >> 3] = (broken[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
        }
        const decoded = decodeSection(broken);
        expect(decoded.ok ? null : decoded.fault.code).toBe('crc');
      }),
      { numRuns: 1_000 },
    );
  });

  it('is refused with bytes cut off, and taken with bytes behind it', () => {
    fc.assert(
      fc.property(anyBytes, fc.nat(), fc.uint8Array(), (bytes, place, behind) => {
        const cut = decodeSection(bytes.subarray(0, place % bytes.length));
        expect(cut.ok).toBe(false);
        const longer = decodeSection(joined(bytes, behind));
        expect(longer.ok && longer.value.bytes).toBe(bytes.length);
      }),
    );
  });
});
