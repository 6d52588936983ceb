// Owns the proof against sections put together bit by bit from the standard's tables, without this
// project's encoder: every kind of command and descriptor, and every fault by name.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeSection } from '../../../../../src/main/core/codec/scte35/decode-section';
import { describeSection } from '../../../../../src/main/core/codec/scte35/describe-section';
import { encodeSection } from '../../../../../src/main/core/codec/scte35/encode-section';
import {
  SECTION_FAULTS,
  type SectionFaultCode,
} from '../../../../../src/main/core/codec/scte35/fault';
import { bytesOf, text } from '../byte-text';

interface Good {
  readonly name: string;
  readonly hex: string;
  readonly expect: Record<string, unknown>;
}
interface Bad {
  readonly name: string;
  readonly hex: string;
  readonly zeros?: number;
  readonly fault: SectionFaultCode;
  readonly kept: readonly number[] | null;
}
const file = new URL('../../../../fixtures/cues/sections.json', import.meta.url);
const sections = JSON.parse(readFileSync(file, 'utf8')) as { good: Good[]; bad: Bad[] };

describe('sections made by hand', () => {
  it.each(sections.good)('reads $name', ({ hex, expect: wanted }) => {
    const decoded = decodeSection(bytesOf(hex));
    if (!decoded.ok) throw new Error(decoded.fault.code);
    expect(decoded.value.bytes).toBe(hex.length / 2);
    expect(decoded.value.fault).toBeNull();
    expect(decoded.value.section.crc_ok).toBe(true);
    expect(describeSection(decoded.value.section)).toMatchObject(wanted);
  });

  it.each(sections.good)('writes $name back byte for byte', ({ hex }) => {
    const decoded = decodeSection(bytesOf(hex));
    if (!decoded.ok) throw new Error(decoded.fault.code);
    const encoded = encodeSection(decoded.value.section);
    expect(encoded.ok && text.hex(encoded.value)).toBe(hex);
  });

  it.each(sections.bad)('names what is wrong with $name', ({ hex, zeros, fault, kept }) => {
    const decoded = decodeSection(bytesOf(hex + '00'.repeat(zeros ?? 0)));
    const found = decoded.ok ? decoded.value.fault : decoded.fault;
    expect(found?.code).toBe(fault);
    expect(found?.offset).toBeGreaterThanOrEqual(0);
    expect(found?.offset).toBeLessThanOrEqual(hex.length / 2);
    const ids = decoded.ok ? describeSection(decoded.value.section) : null;
    expect(ids === null ? null : (ids['segmentation_event_ids'] ?? [])).toEqual(kept);
  });

  it('has every fault of the list', () => {
    const found = new Set(sections.bad.map((bad) => bad.fault));
    expect([...found].sort()).toEqual(Object.keys(SECTION_FAULTS).sort());
  });

  it('reads a upid of several down to the innermost', () => {
    const several = sections.good.find(({ name }) => name.startsWith('an upid of several'));
    const decoded = decodeSection(bytesOf(several?.hex ?? ''));
    const [descriptor] = decoded.ok ? decoded.value.section.descriptors : [];
    expect(descriptor).toMatchObject({
      upid: {
        type_name: 'MID',
        upids: [
          { type_name: 'EIDR', eidr: '10.5239/8BE5-E3F6-0000-0000-0000' },
          {
            type_name: 'MID',
            upids: [
              { type_name: 'UUID', length_violation: true },
              { type_name: 'user_defined', text: '' },
            ],
          },
          { type_name: 'TI', int: 1234567890123 },
        ],
      },
    });
  });

  it('refuses to encode what does not fit its field', () => {
    const plain = { command_type: 6, command: 'time_signal', descriptors: [] } as const;
    expect(encodeSection({ ...plain, cmd: { pts: 2 ** 33 } })).toEqual({
      ok: false,
      reason: 'range',
    });
    expect(encodeSection({ ...plain, cmd: { pts: 1 }, tier: 4096 }).ok).toBe(false);
    const data_hex = 'ab'.repeat(200);
    const large = { tag: 9, identifier: 'ABCD', kind: 'private', data_hex } as const;
    const descriptors = Array.from({ length: 21 }, () => large);
    expect(encodeSection({ ...plain, cmd: { pts: 1 }, descriptors })).toEqual({
      ok: false,
      reason: 'oversize',
    });
  });
});
