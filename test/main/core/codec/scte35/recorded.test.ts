// Owns the proof against recorded sections: every field of the good ones, the fault of the bad
// ones, and that a good canonical one is written back byte for byte.
import { describe, expect, it } from 'vitest';
import {
  decodeSection,
  frameSection,
  readSection,
} from '../../../../../src/main/core/codec/scte35/decode-section';
import { describeSection } from '../../../../../src/main/core/codec/scte35/describe-section';
import { encodeSection } from '../../../../../src/main/core/codec/scte35/encode-section';
import { bytesOf } from '../byte-text';
import { sharedLines, type SectionVector } from '../vectors';

const vectors = sharedLines<SectionVector>('scte35-vectors.jsonl');
const absent = vectors === null;
const good = vectors?.filter((vector) => vector.expect.ok === true) ?? [];
const bad = vectors?.filter((vector) => vector.expect.ok !== true) ?? [];
/** Needs control words, which this version has none of. */
const NOT_READ = new Set(['decrypt']);

describe('recorded sections', () => {
  it.skipIf(absent)('has enough of both kinds', () => {
    expect(good.length).toBeGreaterThan(100);
    expect(bad.length).toBeGreaterThan(40);
  });

  it.skipIf(absent)('reads every expected field of every good section', () => {
    for (const { id, hex, expect: wanted } of good) {
      const decoded = decodeSection(bytesOf(hex));
      if (!decoded.ok) throw new Error(`${id}: refused with ${decoded.fault.code}`);
      const fields = Object.entries(wanted).filter(([key]) => key !== 'ok' && !NOT_READ.has(key));
      expect(decoded.value.fault, id).toBeNull();
      expect(describeSection(decoded.value.section), id).toMatchObject(Object.fromEntries(fields));
    }
  });

  it.skipIf(absent)('shows no top-level field that is not expected', () => {
    const own = ['command_hex', 'encrypted_hex', 'cmd', 'command', 'descriptors'];
    for (const { id, hex, expect: wanted } of good) {
      const decoded = decodeSection(bytesOf(hex));
      const shown = decoded.ok ? Object.keys(describeSection(decoded.value.section)) : [];
      const more = shown.filter((key) => !(key in wanted) && !own.includes(key));
      expect(more, id).toEqual([]);
    }
  });

  it.skipIf(absent)('names the fault of every bad section', () => {
    for (const { id, hex, expect: wanted } of bad) {
      const decoded = decodeSection(bytesOf(hex));
      const fault = decoded.ok ? decoded.value.fault : decoded.fault;
      expect({ id, reason: fault?.code, scope: fault?.scope }).toEqual({
        id,
        reason: wanted['reason'],
        scope: wanted['scope'],
      });
      expect(decoded.ok, id).toBe(wanted['scope'] === 'descriptor');
    }
  });

  it.skipIf(absent)('still reads what is readable of a bad section', () => {
    for (const { id, hex, expect: wanted } of bad) {
      const lenient = wanted['lenient'] as Record<string, unknown> | null | undefined;
      const bytes = bytesOf(hex);
      const frame = frameSection(bytes);
      if (!lenient || !frame.ok) continue;
      const read = readSection(bytes, frame.value, false);
      const { also_malformed, ...fields } = lenient;
      if (!read.ok) throw new Error(`${id}: nothing readable, ${read.fault.code}`);
      expect(describeSection(read.value.section), id).toMatchObject(fields);
      if (also_malformed) expect(read.value.fault?.code, id).toBe(also_malformed);
    }
  });

  it.skipIf(absent)('writes a canonical section back byte for byte', () => {
    let same = 0;
    for (const { id, hex } of good) {
      const decoded = decodeSection(bytesOf(hex));
      if (!decoded.ok) continue;
      const encoded = encodeSection(decoded.value.section);
      if (!encoded.ok) throw new Error(`${id}: ${encoded.reason}`);
      const again = decodeSection(encoded.value);
      if (!again.ok) throw new Error(`${id}: own bytes refused, ${again.fault.code}`);
      const { crc32: _a, ...before } = decoded.value.section;
      const { crc32: _b, ...after } = again.value.section;
      expect(after, id).toEqual(before);
      if (Buffer.from(encoded.value).toString('hex') === hex) same += 1;
    }
    expect(same / good.length).toBeGreaterThan(0.8);
  });
});
